using System.Text;

namespace IheRegistry.Benchmarks.Messages;

/// <summary>MTOM packaging with one attachment.</summary>
static class Mtom
{
    internal const string ContentId = "document1@benchmarks.example";
    const string Boundary = "benchmark-boundary-5e1d";

    /// <summary>The HTTP Content-Type.</summary>
    internal static string ContentType(string action) =>
        $"multipart/related; type=\"application/xop+xml\"; boundary=\"{Boundary}\"; start=\"<root@benchmarks.example>\"; start-info=\"application/soap+xml\"; action=\"{action}\"";

    /// <summary>What comes before the attachment's bytes.</summary>
    internal static byte[] Before(string action, ReadOnlySpan<byte> envelope) =>
    [
        .. Encoding.ASCII.GetBytes($"--{Boundary}\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"; action=\"{action}\"\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <root@benchmarks.example>\r\n\r\n"),
        .. envelope,
        .. Encoding.ASCII.GetBytes($"\r\n--{Boundary}\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <{ContentId}>\r\n\r\n"),
    ];

    /// <summary>What comes behind them.</summary>
    internal static byte[] After { get; } = Encoding.ASCII.GetBytes($"\r\n--{Boundary}--\r\n");
}
