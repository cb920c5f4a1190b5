namespace IheRegistry.Model.Demographics.Feeds;

/// <summary>
/// A message of a patient feed (ITI-8, ITI-30, ITI-31, ITI-64, ITI-44), of whichever wire: the values as sent, their meaning
/// left to the actor.
/// </summary>
public sealed record PatientFeedMessage
{
    /// <summary>The trigger event.</summary>
    public required PatientFeedEvent Event { get; init; }

    /// <summary>MSH-10. Senders repeat it: it is no key.</summary>
    public required string ControlId { get; init; }

    /// <summary>MSH-3.</summary>
    public required HierarchicDesignator SendingApplication { get; init; }

    /// <summary>MSH-4.</summary>
    public required HierarchicDesignator SendingFacility { get; init; }

    /// <summary>MSH-5.</summary>
    public required HierarchicDesignator ReceivingApplication { get; init; }

    /// <summary>MSH-6.</summary>
    public required HierarchicDesignator ReceivingFacility { get; init; }

    /// <summary>MSH-7 as sent.</summary>
    public required string SentAt { get; init; }

    /// <summary>MSH-11.1.</summary>
    public required string ProcessingId { get; init; }

    /// <summary>EVN-2 as sent, when the event was recorded; empty when absent.</summary>
    public required string RecordedAt { get; init; }

    /// <summary>
    /// One patient; two for a link or unlink; for a merge, a change or move of identifiers one a pair of what holds now and what held
    /// before. In order.
    /// </summary>
    public required IReadOnlyList<PatientFeedEntry> Patients { get; init; }
}
