using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>What came of a steward's operation.</summary>
/// <param name="Result">Whether it was made.</param>
public sealed record StewardOutcome(StewardResult Result)
{
    /// <summary>Its number in the ledger, with which it is undone; null where nothing changed.</summary>
    public long? Event { get; init; }

    /// <summary>The records whose person or state it changed, as far as known.</summary>
    public IReadOnlyList<PatientId> Records { get; init; } = [];

    /// <summary>Review items that it has opened, because something about it needs a look.</summary>
    public IReadOnlyList<long> Reviews { get; init; } = [];
}
