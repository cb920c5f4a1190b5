using System.Net;
using System.Net.Sockets;

namespace IheRegistry.Benchmarks.Load;

/// <summary>A TCP connection with one message under way, over a blocking socket.</summary>
sealed class TcpConnection : IDisposable
{
    readonly Socket _socket;
    readonly byte[] _in = new byte[64 * 1024];

    internal TcpConnection(int port)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
    }

    /// <summary>Sends a frame and reads one: up to the bytes that end it.</summary>
    internal ReadOnlySpan<byte> Exchange(ReadOnlySpan<byte> frame, ReadOnlySpan<byte> end)
    {
        for (var left = frame; !left.IsEmpty;) left = left[_socket.Send(left)..];
        var count = 0;
        while (!_in.AsSpan(0, count).EndsWith(end))
        {
            var received = _socket.Receive(_in.AsSpan(count));
            if (received == 0) throw new IOException("The server closed the connection.");
            count += received;
        }

        return _in.AsSpan(0, count);
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();
}
