namespace IheRegistry.Wire.Cda;

/// <summary>The document that a section was taken from.</summary>
public sealed record CdaSource
{
    /// <summary>Its uniqueId: an OID, <c>root^extension</c>, a UUID or any other text.</summary>
    public required string UniqueId { get; init; }

    /// <summary>What kind of document it is; null when unknown.</summary>
    public CdaCode? Code { get; init; }

    /// <summary>Its language; null when unknown.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>Its confidentialityCode; null when unknown.</summary>
    public CdaCode? Confidentiality { get; init; }

    /// <summary>Its authors.</summary>
    public IReadOnlyList<CdaAuthor> Authors { get; init; } = [];
}
