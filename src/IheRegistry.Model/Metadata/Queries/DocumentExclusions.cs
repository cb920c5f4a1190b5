namespace IheRegistry.Model.Metadata.Queries;

/// <summary>
/// What FindDocumentsExclude keeps out (CP-ITI-1323): an entry that would match any one of these as a criterion of FindDocuments, so that
/// lists of a group are alternatives and groups are taken together.
/// </summary>
public sealed record DocumentExclusions
{
    /// <summary>classCodes.</summary>
    public IReadOnlyList<Code> ClassCodes { get; init; } = [];

    /// <summary>typeCodes.</summary>
    public IReadOnlyList<Code> TypeCodes { get; init; } = [];

    /// <summary>practiceSettingCodes.</summary>
    public IReadOnlyList<Code> PracticeSettingCodes { get; init; } = [];

    /// <summary>healthcareFacilityTypeCodes.</summary>
    public IReadOnlyList<Code> HealthcareFacilityTypeCodes { get; init; } = [];

    /// <summary>formatCodes.</summary>
    public IReadOnlyList<Code> FormatCodes { get; init; } = [];

    /// <summary>eventCodeList.</summary>
    public IReadOnlyList<IReadOnlyList<Code>> EventCodes { get; init; } = [];

    /// <summary>confidentialityCodes.</summary>
    public IReadOnlyList<IReadOnlyList<Code>> ConfidentialityCodes { get; init; } = [];

    /// <summary>Patterns of authorPerson (% and _).</summary>
    public IReadOnlyList<string> AuthorPersons { get; init; } = [];

    /// <summary>Groups of patterns of referenceIdList.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ReferenceIds { get; init; } = [];
}
