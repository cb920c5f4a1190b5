using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using NUnit.Framework;

namespace IheRegistry.Tests.Shared.Soap;

/// <summary>Posts SOAP requests. Every answer must be valid by our schemas and, where they are at hand, the official ones.</summary>
/// <param name="from">The own address to call from; any when null.</param>
public sealed class SoapPeer(IPAddress? from = null) : IDisposable
{
    readonly HttpClient _http = new(Handler(from)) { Timeout = TimeSpan.FromMinutes(5) };

    /// <summary>Sends a request and takes the whole answer.</summary>
    /// <exception cref="HttpRequestException">The connection broke.</exception>
    public async Task<SoapReply> PostAsync(Uri endpoint, SoapRequest request)
    {
        using var content = new ByteArrayContent(request.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        using var response = await _http.PostAsync(endpoint, content);
        var body = await response.Content.ReadAsByteArrayAsync();
        var reply = new SoapReply((int)response.StatusCode, response.Content.Headers.ContentType!.ToString(), body);
        Assert.That(SchemaValidation.Errors(reply.EnvelopeBytes), Is.Empty, "our schemas");
        Assert.That(SchemaValidation.OfficialErrors(reply.EnvelopeBytes), Is.Empty, "the official schemas");
        return reply;
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    static SocketsHttpHandler Handler(IPAddress? from) => from is null
        ? new SocketsHttpHandler()
        : new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(from.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
}
