using System.Net.Sockets;

namespace IheRegistry.Client.Tests;

/// <summary>A listener's end of MLLP, byte by byte.</summary>
static class MllpFrame
{
    public static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        var frame = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one) == 1 && one[0] != 0x1C) frame.Add(one[0]);
        await stream.ReadExactlyAsync(one);
        return [.. frame.SkipWhile(b => b == 0x0B)];
    }

    public static async Task WriteAsync(NetworkStream stream, byte[] message) => await stream.WriteAsync((byte[])[0x0B, .. message, 0x1C, 0x0D]);
}
