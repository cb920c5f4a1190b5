using System.Net;

namespace IheRegistry.Server.Outbox;

/// <summary>
/// Which of a name's addresses are called. Who holds the name of an allowed receiver could let it lead to this machine or to the link's own
/// services (DNS rebinding): a name never does, whoever means such an address configures it as one, or as <c>localhost</c>.
/// </summary>
static class ReceiverNetwork
{
    internal static IPAddress[] Reachable(string host, IReadOnlyList<IPAddress> addresses) =>
        host == "localhost" || IPAddress.TryParse(host, out _) ? [.. addresses] : [.. addresses.Where(IsElsewhere)];

    static bool IsElsewhere(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return IsElsewhere(address.MapToIPv4());
        if (IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6Multicast || address.Equals(IPAddress.IPv6Any)) return false;
        var bytes = address.GetAddressBytes();
        // IPv4: this host (0/8), link-local (169.254/16), multicast and reserved (224/3). RFC 6890.
        return bytes.Length != 4 || !(bytes[0] == 0 || bytes[0] >= 224 || (bytes[0] == 169 && bytes[1] == 254));
    }
}
