namespace IheRegistry.Wire.Cda;

/// <summary>A section of a CDA document, as far as a person reads it.</summary>
public sealed record CdaSection
{
    /// <summary>code; null when it has none.</summary>
    public CdaCode? Code { get; init; }

    /// <summary>The text of title; null when it has none.</summary>
    public string? Title { get; init; }

    /// <summary>The narrative block; empty when the section has none.</summary>
    public Narrative Text { get; init; } = Narrative.Empty;

    /// <summary>True when the narrative refers to pictures or other media, which are not part of it.</summary>
    public bool HasMultimedia { get; init; }

    /// <summary>The sections inside it.</summary>
    public IReadOnlyList<CdaSection> Sections { get; init; } = [];
}
