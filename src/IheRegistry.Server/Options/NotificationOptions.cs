namespace IheRegistry.Server.Options;

/// <summary>PIX Update Notifications (ITI-10, ITI-46). The defaults and their reasons stand in <see cref="OptionTable"/>.</summary>
/// <param name="MaxWaiting">Most persons of whom one consumer is still to be told.</param>
/// <param name="Deadline">How long it is tried to tell a consumer.</param>
/// <param name="Attempt">How long an acknowledgement is waited for.</param>
public sealed record NotificationOptions(int MaxWaiting, TimeSpan Deadline, TimeSpan Attempt);
