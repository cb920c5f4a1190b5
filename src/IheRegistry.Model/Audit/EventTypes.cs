namespace IheRegistry.Model.Audit;

/// <summary>EventTypeCodes other than the transactions' own, which <see cref="AuditCode.Of"/> gives.</summary>
public static class EventTypes
{
    /// <summary>Application Start (DICOM PS3.16 CID 401).</summary>
    public static AuditCode ApplicationStart { get; } = AuditCode.Dicom("110120", "Application Start");

    /// <summary>Application Stop (DICOM PS3.16 CID 401).</summary>
    public static AuditCode ApplicationStop { get; } = AuditCode.Dicom("110121", "Application Stop");

    /// <summary>The history of an object was read; no transaction of IHE's, so that the code is our own.</summary>
    public static AuditCode ReadHistory { get; } = new("read-history", "IheRegistry", "Read history");

    /// <summary>A document was put under a legal hold: our own code, as DICOM's name nothing of the kind.</summary>
    public static AuditCode LegalHoldPlaced { get; } = new("legal-hold-placed", "IheRegistry", "Legal hold placed");

    /// <summary>A legal hold was lifted.</summary>
    public static AuditCode LegalHoldLifted { get; } = new("legal-hold-lifted", "IheRegistry", "Legal hold lifted");

    /// <summary>
    /// A message that could not be understood. DICOM's alert types (PS3.16 CID 403) name failed authentications and changes of
    /// configuration, none of which this is, so the code is our own, which the context group allows.
    /// </summary>
    public static AuditCode MessageNotUnderstood { get; } = new("message-not-understood", "IheRegistry", "Message not understood");

    /// <summary>
    /// An answer was sent, or given up, that goes to an address of its own (ITI TF-2 V.5). The transaction's events tell of the request; none is
    /// defined for the moment when the answer leaves.
    /// </summary>
    public static AuditCode AsynchronousAnswer { get; } = new("asynchronous-answer", "IheRegistry", "Asynchronous answer");

    /// <summary>What a person does with the Document Recipient's work list, for which the framework defines no event.</summary>
    public static AuditCode WorkList { get; } = new("work-list", "IheRegistry", "Work list of the Document Recipient");

    /// <summary>What a steward does with who is who, for which the framework defines no event.</summary>
    public static AuditCode PatientIdentity { get; } = new("patient-identity", "IheRegistry", "Stewardship of patient identities");
}
