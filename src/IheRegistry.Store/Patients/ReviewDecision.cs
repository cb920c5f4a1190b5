namespace IheRegistry.Store.Patients;

/// <summary>What a steward decided.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Comment">Why, in the steward's words.</param>
/// <param name="Event">The event of the ledger that carried it out; null where nothing changed.</param>
public sealed record ReviewDecision(DateTimeOffset At, string By, string Comment, long? Event);
