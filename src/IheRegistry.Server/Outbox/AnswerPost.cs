using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using IheRegistry.Server.Options;
using IheRegistry.Store.Outbox;

namespace IheRegistry.Server.Outbox;

/// <summary>Sends one answer to its receiver. No redirect is followed, no proxy is asked, and nothing of what the receiver says is kept.</summary>
sealed class AnswerPost : IDisposable
{
    // A document of some size must be able to end on a slow line: 512 kbit/s.
    const long LeastBytesPerSecond = 64 * 1024;

    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    // Names are looked up again, and certificates checked again, at least this often.
    static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    readonly AnswerOutbox _outbox;
    readonly ReceiverList _receivers;
    readonly TimeSpan _time;
    readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = ConnectionLifetime,
        ConnectCallback = ConnectAsync,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    public AnswerPost(AnswerOutbox outbox, ServerOptions options) =>
        (_outbox, _receivers, _time) = (outbox, options.Answers.Receivers, options.Answers.Attempt);

    /// <summary>Null where the receiver took it, else why not.</summary>
    internal async Task<string?> SendAsync(KeptAnswer answer, CancellationToken cancellationToken)
    {
        // The configuration may have changed since the answer was kept.
        if (_receivers.Find(answer.Address) is not { } receiver) return "the address is not allowed any more";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_time + TimeSpan.FromSeconds((double)answer.Size / LeastBytesPerSecond));
        try
        {
            return await SendAsync(answer, receiver, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "no answer in time";
        }
        catch (HttpRequestException error)
        {
            return error.InnerException is SocketException socket ? socket.SocketErrorCode.ToString() : error.HttpRequestError.ToString();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    async Task<string?> SendAsync(KeptAnswer answer, Uri receiver, CancellationToken cancellationToken)
    {
        if (await _outbox.ReadAsync(answer, cancellationToken).ConfigureAwait(false) is not { } body) return "the answer is not there any more";
        using var request = new HttpRequestMessage(HttpMethod.Post, receiver) { Content = new StreamContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(answer.ContentType);
        request.Content.Headers.ContentLength = answer.Size;
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? null : $"HTTP status {(int)response.StatusCode}";
    }

    static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = ReceiverNetwork.Reachable(host, await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false));
        if (addresses.Length == 0) throw new SocketException((int)SocketError.AddressNotAvailable);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
