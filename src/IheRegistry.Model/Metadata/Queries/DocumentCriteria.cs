using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Metadata.Queries;

/// <summary>What FindDocuments and its kin ask for (ITI TF-2 3.18.4.1.2.3.7.1): an entry matches when it matches every property.</summary>
public sealed record DocumentCriteria : DocumentFilter
{
    /// <summary>Patients, one of whom must match; empty for any (ITI-51).</summary>
    public required IReadOnlyList<PatientId> PatientIds { get; init; }

    /// <summary>availabilityStatus values, one of which must match.</summary>
    public required IReadOnlyList<AvailabilityStatus> Statuses { get; init; }

    /// <summary>classCodes, one of which must match; empty for any.</summary>
    public IReadOnlyList<Code> ClassCodes { get; init; } = [];

    /// <summary>typeCodes, one of which must match; empty for any.</summary>
    public IReadOnlyList<Code> TypeCodes { get; init; } = [];

    /// <summary>practiceSettingCodes, one of which must match; empty for any.</summary>
    public IReadOnlyList<Code> PracticeSettingCodes { get; init; } = [];

    /// <summary>healthcareFacilityTypeCodes, one of which must match; empty for any.</summary>
    public IReadOnlyList<Code> HealthcareFacilityTypeCodes { get; init; } = [];

    /// <summary>eventCodeList: of each group one must match.</summary>
    public IReadOnlyList<IReadOnlyList<Code>> EventCodes { get; init; } = [];

    /// <summary>referenceIdList: of each group of patterns one must match.</summary>
    public IReadOnlyList<IReadOnlyList<string>> ReferenceIds { get; init; } = [];

    /// <summary>Patterns of authorPerson (% and _), one of which must match; empty for any.</summary>
    public IReadOnlyList<string> AuthorPersons { get; init; } = [];

    /// <summary>Patterns of the title (% and _), one of which must match; empty for any.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>creationTime; not asked of on-demand entries, which have none.</summary>
    public TimeRange CreationTime { get; init; }

    /// <summary>serviceStartTime; an entry without one matches (ITI TF-2 3.18.4.1.2.3.3.1).</summary>
    public TimeRange ServiceStartTime { get; init; }

    /// <summary>serviceStopTime; an entry without one matches.</summary>
    public TimeRange ServiceStopTime { get; init; }

    /// <summary>documentAvailability: true for Offline only, false for Online only, null for either.</summary>
    public bool? Offline { get; init; }

    /// <summary>What an entry must not have; null where nothing is excluded.</summary>
    public DocumentExclusions? Excluded { get; init; }
}
