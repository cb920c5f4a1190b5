using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Operations;

/// <summary>A fixture whose tests operate servers, each in a process and on a folder of its own.</summary>
public abstract class OperatedFixture
{
    string _folder = null!;

    /// <summary>The client.</summary>
    protected SoapPeer Peer { get; private set; } = null!;

    /// <summary>The data folder.</summary>
    protected string Data => PathOf("data");

    /// <summary>A path in the test's own folder.</summary>
    protected string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Makes the folder.</summary>
    [SetUp]
    public void MakeFolder()
    {
        if (OperatingSystem.IsWindows()) Assert.Ignore("Signals are those of Unix.");
        _folder = Directory.CreateTempSubdirectory("iheregistry-").FullName;
        Peer = new SoapPeer();
    }

    /// <summary>Removes the folder.</summary>
    [TearDown]
    public void RemoveFolder()
    {
        Peer?.Dispose();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
