using System.Net.Http.Headers;
using NUnit.Framework;

namespace IheRegistry.Tests.Shared.Soap;

/// <summary>Posts SOAP requests. Every answer must be valid by our schemas and, where they are at hand, the official ones.</summary>
public sealed class SoapPeer : IDisposable
{
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(5) };

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
}
