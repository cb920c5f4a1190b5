using System.Net;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Access;

namespace IheRegistry.Server.Hosting;

/// <summary>Who calls over HTTP.</summary>
static class HttpCall
{
    internal static AuditContext Of(HttpContext http, AuditingNode node, TimeProvider clock)
    {
        var peer = Address(http.Connection.RemoteIpAddress);
        // Without TLS and assertions the address is all that is known of a caller.
        var caller = new Caller(peer, Caller.UnknownInstitution, peer);
        var request = http.Request;
        return new AuditContext(
            node, caller, clock.GetUtcNow(), $"{request.Scheme}://{request.Host}{request.Path}", Address(http.Connection.LocalIpAddress));
    }

    static string Address(IPAddress? address) =>
        address is null ? "unknown" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
}
