using System.Net.Sockets;
using System.Text;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>A sender of HL7 v2 that sends whatever bytes it is given, right or wrong.</summary>
sealed class MllpWire : IDisposable
{
    readonly TcpClient _tcp;

    public MllpWire(int port)
    {
        _tcp = new TcpClient("127.0.0.1", port) { NoDelay = true };
        Stream = _tcp.GetStream();
    }

    /// <summary>The bare connection.</summary>
    public NetworkStream Stream { get; }

    public static byte[] Frame(string message) => Frame(Encoding.UTF8.GetBytes(message));

    public static byte[] Frame(byte[] message) => [0x0B, .. message, 0x1C, 0x0D];

    /// <summary>Sends bytes on a connection of their own, says that no more will come, and reads to the end.</summary>
    public static async Task<string> ExchangeAsync(int port, params byte[][] pieces)
    {
        using var wire = new MllpWire(port);
        foreach (var piece in pieces) await wire.SendAsync(piece);
        wire.EndSending();
        return await wire.ReadToEndAsync();
    }

    public Task SendAsync(byte[] bytes) => Stream.WriteAsync(bytes).AsTask().WaitAsync(HttpWire.Patience);

    /// <summary>Sends a framed message and reads its acknowledgement; null when the connection ends without one.</summary>
    public async Task<string?> AskAsync(string message)
    {
        await SendAsync(Frame(message));
        return await ReadAsync();
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Reads one acknowledgement without its frame; null when the connection ends without one.</summary>
    public async Task<string?> ReadAsync()
    {
        var read = new List<byte>();
        while (read is not [.., 0x1C, 0x0D])
        {
            if (await NextAsync() is not { } next) return null;
            read.Add(next);
        }

        return Checked(read[1..^2]);
    }

    /// <summary>All that the server still sends, frames and all.</summary>
    public async Task<string> ReadToEndAsync()
    {
        var read = new List<byte>();
        while (await NextAsync() is { } next) read.Add(next);
        return Checked(read);
    }

    public void Dispose() => _tcp.Dispose();

    static string Checked(List<byte> bytes)
    {
        var text = Encoding.UTF8.GetString([.. bytes]);
        Leaks.NoneIn(text);
        return text;
    }

    async Task<byte?> NextAsync()
    {
        var one = new byte[1];
        try
        {
            return await Stream.ReadAsync(one).AsTask().WaitAsync(HttpWire.Patience) == 0 ? null : one[0];
        }
        catch (IOException)
        {
            // Reset.
            return null;
        }
    }
}
