namespace IheRegistry.Store.WorkList;

/// <summary>What a person decided.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The patient id that it was registered for, or the reason why it was rejected.</param>
public sealed record WorkDecision(DateTimeOffset At, string By, string Text);
