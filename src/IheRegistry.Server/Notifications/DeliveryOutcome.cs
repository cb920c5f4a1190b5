namespace IheRegistry.Server.Notifications;

/// <summary>How an attempt to tell a consumer ended.</summary>
enum DeliveryOutcome
{
    /// <summary>The consumer has taken it.</summary>
    Delivered,

    /// <summary>The consumer has refused it for good: AE, AR, CE or CR, or a fault that blames the sender.</summary>
    Refused,

    /// <summary>No connection: nothing has left this process.</summary>
    Unreachable,

    /// <summary>It has left, and no acknowledgement has come that says what became of it.</summary>
    Unanswered,
}
