namespace IheRegistry.Store.Patients;

/// <summary>Where an event of the ledger comes from: every event says who, when, by which message and why.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="By">Who brought it: the sending facility and application, or a steward.</param>
/// <param name="Message">MSH-10 or the id of the V3 message; of a steward's request whatever tells it from others.</param>
/// <param name="Explanation">The decision as JSON, opaque to the store; empty where none was taken.</param>
public sealed record LedgerSource(DateTimeOffset At, string By, string Message, string Explanation);
