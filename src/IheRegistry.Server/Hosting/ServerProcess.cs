using IheRegistry.Server.Commands;
using IheRegistry.Server.Options;

namespace IheRegistry.Server.Hosting;

/// <summary>Runs the server as a process of its own until it is told to stop.</summary>
static class ServerProcess
{
    /// <summary>The exit code.</summary>
    internal static async Task<int> RunAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        await using var server = await RegistryServer.StartAsync(options, problems, cancellationToken).ConfigureAwait(false);
        foreach (var problem in problems) await Console.Error.WriteLineAsync(problem).ConfigureAwait(false);
        if (server is null) return RunCommand.WrongUse;

        if (server.DemoReport is { } demo) Console.WriteLine(demo);
        Console.WriteLine($"HTTP on {options.Listener.Address}:{server.HttpPort}, MLLP on {options.Listener.Address}:{server.MllpPort}. Ready.");
        await server.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        return 0;
    }
}
