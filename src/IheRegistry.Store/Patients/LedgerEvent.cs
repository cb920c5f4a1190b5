using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>An event of the ledger.</summary>
/// <param name="Number">Its number: events are ordered by it.</param>
/// <param name="Kind">What it asserts.</param>
/// <param name="IsUndone">It has no effect today.</param>
/// <param name="Source">Who, when, by which message and why.</param>
public sealed record LedgerEvent(long Number, LedgerEventKind Kind, bool IsUndone, LedgerSource Source)
{
    /// <summary>The event that brought it about and with which it is undone; its own number where it stands alone.</summary>
    public required long Decision { get; init; }

    /// <summary>The record that was fed, linked, moved, subsumed or kept apart.</summary>
    public PatientId? Record { get; init; }

    /// <summary>The record that survives, or that the first is kept apart from.</summary>
    public PatientId? OtherRecord { get; init; }

    /// <summary>The person that a record joined, or that was merged.</summary>
    public long? Person { get; init; }

    /// <summary>The EPID of that person.</summary>
    public PatientId? Epid { get; init; }

    /// <summary>The person that survives.</summary>
    public long? OtherPerson { get; init; }

    /// <summary>The EPID of that person.</summary>
    public PatientId? OtherEpid { get; init; }

    /// <summary>The event that was undone.</summary>
    public long? Undoes { get; init; }
}
