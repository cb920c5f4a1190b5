namespace IheRegistry.Wire.Hl7v2;

/// <summary>A component: a view into the message. One that is not there reads as an empty one.</summary>
public readonly struct Hl7Component
{
    internal Hl7Component(Hl7Slice slice) => Slice = slice;

    internal Hl7Slice Slice { get; }

    /// <summary>True when the component is absent or has no bytes.</summary>
    public bool IsEmpty => Slice.IsEmpty;

    /// <summary>True for a component of two quotation marks.</summary>
    public bool IsNull => Slice.IsNull;

    /// <summary>The bytes, escapes and delimiters as sent.</summary>
    public ReadOnlySpan<byte> Bytes => Slice.Bytes;

    /// <summary>The text of the first subcomponent, escapes resolved.</summary>
    public string Text => this[1].Text;

    /// <summary>The subcomponents in order; an empty component has none.</summary>
    public Hl7Parts<Hl7Subcomponent> Subcomponents =>
        new(Slice, Slice.Delimiters.Subcomponent, static slice => new Hl7Subcomponent(slice));

    /// <summary>A subcomponent, from 1.</summary>
    public Hl7Subcomponent this[int subcomponent] => new(Slice.Part(Slice.Delimiters.Subcomponent, subcomponent));
}
