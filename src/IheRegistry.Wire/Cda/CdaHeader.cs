namespace IheRegistry.Wire.Cda;

/// <summary>The header of a document that is written here (CDA R2 4.2).</summary>
public sealed record CdaHeader
{
    /// <summary>ClinicalDocument/id: an OID.</summary>
    public required string Id { get; init; }

    /// <summary>What kind of document it is.</summary>
    public required CdaCode Code { get; init; }

    /// <summary>title.</summary>
    public required string Title { get; init; }

    /// <summary>effectiveTime: when it was made (DTM in UTC).</summary>
    public required string EffectiveTime { get; init; }

    /// <summary>confidentialityCode.</summary>
    public required CdaCode Confidentiality { get; init; }

    /// <summary>languageCode; null when unknown.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>recordTarget.</summary>
    public required CdaPatient Patient { get; init; }

    /// <summary>author.</summary>
    public required CdaAuthor Author { get; init; }

    /// <summary>custodian.</summary>
    public required CdaOrganization Custodian { get; init; }
}
