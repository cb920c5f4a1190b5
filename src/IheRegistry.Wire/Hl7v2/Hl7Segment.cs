using System.Text;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>A segment: a view into the message. One that is not there reads as an empty one.</summary>
public readonly struct Hl7Segment
{
    readonly Hl7Message? _message;

    internal Hl7Segment(Hl7Message message, int index)
    {
        _message = message;
        Index = index;
    }

    /// <summary>True when the message has this segment.</summary>
    public bool Exists => _message is not null;

    /// <summary>The place in the message, from 0.</summary>
    public int Index { get; }

    /// <summary>The segment's name, such as <c>PID</c>.</summary>
    public string Name => Encoding.ASCII.GetString(NameBytes);

    /// <summary>The number of the last field that the segment has.</summary>
    public int FieldCount => _message is null ? 0 : _message.Index.FieldCount(Index) - (IsHeader ? 0 : 1);

    /// <summary>The bytes of the whole segment without its end.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            if (_message is null) return default;
            var (start, length) = _message.Index.Segment(Index);
            return _message.Span.Slice(start, length);
        }
    }

    ReadOnlySpan<byte> NameBytes => _message is null ? default : Slice(_message, 0).Bytes;

    // In these three the field separator itself is field 1 (HL7 v2.5.1 sections 2.15.9, 2.15.2 and 2.15.6).
    internal bool IsHeader => NameBytes is [(byte)'M' or (byte)'F' or (byte)'B', (byte)'S' or (byte)'H', (byte)'H' or (byte)'S'] name
        && (name.SequenceEqual("MSH"u8) || name.SequenceEqual("FHS"u8) || name.SequenceEqual("BHS"u8));

    /// <summary>A field by the standard's number, from 1. MSH-1 is the field separator.</summary>
    public Hl7Field this[int field]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(field, 1);
            if (_message is null) return default;
            return new Hl7Field(IsHeader ? HeaderField(_message, field) : Slice(_message, field));
        }
    }

    /// <summary>True when the segment has this name.</summary>
    public bool Is(string name) => Ascii.Equals(NameBytes, name);

    Hl7Slice HeaderField(Hl7Message message, int field)
    {
        if (field > 2) return Slice(message, field - 1);
        var (start, length) = message.Index.Segment(Index);
        if (field == 1) return length > 3 ? new Hl7Slice(message, start + 3, 1, isLiteral: true) : default;
        (start, length) = message.Index.FieldCount(Index) > 1 ? message.Index.Field(Index, 1) : default;
        return new Hl7Slice(message, start, length, isLiteral: true);
    }

    Hl7Slice Slice(Hl7Message message, int part)
    {
        if (part >= message.Index.FieldCount(Index)) return default;
        var (start, length) = message.Index.Field(Index, part);
        return new Hl7Slice(message, start, length);
    }
}
