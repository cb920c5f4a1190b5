using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>Everything that the registry knows of an object over time.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Versions">The versions that are left, oldest first; none when all were removed.</param>
/// <param name="Patients">The patients that any version belongs to today, removed ones too.</param>
/// <param name="Changes">What happened to all versions, in order.</param>
public sealed record ObjectHistory(
    ObjectKind Kind, IReadOnlyList<RegisteredObject> Versions, IReadOnlyList<PatientId> Patients, IReadOnlyList<RecordedChange> Changes);
