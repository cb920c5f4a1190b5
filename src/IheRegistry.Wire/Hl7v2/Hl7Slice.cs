namespace IheRegistry.Wire.Hl7v2;

/// <summary>A range of a message: what every view of it is made of. The default value is an absent, empty range.</summary>
readonly struct Hl7Slice(Hl7Message? message, int start, int length, bool isLiteral = false)
{
    public Hl7Message? Message => message;

    public bool IsEmpty => length == 0;

    public ReadOnlySpan<byte> Bytes => message is null ? default : message.Span.Slice(start, length);

    /// <summary>MSH-1 and MSH-2 hold delimiters themselves: they are neither cut nor unescaped.</summary>
    public bool IsLiteral => isLiteral;

    public Hl7Delimiters Delimiters => message?.Delimiters ?? default;

    public string Text => message is null || length == 0 ? "" : isLiteral ? message.Decode(Bytes) : Hl7Text.Decode(message, Bytes);

    /// <summary>The n-th part between delimiters, from 1; an absent one is empty.</summary>
    public Hl7Slice Part(byte delimiter, int n)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(n, 1);
        var rest = this;
        for (; n > 1; n--)
            if (!rest.TryCut(delimiter, out _, out rest)) return default;
        rest.TryCut(delimiter, out var part, out _);
        return part;
    }

    /// <summary>The number of parts between delimiters; an empty range has none.</summary>
    public int Count(byte delimiter) =>
        length == 0 ? 0 : isLiteral || delimiter == 0 ? 1 : Bytes.Count(delimiter) + 1;

    /// <summary>Cuts at the first delimiter; false when there is none, the part then being the whole.</summary>
    public bool TryCut(byte delimiter, out Hl7Slice part, out Hl7Slice rest)
    {
        var at = isLiteral || delimiter == 0 ? -1 : Bytes.IndexOf(delimiter);
        part = at < 0 ? this : new Hl7Slice(message, start, at);
        rest = at < 0 ? default : new Hl7Slice(message, start + at + 1, length - at - 1);
        return at >= 0;
    }

    /// <summary>A field of two quotation marks: "known to be nothing" (HL7 v2.5.1 section 2.5.3.2).</summary>
    public bool IsNull => length == 2 && Bytes.SequenceEqual("\"\""u8);
}
