namespace IheRegistry.Wire.Hl7v2;

/// <summary>A subcomponent, the smallest part of a message. One that is not there reads as an empty one.</summary>
public readonly struct Hl7Subcomponent
{
    internal Hl7Subcomponent(Hl7Slice slice) => Slice = slice;

    internal Hl7Slice Slice { get; }

    /// <summary>True when the subcomponent is absent or has no bytes.</summary>
    public bool IsEmpty => Slice.IsEmpty;

    /// <summary>The bytes, escapes as sent.</summary>
    public ReadOnlySpan<byte> Bytes => Slice.Bytes;

    /// <summary>The text, escapes resolved.</summary>
    public string Text => Slice.Text;
}
