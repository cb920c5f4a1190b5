using IheRegistry.Model.Audit;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Audit;

[TestFixture]
public sealed class NetworkAccessPointTests
{
    [TestCase("192.0.2.7", NetworkAccessPointType.IpAddress)]
    [TestCase("2001:db8::7", NetworkAccessPointType.IpAddress)]
    [TestCase("registry.example.org", NetworkAccessPointType.MachineName)]
    [TestCase("localhost", NetworkAccessPointType.MachineName)]
    [TestCase("", NetworkAccessPointType.MachineName)]
    public void An_address_is_typed_as_what_it_is(string address, NetworkAccessPointType type) =>
        Assert.That(NetworkAccessPoint.Of(address), Is.EqualTo(new NetworkAccessPoint(address, type)));
}
