using IheRegistry.Server.Outbox;

namespace IheRegistry.Server.Options;

/// <summary>Answers to addresses of their own (ITI TF-2 V.5). The defaults and their reasons stand in <see cref="OptionTable"/>.</summary>
/// <param name="Receivers">Where they may go.</param>
/// <param name="MaxAnswers">Most that wait.</param>
/// <param name="MaxBytes">Most bytes of those that wait.</param>
/// <param name="Deadline">How long one is tried.</param>
/// <param name="Attempt">How long one attempt may take.</param>
public sealed record AnswerOptions(ReceiverList Receivers, int MaxAnswers, long MaxBytes, TimeSpan Deadline, TimeSpan Attempt);
