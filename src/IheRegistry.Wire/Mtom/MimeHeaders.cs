using System.Buffers;
using System.Text;

namespace IheRegistry.Wire.Mtom;

/// <summary>The header fields of a MIME part that matter here.</summary>
sealed class MimeHeaders
{
    static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

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
            headers.Take(field);
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

    void Take(ReadOnlySpan<byte> field)
    {
        var colon = field.IndexOf((byte)':');
        if (colon < 0)
            return;

        var name = field[..colon].Trim(WhiteSpace);
        var value = field[(colon + 1)..].Trim(WhiteSpace);
        if (Ascii.EqualsIgnoreCase(name, "Content-ID"u8))
            ContentId ??= Mtom.ContentId.Normalise(Unfold(value)) is { Length: > 0 } contentId ? contentId : null;
        else if (Ascii.EqualsIgnoreCase(name, "Content-Type"u8))
            ContentType ??= Unfold(value);
        else if (Ascii.EqualsIgnoreCase(name, "Content-Transfer-Encoding"u8))
            TransferEncoding ??= Unfold(value);
    }

    static string Unfold(ReadOnlySpan<byte> value) => Encoding.UTF8.GetString(value).ReplaceLineEndings("").Trim();

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
