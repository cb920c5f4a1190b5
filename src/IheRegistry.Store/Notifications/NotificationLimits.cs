namespace IheRegistry.Store.Notifications;

/// <summary>What the outbox of notifications holds for each consumer.</summary>
/// <param name="MaxWaiting">Most persons of whom one consumer is still to be told; further ones are given up at once.</param>
/// <param name="MaxGivenUp">Most that are listed as given up; the oldest make room and are counted as lost.</param>
/// <param name="Deadline">How long it is tried to tell a consumer.</param>
public sealed record NotificationLimits(int MaxWaiting, int MaxGivenUp, TimeSpan Deadline);
