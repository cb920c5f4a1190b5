using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>From bytes to a message: header, character set, index.</summary>
static class Hl7MessageReader
{
    // Begins an ISO 2022 escape sequence.
    const byte Escape = 0x1B;

    static readonly Encoding Utf8Encoding = Hl7Charset.Utf8.Encoding;

    public static bool TryRead(
        ReadOnlyMemory<byte> bytes, Hl7ReadOptions options, [NotNullWhen(true)] out Hl7Message? message, out Hl7Refusal refusal)
    {
        message = null;
        bytes = bytes[LeadIn(bytes.Span)..];
        refusal = ReadDelimiters(bytes.Span, out var delimiters);
        if (refusal != Hl7Refusal.None) return false;
        refusal = ChooseCharset(bytes.Span, delimiters, options, out var charset, out var encoding);
        if (refusal != Hl7Refusal.None) return false;
        if (encoding is null)
        {
            if (!charset.TryDecode(bytes.Span, out var text))
            {
                refusal = Hl7Refusal.InvalidCharacters;
                return false;
            }

            (bytes, encoding) = (Utf8Encoding.GetBytes(text), Utf8Encoding);
        }

        refusal = Hl7Index.TryBuild(bytes.Span, delimiters.Field, options, out var index);
        if (refusal != Hl7Refusal.None) return false;
        message = new Hl7Message(bytes, encoding, charset, delimiters, index);
        return true;
    }

    public static bool TryReadHeader(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out Hl7Message? header)
    {
        header = null;
        bytes = bytes[LeadIn(bytes.Span)..];
        if (ReadDelimiters(bytes.Span, out var delimiters) != Hl7Refusal.None) return false;
        bytes = bytes[..HeaderLength(bytes.Span)];
        var charset = FindCharset(DeclaredCharset(bytes.Span, delimiters.Field), delimiters) ?? Hl7Charset.Latin1;
        if (charset.HidesDelimiters) bytes = Utf8Encoding.GetBytes(charset.Encoding.GetString(bytes.Span));
        var encoding = charset.HidesDelimiters ? Utf8Encoding : charset.Encoding;
        if (Hl7Index.TryBuild(bytes.Span, delimiters.Field, Hl7ReadOptions.Default, out var index) != Hl7Refusal.None) return false;
        header = new Hl7Message(bytes, encoding, charset, delimiters, index);
        return true;
    }

    // A byte order mark and blank lines come from messages that were files once.
    static int LeadIn(ReadOnlySpan<byte> bytes)
    {
        var start = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        while (start < bytes.Length && bytes[start] is (byte)'\r' or (byte)'\n' or (byte)' ') start++;
        return start;
    }

    static Hl7Refusal ReadDelimiters(ReadOnlySpan<byte> bytes, out Hl7Delimiters delimiters)
    {
        delimiters = default;
        if (bytes.IsEmpty) return Hl7Refusal.Empty;
        if (!bytes.StartsWith("MSH"u8)) return Hl7Refusal.NoHeader;
        return Hl7Delimiters.TryRead(bytes, out delimiters) ? Hl7Refusal.None : Hl7Refusal.InvalidDelimiters;
    }

    static int HeaderLength(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
        return end < 0 ? bytes.Length : end;
    }

    /// <summary>The encoding is null when the bytes have to be decoded before they are cut.</summary>
    static Hl7Refusal ChooseCharset(
        ReadOnlySpan<byte> bytes, Hl7Delimiters delimiters, Hl7ReadOptions options, out Hl7Charset charset, out Encoding? encoding)
    {
        var header = bytes[..HeaderLength(bytes)];
        var name = DeclaredCharset(header, delimiters.Field);
        var declared = FindCharset(name, delimiters);
        if (declared is null && (!Ascii.IsValid(header) || header.Contains(Escape))) declared = HiddenCharset(header, delimiters);
        charset = declared ?? Hl7Charset.Utf8;
        encoding = Utf8Encoding;
        // Every known character set agrees with ASCII on ASCII, as long as no escape sequence makes something else of it.
        if (Ascii.IsValid(bytes) && !(declared == Hl7Charset.IsoIr87 && bytes.Contains(Escape))) return Hl7Refusal.None;

        var isUtf8 = Utf8.IsValid(bytes);
        // No character set is named (table 0211: then it is ASCII, which these bytes are not).
        if (declared is null && name is "" or "ASCII" or "ISO IR6" or "ISO IR14") charset = isUtf8 ? Hl7Charset.Utf8 : options.FallbackCharset;
        else if (declared is null && !isUtf8) return Hl7Refusal.UnknownCharset;
        else charset = declared ?? Hl7Charset.Utf8;

        if (charset == Hl7Charset.Utf8) return isUtf8 ? Hl7Refusal.None : Hl7Refusal.InvalidCharacters;
        encoding = charset.HidesDelimiters ? null : charset.Encoding;
        return Hl7Refusal.None;
    }

    static string DeclaredCharset(ReadOnlySpan<byte> header, byte field)
    {
        for (var number = 1; number < 18; number++)
        {
            var separator = header.IndexOf(field);
            if (separator < 0) return "";
            header = header[(separator + 1)..];
        }

        var end = header.IndexOf(field);
        return Encoding.Latin1.GetString(end < 0 ? header : header[..end]).Trim();
    }

    // MSH-18's first repetition is the character set of the whole message; of those that further ones name, to be switched to
    // by ISO 2022 escape sequences, JIS X 0208 is known, the one that is in use.
    static Hl7Charset? FindCharset(string names, Hl7Delimiters delimiters)
    {
        var repetition = (char)delimiters.Repetition;
        if (delimiters.Repetition == 0 || !names.Contains(repetition)) return Hl7Charset.Find(names);
        var all = names.Split(repetition, StringSplitOptions.TrimEntries);
        return all.Skip(1).Any(name => Hl7Charset.Find(name) == Hl7Charset.IsoIr87) ? Hl7Charset.IsoIr87 : Hl7Charset.Find(all[0]);
    }

    /// <summary>Looks for MSH-18 again where text in the header may hold half characters that look like separators.</summary>
    static Hl7Charset? HiddenCharset(ReadOnlySpan<byte> header, Hl7Delimiters delimiters)
    {
        var assumed = header.Contains(Escape) ? Hl7Charset.IsoIr87 : Hl7Charset.Gb18030;
        var decoded = Utf8Encoding.GetBytes(assumed.Encoding.GetString(header));
        return FindCharset(DeclaredCharset(decoded, delimiters.Field), delimiters) is { HidesDelimiters: true } charset ? charset : null;
    }
}
