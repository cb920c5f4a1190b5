using System.Text;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Soap;

namespace IheRegistry.Wire.Tests.Mtom;

/// <summary>Multipart messages written by hand, Latin-1 byte by byte, and reading them.</summary>
static class MimeMessage
{
    public const string Root =
        "Content-Type: application/xop+xml; charset=UTF-8; type=\"application/soap+xml\"\r\nContent-ID: <root@x>\r\n\r\n";

    public static string Type(string parameters = "boundary=B; start=\"<root@x>\"") =>
        $"multipart/related; type=\"application/xop+xml\"; start-info=\"application/soap+xml\"; {parameters}";

    /// <summary>The root and parts, each with its header fields, between well-formed delimiters.</summary>
    public static string Of(params string[] parts) =>
        "--B\r\n" + string.Join("\r\n--B\r\n", [Root + Messages.Envelope(), .. parts]) + "\r\n--B--\r\n";

    public static async Task<SoapReadResult> ReadAsync(
        string message, string? contentType = null, int chunk = 4096, int segment = 4096, SoapLimits? limits = null) =>
        await new SoapMessageReader(limits ?? new SoapLimits()).ReadAsync(
            ChunkedStream.Pipe(Encoding.Latin1.GetBytes(message), segment, chunk), contentType ?? Type(), SoapMessageKind.Request);

    /// <summary>Content-IDs and contents of the parts beside the root, the body read first.</summary>
    public static async Task<List<(string? Id, string Content)>> PartsAsync(
        string message, string? contentType = null, int chunk = 4096, int segment = 4096, SoapLimits? limits = null)
    {
        var result = await ReadAsync(message, contentType, chunk, segment, limits);
        if (!result.IsAccepted)
            throw new InvalidOperationException(result.Rejection.Reason.ToString());
        await using var read = result.Message;
        if (read.ReadBody(xml => xml.ReadElementContentAsString(), out var body) is not null || body != "text")
            throw new InvalidOperationException("The root is not what was sent.");

        var parts = new List<(string?, string)>();
        while (await read.ReadNextPartAsync() is { } part)
            parts.Add((part.ContentId, await ContentAsync(part)));
        return parts;
    }

    public static async Task<string> ContentAsync(MimePart part)
    {
        using var content = new MemoryStream();
        await part.Content.CopyToAsync(content);
        return Encoding.Latin1.GetString(content.ToArray());
    }
}
