using System.Net;
using IheRegistry.Tests.Shared.Soap;

namespace IheRegistry.Client.Tests;

/// <summary>A peer that keeps what it is sent and answers what the test says.</summary>
sealed class ScriptedPeer(Func<SoapReply, SoapRequest> answer) : HttpMessageHandler
{
    internal static readonly Uri Endpoint = new("http://peer.test/xds");

    /// <summary>The last request, taken apart.</summary>
    internal SoapReply? Request { get; private set; }

    internal HttpStatusCode Status { get; init; } = HttpStatusCode.OK;

    internal HttpClient Client => new(this, disposeHandler: false);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        Request = new SoapReply(0, request.Content.Headers.NonValidated["Content-Type"].ToString(), body.ToArray());
        var (contentType, bytes) = answer(Request);
        var response = new HttpResponseMessage(Status) { Content = new ByteArrayContent(bytes) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return response;
    }
}
