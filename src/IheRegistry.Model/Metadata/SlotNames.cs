namespace IheRegistry.Model.Metadata;

/// <summary>Slot names of XDS attributes (ITI TF-3 tables 4.2.3.2-1 to 4.2.3.4-1).</summary>
public static class SlotNames
{
#pragma warning disable CS1591 // each constant is the attribute's own name in the framework
    public const string CreationTime = "creationTime";
    public const string DocumentAvailability = "documentAvailability";
    public const string Hash = "hash";
    public const string LanguageCode = "languageCode";
    public const string LegalAuthenticator = "legalAuthenticator";
    public const string ReferenceIdList = "urn:ihe:iti:xds:2013:referenceIdList";
    public const string RepositoryUniqueId = "repositoryUniqueId";
    public const string ServiceStartTime = "serviceStartTime";
    public const string ServiceStopTime = "serviceStopTime";
    public const string Size = "size";
    public const string SourcePatientId = "sourcePatientId";
    public const string SourcePatientInfo = "sourcePatientInfo";
    public const string Uri = "URI";

    public const string IntendedRecipient = "intendedRecipient";
    public const string SubmissionTime = "submissionTime";

    public const string LastUpdateTime = "lastUpdateTime";

    public const string SubmissionSetStatus = "SubmissionSetStatus";
    public const string PreviousVersion = "PreviousVersion";
    public const string OriginalStatus = "OriginalStatus";
    public const string NewStatus = "NewStatus";
    public const string AssociationPropagation = "AssociationPropagation";

    public const string CodingScheme = "codingScheme";
    public const string AuthorPerson = "authorPerson";
    public const string AuthorInstitution = "authorInstitution";
    public const string AuthorRole = "authorRole";
    public const string AuthorSpecialty = "authorSpecialty";
    public const string AuthorTelecommunication = "authorTelecommunication";
#pragma warning restore CS1591
}
