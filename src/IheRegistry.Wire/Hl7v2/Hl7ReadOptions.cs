namespace IheRegistry.Wire.Hl7v2;

/// <summary>How messages are read and how much of them. The size is the transport's to limit.</summary>
public sealed record Hl7ReadOptions
{
    /// <summary>The defaults.</summary>
    public static Hl7ReadOptions Default { get; } = new();

    /// <summary>
    /// Segments in a message. Default 10,000: a merge of some thousand pairs, or a demographics answer of as many patients,
    /// still fits, and looking for a segment by name stays short.
    /// </summary>
    public int MaxSegments { get; init; } = 10_000;

    /// <summary>
    /// Fields in a message. Default 200,000: twenty a segment at the bound above; the index takes four bytes for each, so it stays
    /// under a megabyte.
    /// </summary>
    public int MaxFields { get; init; } = 200_000;

    /// <summary>The character set of a message that names none and is not valid UTF-8. Default 8859/1.</summary>
    public Hl7Charset FallbackCharset { get; init; } = Hl7Charset.Latin1;
}
