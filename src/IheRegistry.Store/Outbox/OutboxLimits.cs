namespace IheRegistry.Store.Outbox;

/// <summary>What the outbox holds.</summary>
/// <param name="MaxAnswers">Most answers that wait.</param>
/// <param name="MaxBytes">Most bytes of their bodies together.</param>
/// <param name="Deadline">How long an answer is tried.</param>
public sealed record OutboxLimits(int MaxAnswers, long MaxBytes, TimeSpan Deadline);
