namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// The delimiters of a message, from its MSH-1 and MSH-2 (HL7 v2.5.1 section 2.5.4; the truncation character since 2.7).
/// One that MSH-2 leaves out is 0 and never matches.
/// </summary>
/// <param name="Field">MSH-1.</param>
/// <param name="Component">MSH-2, first character.</param>
/// <param name="Repetition">MSH-2, second character.</param>
/// <param name="Escape">MSH-2, third character.</param>
/// <param name="Subcomponent">MSH-2, fourth character.</param>
/// <param name="Truncation">MSH-2, fifth character.</param>
public readonly record struct Hl7Delimiters(
    byte Field, byte Component, byte Repetition, byte Escape, byte Subcomponent, byte Truncation = 0)
{
    /// <summary>The recommended delimiters, <c>|^~\&amp;</c>.</summary>
    public static Hl7Delimiters Default { get; } = new((byte)'|', (byte)'^', (byte)'~', (byte)'\\', (byte)'&');

    /// <summary>True when any text can be written with these: all but the truncation character are there.</summary>
    public bool IsComplete => Component != 0 && Repetition != 0 && Escape != 0 && Subcomponent != 0;

    /// <summary>
    /// Text as it stands in a message with these delimiters, which have to be complete: what XDS metadata wants of a CX whose id a
    /// message has given (the metadata keeps HL7's escapes).
    /// </summary>
    public string EscapeText(string text) => Hl7Text.Escape(text, this);

    /// <summary>The text that <see cref="EscapeText"/> has made this of.</summary>
    public string UnescapeText(string text) => Hl7Text.Unescape(text, this);

    /// <summary>
    /// Reads the delimiters of a segment that begins <c>MSH|^~\&amp;</c>. They have to be different, printable and neither
    /// letter nor digit, since a message is ambiguous otherwise.
    /// </summary>
    internal static bool TryRead(ReadOnlySpan<byte> header, out Hl7Delimiters delimiters)
    {
        delimiters = default;
        if (header.Length < 5) return false;
        var field = header[3];
        var encoding = header[4..];
        var end = encoding.IndexOfAny(field, (byte)'\r', (byte)'\n');
        if (end >= 0) encoding = encoding[..end];
        if (encoding.Length is < 1 or > 5) return false;
        delimiters = new(field, encoding[0], At(encoding, 1), At(encoding, 2), At(encoding, 3), At(encoding, 4));
        return AreDistinct(header.Slice(3, 1 + encoding.Length));
    }

    static byte At(ReadOnlySpan<byte> encoding, int index) => index < encoding.Length ? encoding[index] : (byte)0;

    static bool AreDistinct(ReadOnlySpan<byte> delimiters)
    {
        for (var i = 0; i < delimiters.Length; i++)
        {
            if (delimiters[i] is <= 0x20 or >= 0x7F || char.IsAsciiLetterOrDigit((char)delimiters[i])) return false;
            if (delimiters[..i].Contains(delimiters[i])) return false;
        }

        return true;
    }
}
