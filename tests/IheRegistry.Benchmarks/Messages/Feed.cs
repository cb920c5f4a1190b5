using System.Text;

namespace IheRegistry.Benchmarks.Messages;

/// <summary>A Patient Identity Feed message (ITI-8) of the size that admissions have.</summary>
static class Feed
{
    const string Message =
        "MSH|^~\\&|ADT|NORTHFIELD|IHEREGISTRY|DEMO|20260302203800||ADT^A04|765432100000000000|P|2.3.1||||||UNICODE UTF-8\r"
        + "EVN|A04|20260302203800\r"
        + "PID|1||FEED765432100000000000^^^IHERED&1.3.6.1.4.1.21367.13.20.1000&ISO~N100002^^^NORTHFIELD&1.3.6.1.4.1.21367.2026.3.1.1&ISO^MR||"
        + "Samplewood^Bruno||19720822|M|||99 Former Road^^Exampleton^^00012^XX||+0-555-1002\r"
        + "PV1|1|E\r";

    /// <summary>What ends a frame.</summary>
    internal static ReadOnlySpan<byte> End => [0x1C, 0x0D];

    /// <summary>The message alone.</summary>
    internal static byte[] Bytes => Encoding.UTF8.GetBytes(Message);

    /// <summary>The message in its frame.</summary>
    internal static byte[] Frame() => [0x0B, .. Bytes, .. End];
}
