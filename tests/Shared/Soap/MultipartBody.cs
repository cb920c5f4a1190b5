using System.Text;
using System.Text.RegularExpressions;

namespace IheRegistry.Tests.Shared.Soap;

/// <summary>Takes a multipart/related body apart by plain search; one without its closing boundary is refused.</summary>
static partial class MultipartBody
{
    internal static (byte[] Root, IReadOnlyDictionary<string, byte[]> Parts) Read(string contentType, byte[] body)
    {
        var boundary = Encoding.ASCII.GetBytes($"\r\n--{Parameter(contentType, "boundary")}");
        var start = Parameter(contentType, "start").Trim('<', '>');
        var parts = new Dictionary<string, byte[]>();
        // The first boundary may stand at the very beginning.
        ReadOnlySpan<byte> rest = [(byte)'\r', (byte)'\n', .. body];
        rest = rest[(Find(rest, boundary) + boundary.Length)..];
        while (!rest.StartsWith("--"u8))
        {
            var end = Find(rest, boundary);
            var (id, content) = Part(rest[..end]);
            parts.Add(id, content);
            rest = rest[(end + boundary.Length)..];
        }

        parts.Remove(start, out var root);
        return (root!, parts);
    }

    static (string Id, byte[] Content) Part(ReadOnlySpan<byte> part)
    {
        var end = part.IndexOf("\r\n\r\n"u8);
        var headers = Encoding.ASCII.GetString(part[..end]);
        return (ContentId().Match(headers).Groups[1].Value, part[(end + 4)..].ToArray());
    }

    static int Find(ReadOnlySpan<byte> text, ReadOnlySpan<byte> boundary) =>
        text.IndexOf(boundary) is var at and >= 0 ? at : throw new InvalidDataException("The multipart body has no closing boundary.");

    static string Parameter(string contentType, string name) =>
        Regex.Match(contentType, $"{name}=(\"([^\"]*)\"|[^;\\s]*)", RegexOptions.IgnoreCase) is { Success: true } match
            ? match.Groups[2].Success ? match.Groups[2].Value : match.Groups[1].Value
            : throw new InvalidDataException($"The Content-Type has no {name}.");

    [GeneratedRegex("Content-ID:\\s*<([^>]*)>", RegexOptions.IgnoreCase)]
    private static partial Regex ContentId();
}
