using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>A client that sends whatever bytes it is given, right or wrong, and reads answers while it still sends.</summary>
sealed class HttpWire : IDisposable
{
    // Nothing that is tested takes near as long: it keeps a test that waits in vain from waiting for ever.
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly TcpClient _tcp;
    readonly byte[] _buffer = new byte[64 * 1024];
    int _start;
    int _end;

    public HttpWire(int port)
    {
        _tcp = new TcpClient("127.0.0.1", port) { NoDelay = true };
        Stream = _tcp.GetStream();
    }

    /// <summary>The bare connection.</summary>
    public NetworkStream Stream { get; }

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset() => _tcp.Client.Close(0);

    /// <summary>Says that nothing more will be sent.</summary>
    public void EndSending() => _tcp.Client.Shutdown(SocketShutdown.Send);

    public Task SendAsync(byte[] bytes) => Stream.WriteAsync(bytes).AsTask().WaitAsync(Patience);

    public Task SendAsync(string ascii) => SendAsync(Encoding.Latin1.GetBytes(ascii));

    /// <summary>Sends one POST and reads its answer; null when the connection ends without one.</summary>
    public static async Task<HttpAnswer?> PostAsync(int port, string path, string? contentType, byte[] body)
    {
        using var wire = new HttpWire(port);
        return await wire.PostAsync(path, contentType, body.Length, [body]);
    }

    /// <summary>
    /// Sends one POST, its body in pieces, and reads its answer. A server that answers early stops listening: what cannot be sent any more
    /// then is not sent.
    /// </summary>
    public async Task<HttpAnswer?> PostAsync(string path, string? contentType, long length, IEnumerable<byte[]> body, Action<byte[], int>? sink = null)
    {
        var sending = SendAllAsync();
        var answer = await ReadAsync(sink);
        await sending;
        return answer;

        async Task SendAllAsync()
        {
            var type = contentType is null ? "" : $"Content-Type: {contentType}\r\n";
            try
            {
                await SendAsync($"POST {path} HTTP/1.1\r\nHost: localhost\r\n{type}Content-Length: {length}\r\n\r\n");
                foreach (var piece in body) await SendAsync(piece);
            }
            catch (IOException)
            {
                // The server has answered and closed.
            }
        }
    }

    /// <summary>Reads one answer; null when the connection ends without one.</summary>
    /// <param name="sink">Takes the body instead of the answer, in pieces, each valid during the call only.</param>
    public async Task<HttpAnswer?> ReadAsync(Action<byte[], int>? sink = null)
    {
        var answer = await ReadCoreAsync(sink).WaitAsync(Patience);
        if (answer is not null) Leaks.NoneIn(answer.Headers + answer.Text);
        return answer;
    }

    /// <summary>True when the server ends the connection without a word.</summary>
    public async Task<bool> EndsAsync() => await ReadAsync() is null;

    public void Dispose() => _tcp.Dispose();

    async Task<HttpAnswer?> ReadCoreAsync(Action<byte[], int>? sink)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await ReadLineAsync() is not { } line) return null;
            head.Append(line);
        }

        var headers = head.ToString();
        var status = int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture);
        if (status == 100) return await ReadCoreAsync(sink);
        using var body = new MemoryStream();
        sink ??= (bytes, count) => body.Write(bytes, 0, count);
        var answer = new HttpAnswer(status, headers, [], IsWhole: false);
        var isWhole = answer.Header("Transfer-Encoding") == "chunked"
            ? await ReadChunksAsync(sink)
            : await ReadBytesAsync(long.Parse(answer.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture), sink);
        return answer with { Body = body.ToArray(), IsWhole = isWhole };
    }

    async Task<bool> ReadChunksAsync(Action<byte[], int> sink)
    {
        while (await ReadLineAsync() is { } line)
        {
            var size = long.Parse(line.AsSpan().Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (!await ReadBytesAsync(size, sink) || await ReadLineAsync() is null) return false;
            if (size == 0) return true;
        }

        return false;
    }

    async Task<bool> ReadBytesAsync(long count, Action<byte[], int> sink)
    {
        var piece = new byte[_buffer.Length];
        while (count > 0)
        {
            if (_start == _end && !await FillAsync()) return false;
            var taken = (int)Math.Min(count, _end - _start);
            _buffer.AsSpan(_start, taken).CopyTo(piece);
            sink(piece, taken);
            _start += taken;
            count -= taken;
        }

        return true;
    }

    async Task<string?> ReadLineAsync()
    {
        var line = new StringBuilder();
        while (line.Length == 0 || line[^1] != '\n')
        {
            if (_start == _end && !await FillAsync()) return null;
            line.Append((char)_buffer[_start++]);
        }

        return line.ToString();
    }

    async Task<bool> FillAsync()
    {
        try
        {
            (_start, _end) = (0, await Stream.ReadAsync(_buffer));
            return _end > 0;
        }
        catch (IOException)
        {
            // Reset.
            (_start, _end) = (0, 0);
            return false;
        }
    }
}
