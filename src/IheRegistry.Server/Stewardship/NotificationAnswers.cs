namespace IheRegistry.Server.Stewardship;

/// <summary>The consumers of update notifications.</summary>
/// <param name="Consumers">Those that the affinity domain names, and those that it does not any more.</param>
sealed record ConsumersJson(IReadOnlyList<ConsumerJson> Consumers);

/// <summary>How many notifications of a consumer are where.</summary>
/// <param name="Name">The consumer's name.</param>
/// <param name="Waiting">Those that are to be sent.</param>
/// <param name="GivenUp">Those that were given up.</param>
/// <param name="Lost">Those given up that had to make room.</param>
sealed record ConsumerJson(string Name, int Waiting, int GivenUp, long Lost);

/// <summary>A page of notifications that were given up.</summary>
/// <param name="Items">The notifications.</param>
sealed record NotificationsJson(IReadOnlyList<NotificationJson> Items);

/// <summary>A notification that was given up.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Epid">The enterprise patient id of whom the consumer was to be told.</param>
/// <param name="ChangedAt">When the person last changed.</param>
/// <param name="GivenUpAt">When it was given up.</param>
/// <param name="Reason">refused, expired, outboxFull or consumerGone.</param>
/// <param name="Failure">What the last attempt came to.</param>
/// <param name="Attempts">How often it was tried.</param>
sealed record NotificationJson(
    long Id, string? Epid, DateTimeOffset ChangedAt, DateTimeOffset GivenUpAt, string Reason, string? Failure, int Attempts);

/// <summary>The body of a request to send again what was given up.</summary>
/// <param name="Consumer">The consumer's name.</param>
sealed record ResendRequest(string? Consumer);

/// <summary>What is sent again.</summary>
/// <param name="Count">How many.</param>
sealed record ResentJson(int Count);
