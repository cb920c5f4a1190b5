namespace IheRegistry.Store.Notifications;

/// <summary>A person of whom a consumer is to be told.</summary>
public sealed record Notification
{
    /// <summary>Its row.</summary>
    public required long Row { get; init; }

    /// <summary>The name of the consumer.</summary>
    public required string Consumer { get; init; }

    /// <summary>The person's row.</summary>
    public required long Person { get; init; }

    /// <summary>How many changes it stands for.</summary>
    public required int Generation { get; init; }

    /// <summary>When the person last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it is tried next.</summary>
    public required DateTimeOffset NextAt { get; init; }

    /// <summary>Why the last attempt failed; null where none did.</summary>
    public string? Failure { get; init; }

    /// <summary>When it was given up; null while it waits.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }

    /// <summary>Why it was given up; null while it waits.</summary>
    public GivenUpReason? Reason { get; init; }
}
