using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace IheRegistry.Benchmarks.Processes;

/// <summary>How a child process says that it is ready: the same line as the server's.</summary>
static class Ports
{
    internal static void Print(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine(string.Join(", ", addresses));
    }
}
