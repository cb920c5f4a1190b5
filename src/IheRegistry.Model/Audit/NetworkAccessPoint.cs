using System.Net;

namespace IheRegistry.Model.Audit;

/// <summary>Where a participant is on the network (DICOM PS3.15 A.5.2.2).</summary>
/// <param name="Id">The address or name.</param>
/// <param name="Type">What <paramref name="Id"/> is; null only in messages of others that leave it out.</param>
public readonly record struct NetworkAccessPoint(string Id, NetworkAccessPointType? Type)
{
    /// <summary>The access point of an IP address or host name: the IHE tables allow these two types only.</summary>
    /// <param name="address">An IP address or a host name, without a port.</param>
    public static NetworkAccessPoint Of(string address) =>
        new(address, IPAddress.TryParse(address, out _) ? NetworkAccessPointType.IpAddress : NetworkAccessPointType.MachineName);
}
