namespace IheRegistry.Wire.Hl7v2;

/// <summary>One repetition of a field: a view into the message. One that is not there reads as an empty one.</summary>
public readonly struct Hl7Repetition
{
    internal Hl7Repetition(Hl7Slice slice) => Slice = slice;

    internal Hl7Slice Slice { get; }

    /// <summary>True when the repetition is absent or has no bytes.</summary>
    public bool IsEmpty => Slice.IsEmpty;

    /// <summary>True for a repetition of two quotation marks.</summary>
    public bool IsNull => Slice.IsNull;

    /// <summary>The bytes, escapes and delimiters as sent.</summary>
    public ReadOnlySpan<byte> Bytes => Slice.Bytes;

    /// <summary>The text of the first subcomponent of the first component.</summary>
    public string Text => this[1].Text;

    /// <summary>The components in order; an empty repetition has none.</summary>
    public Hl7Parts<Hl7Component> Components => new(Slice, Slice.Delimiters.Component, static slice => new Hl7Component(slice));

    /// <summary>A component, from 1.</summary>
    public Hl7Component this[int component] => new(Slice.Part(Slice.Delimiters.Component, component));
}
