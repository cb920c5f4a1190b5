using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Registry;

/// <summary>All that the rules want to know of the registry for one submission: asked at once, so that it can be one round trip.</summary>
public sealed record RegistryLookup
{
    /// <summary>Patient ids submitted.</summary>
    public IReadOnlyCollection<PatientId> Patients { get; init; } = [];

    /// <summary>entryUUIDs: those submitted, which must be new, and those referred to, which must exist.</summary>
    public IReadOnlyCollection<string> EntryUuids { get; init; } = [];

    /// <summary>uniqueIds submitted.</summary>
    public IReadOnlyCollection<string> UniqueIds { get; init; } = [];

    /// <summary>DocumentEntries that are to be replaced: the Folders that hold them, and what hangs on them, are wanted too.</summary>
    public IReadOnlyCollection<string> Replaced { get; init; } = [];

    /// <summary>DocumentEntries that are to get an addendum: whether they are transformations is wanted too.</summary>
    public IReadOnlyCollection<string> Appended { get; init; } = [];

    /// <summary>logicalIDs: the newest version is wanted, and its approved Associations.</summary>
    public IReadOnlyCollection<string> LogicalIds { get; init; } = [];

    /// <summary>Those of the logicalIDs of which also the newest version's content, and the source that submitted the first, are wanted.</summary>
    public IReadOnlyCollection<string> Contents { get; init; } = [];

    /// <summary>entryUUIDs of objects whose status or Associations are to change: ends and approved Associations are wanted too.</summary>
    public IReadOnlyCollection<string> Touched { get; init; } = [];

    /// <summary>uniqueId of the SubmissionSet, to recognise a retry.</summary>
    public string? SubmissionSetUniqueId { get; init; }
}
