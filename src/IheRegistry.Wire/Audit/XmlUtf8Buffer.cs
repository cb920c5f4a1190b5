using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Encoder = System.Buffers.Text.Base64;

namespace IheRegistry.Wire.Audit;

/// <summary>
/// Grows UTF-8 XML in a rented array. Whatever text it is given, the result stays one well-formed line: markup, controls and
/// line separators become character references, and what XML 1.0 cannot carry becomes U+FFFD. A sender's names therefore
/// cannot forge elements, nor log lines wherever the message is printed (CWE-117).
/// </summary>
ref struct XmlUtf8Buffer(int capacity)
{
    static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
    int _length;

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    /// <summary>Writes markup as it stands.</summary>
    public void Raw(scoped ReadOnlySpan<byte> markup) => Advance(Copy(markup, Room(markup.Length)));

    /// <summary>Writes an attribute, or nothing where there is no value.</summary>
    /// <param name="opening">Space, name, equals sign and quote.</param>
    /// <param name="value">The value.</param>
    public void Attribute(scoped ReadOnlySpan<byte> opening, string? value)
    {
        if (value is null)
            return;
        Raw(opening);
        Text(value);
        Raw("\""u8);
    }

    /// <summary>Writes an attribute with a number.</summary>
    public void Attribute(scoped ReadOnlySpan<byte> opening, int value)
    {
        Raw(opening);
        _ = Utf8Formatter.TryFormat(value, Room(11), out var written);
        Advance(written);
        Raw("\""u8);
    }

    /// <summary>Writes a UTC instant as xs:dateTime.</summary>
    public void Instant(DateTimeOffset instant)
    {
        _ = Utf8Formatter.TryFormat(instant.UtcDateTime, Room(28), out var written, 'O');
        Advance(written);
    }

    /// <summary>Writes bytes in base64.</summary>
    public void Base64(scoped ReadOnlySpan<byte> value)
    {
        var room = Room(Encoder.GetMaxEncodedToUtf8Length(value.Length));
        _ = Encoder.EncodeToUtf8(value, room, out _, out var written);
        Advance(written);
    }

    /// <summary>Writes text's UTF-8 bytes in base64.</summary>
    public void Base64(string value)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (most > 512)
        {
            Base64(Encoding.UTF8.GetBytes(value));
            return;
        }

        Span<byte> bytes = stackalloc byte[512];
        Base64(bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    /// <summary>Writes text, escaped for an attribute as well as for an element.</summary>
    public void Text(scoped ReadOnlySpan<char> text)
    {
        while (true)
        {
            var plain = text.IndexOfAnyExcept(Plain);
            if (plain < 0)
                plain = text.Length;
            Advance(Encoding.ASCII.GetBytes(text[..plain], Room(plain)));
            if (plain == text.Length)
                return;
            text = text[plain..];
            text = text[One(text)..];
        }
    }

    int One(scoped ReadOnlySpan<char> text)
    {
        // Of a lone surrogate the decoder makes U+FFFD.
        _ = Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        switch (rune.Value)
        {
            case '&': Raw("&amp;"u8); break;
            case '<': Raw("&lt;"u8); break;
            case '>': Raw("&gt;"u8); break;
            case '"': Raw("&quot;"u8); break;
            case '\t' or '\n' or '\r' or (>= 0x7F and <= 0x9F) or 0x2028 or 0x2029: Reference(rune.Value); break;
            case < 0x20 or 0xFFFE or 0xFFFF: Scalar(Rune.ReplacementChar); break;
            default: Scalar(rune); break;
        }

        return consumed;
    }

    void Scalar(Rune rune) => Advance(rune.EncodeToUtf8(Room(4)));

    void Reference(int value)
    {
        Raw("&#"u8);
        _ = Utf8Formatter.TryFormat(value, Room(11), out var written);
        Advance(written);
        Raw(";"u8);
    }

    static int Copy(scoped ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }

    void Advance(int count) => _length += count;

    Span<byte> Room(int count)
    {
        if (_bytes.Length - _length < count)
            Grow(count);
        return _bytes.AsSpan(_length);
    }

    void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, checked(_length + count)));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
