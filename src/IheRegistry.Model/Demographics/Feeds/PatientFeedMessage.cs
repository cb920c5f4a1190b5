namespace IheRegistry.Model.Demographics.Feeds;

/// <summary>
/// A message of a patient identity feed, whichever wire it came on: the values as sent, their meaning left to the actor. HL7 V3 says the
/// same in other places (ITI TF-2 3.44.1, appendix E): the field of HL7 v2 that is named here stands for both.
/// </summary>
public sealed record PatientFeedMessage
{
    /// <summary>The transaction that it came by, which the audit names.</summary>
    public Transaction Transaction { get; init; } = Transactions.Iti8;

    /// <summary>The trigger event.</summary>
    public required PatientFeedEvent Event { get; init; }

    /// <summary>MSH-10; of HL7 V3 the message id, as the audit writes an instance identifier. Senders repeat it: it is no key.</summary>
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
