using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>The most memory that a server took beyond what it had at a moment.</summary>
sealed class MemoryPeak
{
    readonly AttackedServer _server;
    readonly long _before;

    MemoryPeak(AttackedServer server)
    {
        _server = server;
        _before = server.ResidentBytes;
        server.ForgetPeak();
    }

    /// <summary>Measures from now on.</summary>
    public static MemoryPeak From(AttackedServer server) => new(server);

    public void MustBeBelow(long bytes)
    {
        var growth = _server.PeakBytes - _before;
        TestContext.Out.WriteLine($"{growth >> 20} MiB more than before");
        Assert.That(growth, Is.LessThan(bytes));
    }
}
