namespace IheRegistry.Store.Outbox;

/// <summary>How the delivery of an answer goes.</summary>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next.</param>
/// <param name="Failure">Why the last attempt failed.</param>
public sealed record AnswerProgress(int Attempts, DateTimeOffset NextAt, string? Failure)
{
    /// <summary>When it was given up; null while it waits.</summary>
    public DateTimeOffset? GivenUpAt { get; init; }
}
