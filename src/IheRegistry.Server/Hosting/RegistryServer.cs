using IheRegistry.Server.AffinityDomains;
using IheRegistry.Server.Demo;
using IheRegistry.Server.Options;
using IheRegistry.Store;
using IheRegistry.Store.Outbox;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Logging.Abstractions;

namespace IheRegistry.Server.Hosting;

/// <summary>The running server: listeners, stores and actors. Tests start it in their own process, over real sockets.</summary>
public sealed class RegistryServer : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly DataFolder _folder;

    RegistryServer(WebApplication app, DataFolder folder, int httpPort, int mllpPort)
    {
        (_app, _folder) = (app, folder);
        (HttpPort, MllpPort) = (httpPort, mllpPort);
    }

    /// <summary>The port of HTTP, also when a free one was asked for.</summary>
    public int HttpPort { get; }

    /// <summary>The port of MLLP, also when a free one was asked for.</summary>
    public int MllpPort { get; }

    /// <summary>One line on the demo data that were loaded; null where none were asked for.</summary>
    public string? DemoReport => _app.Services.GetService<DemoLoad>()?.Report;

    /// <summary>Starts a server.</summary>
    /// <param name="options">Its options, checked.</param>
    /// <param name="problems">Takes what kept it from starting.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The server; null when it could not start.</returns>
    public static async Task<RegistryServer?> StartAsync(
        ServerOptions options, ICollection<string> problems, CancellationToken cancellationToken)
    {
        if (AffinityDomainFile.Load(options.AffinityDomain.File, NullLogger.Instance, problems) is not { } domain) return null;
        var opened = DataFolder.Open(options.Data.Directory);
        if (!opened.IsOpen)
        {
            problems.Add(opened.Refusal);
            return null;
        }

        try
        {
            return await StartAsync(options, domain, opened.Folder, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception hindrance) when (hindrance is NewerSchemaException or IOException { InnerException: AddressInUseException })
        {
            problems.Add(hindrance.Message);
            opened.Folder.Dispose();
            return null;
        }
    }

    /// <summary>Waits until the process is told to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops listening, lets requests under way end, closes the stores and unlocks the data folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _folder.Dispose();
    }

    static async Task<RegistryServer> StartAsync(
        ServerOptions options, AffinityDomainFile domain, DataFolder folder, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        ServerLogging.Configure(builder, options.Logging);
        Composition.AddServices(builder.Services, options, domain, folder);
        builder.WebHost.ConfigureKestrel(kestrel => Listeners.Configure(kestrel, options));
        var app = builder.Build();
        Endpoints.Map(app, app.Services.GetRequiredService<Soap.SoapTransactions>());
        await app.Services.GetRequiredService<AnswerOutbox>().StartAsync(cancellationToken).ConfigureAwait(false);
        await app.StartAsync(cancellationToken).ConfigureAwait(false);
        var ports = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .Select(address => new Uri(address).Port)
            .ToList();
        // Kestrel lists the endpoints in the order in which they were configured.
        return new RegistryServer(app, folder, ports[0], ports[1]);
    }
}
