using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What became of an undo, and what it brought about.</summary>
/// <param name="Result">Whether it was made.</param>
public sealed record UndoOutcome(UndoResult Result)
{
    /// <summary>Its own number in the ledger: undoing that asserts again what was undone. Null where nothing changed.</summary>
    public long? Event { get; init; }

    /// <summary>The records whose person or state it changed.</summary>
    public IReadOnlyList<PatientId> Records { get; init; } = [];

    /// <summary>The persons that gained or lost records by it.</summary>
    public IReadOnlyList<long> Persons { get; init; } = [];

    /// <summary>Ids that led to another one and are their own again; the registry's patient links follow.</summary>
    public IReadOnlyList<MergedIds> Unmerged { get; init; } = [];

    /// <summary>Ids that lead to another one again; the registry's patient links follow.</summary>
    public IReadOnlyList<MergedIds> Merged { get; init; } = [];

    /// <summary>The EPIDs of persons that it opened for records whose only link was undone.</summary>
    public IReadOnlyList<PatientId> NewEpids { get; init; } = [];

    /// <summary>The entryUUIDs of the DocumentEntries, Folders and SubmissionSets that moved back, or again.</summary>
    public IReadOnlyList<string> MovedObjects { get; init; } = [];

    /// <summary>The review items that were opened, because it is not clear whose some documents are.</summary>
    public IReadOnlyList<long> Reviews { get; init; } = [];
}
