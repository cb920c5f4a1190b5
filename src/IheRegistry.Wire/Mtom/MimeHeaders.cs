using System.Buffers;
using System.Text;

namespace IheRegistry.Wire.Mtom;

/// <summary>The header fields of a MIME part that matter here.</summary>
sealed class MimeHeaders
{
    internal string? ContentId { get; private set; }

    internal string? ContentType { get; private set; }

    internal string? TransferEncoding { get; private set; }

    /// <summary>Parses header fields up to and including the empty line; null when that line is not among the first bytes.</summary>
    internal static MimeHeaders? TryParse(in ReadOnlySequence<byte> buffer, int maxBytes, out int length)
    {
        var available = (int)Math.Min(buffer.Length, maxBytes);
        if (buffer.FirstSpan.Length >= available)
            return TryParse(buffer.FirstSpan[..available], out length);

        var copy = ArrayPool<byte>.Shared.Rent(available);
        buffer.Slice(0, available).CopyTo(copy);
        var headers = TryParse(copy.AsSpan(0, available), out length);
        ArrayPool<byte>.Shared.Return(copy);
        return headers;
    }

    static MimeHeaders? TryParse(ReadOnlySpan<byte> bytes, out int length)
    {
        length = LengthWithEmptyLine(bytes);
        if (length < 0)
            return null;

        var headers = new MimeHeaders();
        for (var rest = bytes[..length]; !rest.IsEmpty;)
        {
            var field = rest[..LengthOfField(rest)];
            rest = rest[field.Length..];
            headers.Take(Encoding.UTF8.GetString(field).ReplaceLineEndings(""));
        }

        return headers;
    }

    /// <summary>A line that begins with white space continues the one before (RFC 5322 section 2.2.3).</summary>
    static int LengthOfField(ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)'\n') + 1;
        while (rest[length..] is [(byte)' ' or (byte)'\t', ..])
            length += rest[length..].IndexOf((byte)'\n') + 1;
        return length;
    }

    void Take(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return;

        var name = field.AsSpan(0, colon).Trim();
        var value = field[(colon + 1)..].Trim();
        if (name.Equals("Content-ID", StringComparison.OrdinalIgnoreCase))
            ContentId ??= Mtom.ContentId.Normalise(value) is { Length: > 0 } contentId ? contentId : null;
        else if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            ContentType ??= value;
        else if (name.Equals("Content-Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            TransferEncoding ??= value;
    }

    static int LengthWithEmptyLine(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (bytes[at..].IndexOf((byte)'\n') is >= 0 and var lineBreak)
        {
            var isEmpty = lineBreak == 0 || (lineBreak == 1 && bytes[at] == '\r');
            at += lineBreak + 1;
            if (isEmpty)
                return at;
        }

        return -1;
    }
}
