using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace IheRegistry.Benchmarks.Load;

/// <summary>
/// One HTTP/1.1 keep-alive connection over a blocking socket: a request out, its answer in. It does as little as a client can, so that what is
/// measured is the server.
/// </summary>
sealed class HttpConnection : IDisposable
{
    const int PieceSize = 256 * 1024;

    readonly Socket _socket;
    byte[] _in = new byte[PieceSize];
    int _start;
    int _end;

    internal HttpConnection(int port)
    {
        _socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        _socket.Connect(new IPEndPoint(IPAddress.Loopback, port));
    }

    /// <summary>Sends what may be a piece of a request.</summary>
    internal void Send(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[_socket.Send(bytes)..];
    }

    /// <summary>Sends a request and reads the whole body of the answer, which is valid until the next call.</summary>
    internal ReadOnlySpan<byte> Exchange(ReadOnlySpan<byte> request)
    {
        Send(request);
        return ReadAnswer();
    }

    /// <summary>Reads an answer. Pieces of a chunked one are moved together.</summary>
    internal ReadOnlySpan<byte> ReadAnswer()
    {
        _start = _end = 0;
        var head = ReadHead();
        if (head.ContentLength is { } length)
        {
            while (_end - _start < length) Receive();
            return _in.AsSpan(_start, (int)length);
        }

        var body = _start;
        var written = _start;
        while (ReadChunkSize() is > 0 and var size)
        {
            while (_end - _start < size + 2) Receive();
            _in.AsSpan(_start, size).CopyTo(_in.AsSpan(written));
            written += size;
            _start += size + 2;
        }

        return _in.AsSpan(body, written - body);
    }

    /// <summary>Reads an answer and drops its body; the answer is the number of bytes that it had, chunk heads not counted.</summary>
    internal long DrainAnswer()
    {
        _start = _end = 0;
        var head = ReadHead();
        if (head.ContentLength is { } length)
        {
            Skip(length);
            return length;
        }

        long total = 0;
        while (ReadChunkSize() is > 0 and var size)
        {
            Skip(size + 2);
            total += size;
        }

        return total;
    }

    /// <inheritdoc />
    public void Dispose() => _socket.Dispose();

    (long? ContentLength, bool Chunked) ReadHead()
    {
        int length;
        while ((length = _in.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8)) < 0) Receive();
        var head = _in.AsSpan(_start, length);
        if (!head.StartsWith("HTTP/1.1 200"u8))
            throw new InvalidOperationException("The answer is not 200: " + System.Text.Encoding.Latin1.GetString(_in, _start, Math.Min(_end - _start, 2000)));
        _start += length + 4;
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) return (null, true);
        Utf8Parser.TryParse(head[(at + "Content-Length: ".Length)..], out long value, out _);
        return (value, false);
    }

    int ReadChunkSize()
    {
        int length;
        while ((length = _in.AsSpan(_start, _end - _start).IndexOf("\r\n"u8)) < 0) Receive();
        Utf8Parser.TryParse(_in.AsSpan(_start, length), out int size, out _, 'x');
        _start += length + 2;
        // The last chunk is followed by an empty line.
        if (size == 0) while (_end - _start < 2) Receive();
        return size;
    }

    void Skip(long count)
    {
        while (count > 0)
        {
            if (_start == _end)
            {
                _start = _end = 0;
                Receive();
            }

            var step = (int)Math.Min(count, _end - _start);
            _start += step;
            count -= step;
        }
    }

    void Receive()
    {
        if (_end == _in.Length) Array.Resize(ref _in, _in.Length * 2);
        var count = _socket.Receive(_in.AsSpan(_end));
        if (count == 0) throw new IOException("The server closed the connection.");
        _end += count;
    }
}
