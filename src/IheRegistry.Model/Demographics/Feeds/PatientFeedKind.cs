namespace IheRegistry.Model.Demographics.Feeds;

/// <summary>What a feed event does.</summary>
public enum PatientFeedKind
{
    /// <summary>A patient is admitted, registered, pre-admitted or created, and becomes known where he is not.</summary>
    Add,

    /// <summary>What is known of a patient, or of a stay, is told anew.</summary>
    Update,

    /// <summary>A stay did not take place after all; what the message says of the patient holds.</summary>
    Cancel,

    /// <summary>Identifiers are subsumed by others of the same domain: two records were one patient's.</summary>
    Merge,

    /// <summary>A patient's identifier is replaced by another one of the same domain.</summary>
    ChangeId,

    /// <summary>Two patients are said to be the same person; both keep their identifiers.</summary>
    Link,

    /// <summary>Two patients are said to be different persons after all.</summary>
    Unlink,

    /// <summary>An identifier goes from one person to another (XAD-PID change, ITI-64).</summary>
    Move,
}
