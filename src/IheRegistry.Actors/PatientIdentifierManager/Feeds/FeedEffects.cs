using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>What a change of identities has brought about beside what was asked for: the audit tells of it.</summary>
sealed class FeedEffects
{
    readonly List<MergedIds> _merged = [];
    readonly List<MergedIds> _unmerged = [];

    /// <summary>Ids that lead to another one now: what was registered under the first is found by the second.</summary>
    internal IReadOnlyList<MergedIds> Merged => _merged;

    /// <summary>Ids that led to another one and are their own again.</summary>
    internal IReadOnlyList<MergedIds> Unmerged => _unmerged;

    /// <summary>Takes what a change of the ledger came to.</summary>
    internal void Take(LedgerOutcome outcome) => _merged.AddRange(outcome.Merged);

    /// <summary>Takes what an undo came to.</summary>
    internal void Take(UndoOutcome outcome)
    {
        _merged.AddRange(outcome.Merged);
        _unmerged.AddRange(outcome.Unmerged);
    }
}
