using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What became of a change of identity, and what it brought about.</summary>
/// <param name="Result">Whether it was made.</param>
public sealed record LedgerOutcome(LedgerResult Result)
{
    /// <summary>Its number in the ledger; null where nothing changed.</summary>
    public long? Event { get; init; }

    /// <summary>The persons that gained or lost records by it.</summary>
    public IReadOnlyList<long> Persons { get; init; } = [];

    /// <summary>The EPID that became known by it; null where none did.</summary>
    public PatientId? NewEpid { get; init; }

    /// <summary>Ids that now lead to another one; the registry's patient links follow.</summary>
    public IReadOnlyList<MergedIds> Merged { get; init; } = [];

    /// <summary>The entryUUIDs of the DocumentEntries, Folders and SubmissionSets that moved to another patient id.</summary>
    public IReadOnlyList<string> MovedObjects { get; init; } = [];

    /// <summary>The review items that were opened, because something about it needs a person.</summary>
    public IReadOnlyList<long> Reviews { get; init; } = [];
}
