using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>A Patient Identity Feed message (ITI-8): the values as sent, their meaning left to the actor.</summary>
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

    /// <summary>One patient; for a merge one a pair of PID and MRG, in order.</summary>
    public required IReadOnlyList<PatientFeedEntry> Patients { get; init; }
}

/// <summary>A patient of a feed message.</summary>
public sealed record PatientFeedEntry
{
    /// <summary>PID-3, at least one with an id; those that are null or empty are left out.</summary>
    public required IReadOnlyList<PatientIdentifier> Identifiers { get; init; }

    /// <summary>MRG-1, the identifiers that are subsumed; empty for an event that is no merge.</summary>
    public required IReadOnlyList<PatientIdentifier> PriorIdentifiers { get; init; }

    /// <summary>What PID says about the patient beside the identifiers.</summary>
    public required PatientDemographics Demographics { get; init; }
}
