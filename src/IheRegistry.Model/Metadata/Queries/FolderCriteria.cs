using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Metadata.Queries;

/// <summary>What FindFolders asks for (ITI TF-2 3.18.4.1.2.3.7.3).</summary>
public sealed record FolderCriteria
{
    /// <summary>Patients, one of whom must match; empty for any (ITI-51).</summary>
    public required IReadOnlyList<PatientId> PatientIds { get; init; }

    /// <summary>availabilityStatus values, one of which must match.</summary>
    public required IReadOnlyList<AvailabilityStatus> Statuses { get; init; }

    /// <summary>lastUpdateTime.</summary>
    public TimeRange LastUpdateTime { get; init; }

    /// <summary>codeList: of each group one must match.</summary>
    public IReadOnlyList<IReadOnlyList<Code>> Codes { get; init; } = [];
}
