using System.Net;

namespace IheRegistry.Server.Options;

/// <summary>Where the server listens.</summary>
/// <param name="HttpPort">Port of HTTP; 0 takes a free one.</param>
/// <param name="MllpPort">Port of MLLP; 0 takes a free one.</param>
/// <param name="Address">Address that both bind.</param>
/// <param name="InsecurePlain">Whether listeners without TLS may be reached from other machines.</param>
public sealed record ListenerOptions(int HttpPort, int MllpPort, IPAddress Address, bool InsecurePlain);
