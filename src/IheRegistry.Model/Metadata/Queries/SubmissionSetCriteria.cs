using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Metadata.Queries;

/// <summary>What FindSubmissionSets asks for (ITI TF-2 3.18.4.1.2.3.7.2).</summary>
public sealed record SubmissionSetCriteria
{
    /// <summary>The patient.</summary>
    public required PatientId PatientId { get; init; }

    /// <summary>availabilityStatus values, one of which must match.</summary>
    public required IReadOnlyList<AvailabilityStatus> Statuses { get; init; }

    /// <summary>sourceIds, one of which must match; empty for any.</summary>
    public IReadOnlyList<string> SourceIds { get; init; } = [];

    /// <summary>submissionTime.</summary>
    public TimeRange SubmissionTime { get; init; }

    /// <summary>Patterns of authorPerson (% and _), one of which must match; empty for any.</summary>
    public IReadOnlyList<string> AuthorPersons { get; init; } = [];

    /// <summary>contentTypeCodes, one of which must match; empty for any.</summary>
    public IReadOnlyList<Code> ContentTypeCodes { get; init; } = [];
}
