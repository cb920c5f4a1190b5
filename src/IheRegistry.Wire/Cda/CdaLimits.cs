namespace IheRegistry.Wire.Cda;

/// <summary>What a CDA document may cost its reader. A document is read from its source and never by way of entities.</summary>
public sealed record CdaLimits
{
    /// <summary>
    /// Elements inside each other. Sections of sections with tables in them nest some thirty deep; the reader's stack bears ten times this.
    /// </summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>
    /// Elements of a document: tens of thousands are a hospital stay with all its laboratory values. Each costs some hundred bytes while
    /// the narrative that holds it is read.
    /// </summary>
    public int MaxElements { get; init; } = 200_000;

    /// <summary>Characters of a document. A scan embedded as base64 is larger, and has no sections.</summary>
    public long MaxCharacters { get; init; } = 8L << 20;
}
