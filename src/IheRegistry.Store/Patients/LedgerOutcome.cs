using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What became of a change of identity, and what it brought about.</summary>
/// <param name="Result">Whether it was made.</param>
public sealed record LedgerOutcome(LedgerResult Result)
{
    /// <summary>Its number in the ledger; null where nothing changed.</summary>
    public long? Event { get; init; }

    /// <summary>The person that now has the records.</summary>
    public long? Person { get; init; }

    /// <summary>The EPID that became known by it; null where none did.</summary>
    public PatientId? NewEpid { get; init; }

    /// <summary>EPIDs that now lead to another one, with that; the registry's patient links follow.</summary>
    public IReadOnlyList<MergedIds> Merged { get; init; } = [];

    /// <summary>The review item that was opened, because something about it needs a person; null where nothing does.</summary>
    public long? Review { get; init; }
}
