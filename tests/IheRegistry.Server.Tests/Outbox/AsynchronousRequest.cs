using System.Net.Http.Headers;
using System.Text;
using IheRegistry.Tests.Shared.Soap;

namespace IheRegistry.Server.Tests.Outbox;

/// <summary>Requests that want their answers at an address of its own, and what the connection says to them.</summary>
static class AsynchronousRequest
{
    const string Anonymous = "http://www.w3.org/2005/08/addressing/anonymous";
    const string AnonymousReplyTo = $"<a:ReplyTo><a:Address>{Anonymous}</a:Address></a:ReplyTo>";

    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromMinutes(2) };

    /// <summary>The request with another ReplyTo, and a FaultTo where one is given.</summary>
    internal static SoapRequest For(this SoapRequest request, string replyTo, string? faultTo = null, string parameters = "")
    {
        var headers = $"<a:ReplyTo><a:Address>{replyTo}</a:Address>{parameters}</a:ReplyTo>";
        if (faultTo is not null) headers += $"<a:FaultTo><a:Address>{faultTo}</a:Address></a:FaultTo>";
        return request with { Body = Replace(request.Body, AnonymousReplyTo, headers) };
    }

    /// <summary>The address that means the connection.</summary>
    internal static string OnConnection => Anonymous;

    /// <summary>wsa:MessageID.</summary>
    internal static string MessageId(this SoapRequest request)
    {
        var text = Encoding.Latin1.GetString(request.Body);
        var start = text.IndexOf("<a:MessageID>", StringComparison.Ordinal) + "<a:MessageID>".Length;
        return text[start..text.IndexOf("</a:MessageID>", StringComparison.Ordinal)];
    }

    /// <summary>Posts it; the status and the body of the HTTP response.</summary>
    internal static async Task<(int Status, string Body)> PostAsync(Uri endpoint, SoapRequest request)
    {
        using var content = new ByteArrayContent(request.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
        using var response = await Http.PostAsync(endpoint, content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    static byte[] Replace(byte[] body, string old, string replacement)
    {
        var at = body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(old));
        return [.. body[..at], .. Encoding.UTF8.GetBytes(replacement), .. body[(at + old.Length)..]];
    }
}
