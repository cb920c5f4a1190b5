using System.Net.Sockets;
using System.Text;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Wire.Tests.Mllp;

/// <summary>Bytes in and out of a bare socket.</summary>
static class Wire
{
    // A test that waits longer than this has failed.
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static byte[] Frame(string message) =>
        [MllpFraming.StartBlock, .. Encoding.UTF8.GetBytes(message), MllpFraming.EndBlock, MllpFraming.CarriageReturn];

    public static string Answer(string message) => Encoding.UTF8.GetString(Frame("re:" + message));

    public static async Task SendAsync(this Socket socket, byte[] bytes)
    {
        var sent = 0;
        while (sent < bytes.Length) sent += await socket.SendAsync(bytes.AsMemory(sent), SocketFlags.None).AsTask().WaitAsync(Patience);
    }

    /// <summary>Reads as many bytes as the text has.</summary>
    public static async Task<string> ReceiveAsync(this Socket socket, int length)
    {
        var buffer = new byte[length];
        var received = 0;
        while (received < length)
        {
            var count = await socket.ReceiveAsync(buffer.AsMemory(received), SocketFlags.None).AsTask().WaitAsync(Patience);
            if (count == 0) break;
            received += count;
        }

        return Encoding.UTF8.GetString(buffer, 0, received);
    }

    /// <summary>Reads until the peer closes; a reset is a close.</summary>
    public static async Task<string> ReceiveAllAsync(this Socket socket)
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer, SocketFlags.None).WaitAsync(Patience) is > 0 and var count)
                text.Write(buffer, 0, count);
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.ConnectionReset)
        {
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
