using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IheRegistry.Server.Tests.Notifications;

/// <summary>A consumer of PIX Update Notifications over MLLP, without the product's codecs.</summary>
public sealed class UpdateConsumerPeer : IAsyncDisposable
{
    readonly ConcurrentQueue<Func<ReceivedUpdate, Task<string?>>> _script = new();
    readonly ConcurrentQueue<ReceivedUpdate> _updates = new();
    readonly ConcurrentBag<Task> _connections = [];
    readonly SemaphoreSlim _arrived = new(0);
    CancellationTokenSource _closing = new();
    TcpListener? _listener;
    Task _accepting = Task.CompletedTask;
    int _taken;

    /// <summary>A consumer with a port that is still closed.</summary>
    public UpdateConsumerPeer()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Its port on 127.0.0.1, also while that is closed.</summary>
    public int Port { get; }

    /// <summary>Everything that has come so far, in the order in which it was answered.</summary>
    public IReadOnlyList<ReceivedUpdate> Updates => [.. _updates];

    /// <summary>A consumer that listens.</summary>
    public static UpdateConsumerPeer Start()
    {
        var peer = new UpdateConsumerPeer();
        peer.Open();
        return peer;
    }

    /// <summary>Opens the port.</summary>
    public void Open()
    {
        _closing = new CancellationTokenSource();
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _accepting = AcceptAsync(_listener, _closing.Token);
    }

    /// <summary>Closes the port and every connection.</summary>
    public async Task CloseAsync()
    {
        await _closing.CancelAsync();
        _listener?.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _connections.Clear();
        _closing.Dispose();
    }

    /// <summary>Acknowledges the next message with a code instead of AA.</summary>
    public void Next(string code) => Next(_ => Task.FromResult<string?>(code));

    /// <summary>Acknowledges the next message as one likes; null closes the connection.</summary>
    public void Next(Func<ReceivedUpdate, Task<string?>> answer) => _script.Enqueue(answer);

    /// <summary>How each message is acknowledged that no script waits for.</summary>
    public Func<ReceivedUpdate, Task<string?>> Otherwise { get; set; } = _ => Task.FromResult<string?>("AA");

    /// <summary>Waits for the next message that was answered.</summary>
    public async Task<ReceivedUpdate> TakeAsync()
    {
        if (!await _arrived.WaitAsync(TimeSpan.FromMinutes(1))) throw new TimeoutException("No notification has come.");
        return _updates.ElementAt(_taken++);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_listener is not null && !_closing.IsCancellationRequested) await CloseAsync();
        _arrived.Dispose();
    }

    async Task AcceptAsync(TcpListener listener, CancellationToken closing)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(closing);
                _connections.Add(ServeAsync(client, closing));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    async Task ServeAsync(TcpClient client, CancellationToken closing)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream, closing) is { } message)
                {
                    var update = new ReceivedUpdate(message);
                    var code = await (_script.TryDequeue(out var answer) ? answer(update) : Otherwise(update));
                    if (code is not null)
                    {
                        _updates.Enqueue(update);
                        _arrived.Release();
                    }
                    else
                    {
                        return;
                    }

                    await stream.WriteAsync(Frame(update.Acknowledge(code)), closing);
                }
            }
            catch (Exception broken) when (broken is IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    static byte[] Frame(string message) => [0x0B, .. Encoding.UTF8.GetBytes(message), 0x1C, 0x0D];

    static async Task<string?> ReadAsync(NetworkStream stream, CancellationToken closing)
    {
        var message = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, closing) == 1)
        {
            if (one[0] == 0x1C) return Encoding.UTF8.GetString([.. message.SkipWhile(b => b is 0x0B or 0x0D)]);
            message.Add(one[0]);
        }

        return null;
    }
}

/// <summary>A notification as it came.</summary>
/// <param name="Message">ER7.</param>
public sealed record ReceivedUpdate(string Message)
{
    /// <summary>MSH-10.</summary>
    public string ControlId => Field("MSH", 10);

    /// <summary>PID-3, the repetitions.</summary>
    public string[] Identifiers => Field("PID", 3).Split('~');

    /// <summary>PID-3 as <c>id@namespace</c>, without enterprise ids that nobody chose.</summary>
    public string[] Ids => [.. Identifiers.Select(cx => cx.Split('^')).Select(parts => $"{parts[0]}@{parts[3].Split('&')[0]}").Where(id => !id.EndsWith("@EPID", StringComparison.Ordinal))];

    /// <summary>A field of the first segment of a name.</summary>
    public string Field(string segment, int number)
    {
        var fields = Message.Split('\r').First(line => line.StartsWith(segment + "|", StringComparison.Ordinal)).Split('|');
        // MSH-1 is the delimiter itself.
        var at = segment == "MSH" ? number - 1 : number;
        return at < fields.Length ? fields[at] : "";
    }

    /// <summary>An ACK.</summary>
    public string Acknowledge(string code) =>
        $"MSH|^~\\&|{Field("MSH", 5)}|{Field("MSH", 6)}|{Field("MSH", 3)}|{Field("MSH", 4)}|20260102030405||ACK^A31^ACK|{Guid.NewGuid().ToString("N")[..20]}|P|2.5\rMSA|{code}|{ControlId}\r";
}
