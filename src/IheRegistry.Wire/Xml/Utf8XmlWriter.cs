using System.Buffers;
using System.Buffers.Text;
using System.Text.Unicode;

namespace IheRegistry.Wire.Xml;

/// <summary>
/// Writes XML as UTF-8 straight into a buffer writer, and splices ready-made fragments between what it escapes itself.
/// </summary>
/// <remarks>
/// It checks neither names nor nesting: callers give names as UTF-8 literals. What it does guarantee is that no text or attribute value
/// can break out of its place or make the document ill-formed: a character XML 1.0 (section 2.2) has no way to express is written as
/// U+FFFD. Nothing reaches the underlying writer before <see cref="Flush"/> or a full buffer.
/// </remarks>
public sealed class Utf8XmlWriter(IBufferWriter<byte> output) : IBufferWriter<byte>
{
    // Big enough that a typical fragment fits one lease, small enough to stay inside a 4 kB pool block of Kestrel's.
    const int LeaseSize = 1024;

    // A UTF-16 unit becomes at most three UTF-8 bytes.
    const int MaxBytesPerChar = 3;

    Memory<byte> _lease;
    int _used;
    bool _startTagOpen;

    /// <summary>Copies bytes that are well-formed XML already.</summary>
    public void Raw(ReadOnlySpan<byte> xml)
    {
        CloseStartTag();
        Copy(xml);
    }

    /// <summary>Opens a start tag; attributes may follow until something else is written.</summary>
    public void StartElement(ReadOnlySpan<byte> name)
    {
        CloseStartTag();
        Copy("<"u8);
        Copy(name);
        _startTagOpen = true;
    }

    /// <summary>Ends an element: <c>/&gt;</c> when nothing was written inside it.</summary>
    public void EndElement(ReadOnlySpan<byte> name)
    {
        if (_startTagOpen)
        {
            _startTagOpen = false;
            Copy("/>"u8);
            return;
        }

        Copy("</"u8);
        Copy(name);
        Copy(">"u8);
    }

    /// <summary>Writes an attribute into the open start tag.</summary>
    public void Attribute(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        BeginAttribute(name);
        Escape(value, XmlEscapes.Attribute);
        Copy("\""u8);
    }

    /// <summary>Writes an attribute, whose value is UTF-8, into the open start tag.</summary>
    public void Attribute(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8Value)
    {
        BeginAttribute(name);
        Escape(utf8Value, XmlEscapes.AttributeUtf8);
        Copy("\""u8);
    }

    /// <summary>Writes a whole number as an attribute into the open start tag.</summary>
    public void Attribute(ReadOnlySpan<byte> name, long value)
    {
        BeginAttribute(name);
        CopyNumber(value);
        Copy("\""u8);
    }

    /// <summary>Writes escaped text.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        CloseStartTag();
        Escape(text, XmlEscapes.Text);
    }

    /// <summary>Writes escaped text that is UTF-8.</summary>
    public void Text(ReadOnlySpan<byte> utf8Text)
    {
        CloseStartTag();
        Escape(utf8Text, XmlEscapes.TextUtf8);
    }

    /// <summary>Writes a whole number as text.</summary>
    public void Text(long value)
    {
        CloseStartTag();
        CopyNumber(value);
    }

    /// <summary>Writes an element that holds nothing but text.</summary>
    public void Element(ReadOnlySpan<byte> name, ReadOnlySpan<char> text)
    {
        StartElement(name);
        Text(text);
        EndElement(name);
    }

    /// <summary>Writes bytes as base64 text; several calls join up only when all but the last carry a multiple of three bytes.</summary>
    public void Base64(ReadOnlySpan<byte> bytes)
    {
        CloseStartTag();
        while (!bytes.IsEmpty)
        {
            var room = Room(LeaseSize);
            var chunk = bytes[..Math.Min(bytes.Length, room.Length / 4 * 3)];
            System.Buffers.Text.Base64.EncodeToUtf8(chunk, room, out _, out var written);
            _used += written;
            bytes = bytes[chunk.Length..];
        }
    }

    /// <summary>Hands everything written so far to the underlying writer, an open start tag closed first.</summary>
    public void Flush()
    {
        CloseStartTag();
        Release();
    }

    /// <inheritdoc />
    public void Advance(int count) => _used += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        CloseStartTag();
        Room(Math.Max(sizeHint, 1));
        return _lease[_used..];
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        CloseStartTag();
        return Room(Math.Max(sizeHint, 1));
    }

    void BeginAttribute(ReadOnlySpan<byte> name)
    {
        Copy(" "u8);
        Copy(name);
        Copy("=\""u8);
    }

    void CloseStartTag()
    {
        if (!_startTagOpen)
            return;
        _startTagOpen = false;
        Copy(">"u8);
    }

    void CopyNumber(long value)
    {
        // Nineteen digits and a sign.
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        _used += written;
    }

    void Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.TryCopyTo(_lease.Span[_used..]))
            _used += bytes.Length;
        else
            CopyInPieces(bytes);
    }

    void CopyInPieces(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var room = Room(1);
            var count = Math.Min(room.Length, bytes.Length);
            bytes[..count].CopyTo(room);
            _used += count;
            bytes = bytes[count..];
        }
    }

    void Escape(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (true)
        {
            var plain = text.IndexOfAny(special);
            Transcode(plain < 0 ? text : text[..plain]);
            if (plain < 0)
                return;
            Copy(XmlEscapes.Of(text[plain]));
            text = text[(plain + 1)..];
        }
    }

    void Transcode(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var room = Room(Math.Min(text.Length * MaxBytesPerChar, LeaseSize));
            // Lone surrogates become U+FFFD; DestinationTooSmall just goes round again.
            Utf8.FromUtf16(text, room, out var read, out var written, replaceInvalidSequences: true, isFinalBlock: true);
            _used += written;
            text = text[read..];
        }
    }

    void Escape(ReadOnlySpan<byte> text, SearchValues<byte> special)
    {
        while (true)
        {
            var plain = text.IndexOfAny(special);
            Copy(plain < 0 ? text : text[..plain]);
            if (plain < 0)
                return;
            Copy(XmlEscapes.Of(text[plain..], out var length));
            text = text[(plain + length)..];
        }
    }

    Span<byte> Room(int size)
    {
        if (_lease.Length - _used < size)
        {
            Release();
            _lease = output.GetMemory(Math.Max(size, LeaseSize));
        }

        return _lease.Span[_used..];
    }

    void Release()
    {
        if (_used > 0)
            output.Advance(_used);
        _used = 0;
        _lease = default;
    }
}
