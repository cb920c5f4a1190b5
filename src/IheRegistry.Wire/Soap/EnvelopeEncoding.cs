using System.Text;
using System.Text.Unicode;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// Brings an envelope into the one form the rest reads: UTF-8 without byte order mark and XML declaration. What decides is, in this order
/// (RFC 7303 section 3), the byte order mark, the charset parameter, the XML declaration.
/// </summary>
static class EnvelopeEncoding
{
    // An XML declaration with everything that may stand in it is under 100 bytes.
    const int MaxDeclarationBytes = 256;

    internal static SoapRejectionReason? ToUtf8(EnvelopeBuffer buffer, string? charset)
    {
        if (!TryFind(buffer.Span, charset, out var encoding, out var markLength))
            return SoapRejectionReason.UnsupportedCharset;

        buffer.Skip(markLength);
        if (encoding is not null && buffer.Transcode(encoding) is { } flaw)
            return flaw;
        if (!Utf8.IsValid(buffer.Span) || !SkipDeclaration(buffer))
            return SoapRejectionReason.NotWellFormed;
        return null;
    }

    /// <summary>Finds the encoding; null stands for UTF-8.</summary>
    static bool TryFind(ReadOnlySpan<byte> bytes, string? charset, out Encoding? encoding, out int markLength)
    {
        (encoding, markLength) = OfMark(bytes);
        if (markLength > 0)
            return true;

        var name = charset?.Trim() ?? "";
        if (name.Length == 0)
        {
            encoding = OfZeroBytes(bytes);
            if (encoding is not null)
                return true;
            name = OfDeclaration(bytes) ?? "";
        }

        if (name.Length == 0 || IsUtf8(name))
            return true;
        encoding = Named(name);
        // "utf-16" says nothing of the byte order; RFC 2781 section 4.3 makes it big-endian without a mark, what is sent shows by itself.
        if (encoding is UnicodeEncoding)
            encoding = OfZeroBytes(bytes) ?? encoding;
        return encoding is not null;
    }

    static (Encoding? Encoding, int Length) OfMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Strict("utf-32"), 4),
        [0, 0, 0xFE, 0xFF, ..] => (Strict("utf-32BE"), 4),
        [0xFF, 0xFE, ..] => (Strict("utf-16"), 2),
        [0xFE, 0xFF, ..] => (Strict("utf-16BE"), 2),
        _ => (null, 0),
    };

    /// <summary>Tells UTF-16 without a mark by the zero byte beside the first angle bracket (XML 1.0 appendix F.1).</summary>
    static Encoding? OfZeroBytes(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'<', 0, not 0, ..] => Strict("utf-16"),
        [0, (byte)'<', 0, ..] => Strict("utf-16BE"),
        _ => null,
    };

    static string? OfDeclaration(ReadOnlySpan<byte> bytes) =>
        TryFindDeclaration(bytes, out var length) && length > 0 ? PseudoAttribute(bytes[..length], "encoding") : null;

    static bool IsUtf8(string name) =>
        name.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("utf8", StringComparison.OrdinalIgnoreCase)
        || name.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    static Encoding Strict(string name) => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);

    static Encoding? Named(string name)
    {
        try
        {
            // Code pages such as GB18030 come from a provider; asking it first needs no registration for the whole process.
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Strict(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    static bool SkipDeclaration(EnvelopeBuffer buffer)
    {
        if (!TryFindDeclaration(buffer.Span, out var length))
            return false;
        if (length > 0 && PseudoAttribute(buffer.Span[..length], "version") is not (null or "1.0"))
            return false;
        buffer.Skip(length);
        return true;
    }

    /// <summary>False when a declaration begins and does not end.</summary>
    static bool TryFindDeclaration(ReadOnlySpan<byte> bytes, out int length)
    {
        length = 0;
        if (!bytes.StartsWith("<?xml"u8) || bytes is not [_, _, _, _, _, (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n', ..])
            return true;

        var end = bytes[..Math.Min(bytes.Length, MaxDeclarationBytes)].IndexOf("?>"u8);
        length = end + 2;
        return end >= 0;
    }

    static string? PseudoAttribute(ReadOnlySpan<byte> declaration, string name)
    {
        var text = Encoding.Latin1.GetString(declaration).AsSpan();
        var at = text.IndexOf(name);
        if (at < 0)
            return null;

        text = text[(at + name.Length)..].TrimStart();
        if (text is not ['=', ..])
            return null;
        text = text[1..].TrimStart();
        if (text is not [var quote and ('"' or '\''), ..])
            return null;
        text = text[1..];
        var end = text.IndexOf(quote);
        return end < 0 ? null : text[..end].ToString();
    }
}
