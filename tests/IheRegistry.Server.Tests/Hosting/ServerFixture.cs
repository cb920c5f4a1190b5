using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hosting;

/// <summary>A fixture whose tests share one server; each uses patients and uniqueIds of its own.</summary>
public abstract class ServerFixture
{
    /// <summary>The server.</summary>
    protected TestServer Server { get; private set; } = null!;

    /// <summary>Starts the server.</summary>
    [OneTimeSetUp]
    public async Task StartServer() => Server = await TestServer.StartAsync(Arguments);

    /// <summary>Stops the server and deletes its folder.</summary>
    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (Server is not null) await Server.DisposeAsync();
    }

    /// <summary>Options as on the command line.</summary>
    protected virtual string[] Arguments => [];
}
