namespace IheRegistry.Model.Audit;

/// <summary>ParticipantObjectIDTypeCodes, other than the transactions' own of a query.</summary>
public static class ObjectIdTypes
{
    /// <summary>A patient id (DICOM PS3.16 CID 404 takes RFC 3881's number).</summary>
    public static AuditCode PatientNumber { get; } = AuditCode.Rfc3881("2", "Patient Number");

    /// <summary>A document's uniqueId.</summary>
    public static AuditCode ReportNumber { get; } = AuditCode.Rfc3881("9", "Report Number");

    /// <summary>An object of a registry, by entryUUID (ITI TF Supplement RMD, 3.62.5.1.2).</summary>
    public static AuditCode RegistryObjectReference { get; } = new("urn:ihe:iti:2017:ObjectRef", "IHE XDS Metadata", "registry object reference");

    /// <summary>A node of the network, by name or address.</summary>
    public static AuditCode NodeId { get; } = AuditCode.Dicom("110182", "Node ID");

    /// <summary>A SubmissionSet's uniqueId, named by the classification node of SubmissionSets (ITI TF-2 3.41.5.1.2, 3.42.5.1.2).</summary>
    public static AuditCode SubmissionSet { get; } =
        new("urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd", "IHE XDS Metadata", "submission set classificationNode");

    /// <summary>logicalID of a DocumentEntry or Folder.</summary>
    public static AuditCode LogicalId { get; } = new("logical-id", "IheRegistry", "logicalID");

    /// <summary>The wsa:MessageID of a message.</summary>
    public static AuditCode MessageId { get; } = new("message-id", "IheRegistry", "wsa:MessageID");
}
