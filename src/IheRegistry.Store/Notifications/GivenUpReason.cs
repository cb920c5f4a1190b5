namespace IheRegistry.Store.Notifications;

/// <summary>Why a notification was given up. The numbers are stored: never renumber.</summary>
public enum GivenUpReason
{
    /// <summary>The consumer has refused it (AE, AR, CE, CR, or a SOAP fault that blames the sender): asking again would not change that.</summary>
    Refused = 1,

    /// <summary>The consumer could not be told before the deadline.</summary>
    Expired = 2,

    /// <summary>As many as the outbox holds for a consumer were waiting.</summary>
    OutboxFull = 3,

    /// <summary>The affinity domain names the consumer no more.</summary>
    ConsumerGone = 4,
}
