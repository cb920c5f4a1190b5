namespace IheRegistry.Server.Notifications;

/// <summary>How an attempt to tell a consumer ended.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Failure">Why it failed, without anything of the patient; null where it did not.</param>
sealed record Delivery(DeliveryOutcome Outcome, string? Failure)
{
    internal static Delivery Done { get; } = new(DeliveryOutcome.Delivered, null);

    internal static Delivery Refused(string failure) => new(DeliveryOutcome.Refused, failure);

    internal static Delivery Unreachable(string failure) => new(DeliveryOutcome.Unreachable, failure);

    internal static Delivery Unanswered(string failure) => new(DeliveryOutcome.Unanswered, failure);
}
