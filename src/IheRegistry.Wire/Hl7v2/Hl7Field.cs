namespace IheRegistry.Wire.Hl7v2;

/// <summary>A field of a segment: a view into the message. A field that is not there reads as an empty one.</summary>
public readonly struct Hl7Field
{
    internal Hl7Field(Hl7Slice slice) => Slice = slice;

    internal Hl7Slice Slice { get; }

    /// <summary>True when the field is absent or has no bytes.</summary>
    public bool IsEmpty => Slice.IsEmpty;

    /// <summary>True for a field of two quotation marks: known to be nothing, as against not said.</summary>
    public bool IsNull => Slice.IsNull;

    /// <summary>The bytes of the whole field, escapes and delimiters as sent.</summary>
    public ReadOnlySpan<byte> Bytes => Slice.Bytes;

    /// <summary>
    /// The text of the first subcomponent of the first component of the first repetition: the value of a field that has no parts.
    /// HL7 asks a receiver to ignore parts that it does not expect (v2.5.1 section 2.8).
    /// </summary>
    public string Text => Repetition(1).Text;

    /// <summary>The number of repetitions; an empty field has none.</summary>
    public int RepetitionCount => Slice.Count(Slice.Delimiters.Repetition);

    /// <summary>All repetitions in order; an empty field has none.</summary>
    public Hl7Parts<Hl7Repetition> Repetitions => new(Slice, Slice.Delimiters.Repetition, static slice => new Hl7Repetition(slice));

    /// <summary>A component of the first repetition, from 1.</summary>
    public Hl7Component this[int component] => Repetition(1)[component];

    /// <summary>A repetition, from 1.</summary>
    public Hl7Repetition Repetition(int n) => new(Slice.Part(Slice.Delimiters.Repetition, n));

    /// <summary>The bytes as text, escapes and delimiters as sent.</summary>
    public override string ToString() => Slice.Message?.Decode(Bytes) ?? "";
}
