using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace IheRegistry.Wire.Mllp;

/// <summary>Who is at the other end of a connection.</summary>
/// <param name="ConnectionId">The connection's name in the log.</param>
/// <param name="RemoteEndPoint">The peer's address.</param>
/// <param name="LocalEndPoint">The listener's address.</param>
/// <param name="Certificate">The peer's certificate on a mutually authenticated TLS connection.</param>
public sealed record MllpPeer(
    string ConnectionId, EndPoint? RemoteEndPoint, EndPoint? LocalEndPoint, X509Certificate2? Certificate);
