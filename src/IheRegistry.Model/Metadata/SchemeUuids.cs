namespace IheRegistry.Model.Metadata;

/// <summary>The UUIDs by which ebRIM says what an attribute or object is (ITI TF-3 4.2.5).</summary>
public static class SchemeUuids
{
    /// <summary>objectType of a stable DocumentEntry.</summary>
    public const string StableDocumentEntry = "urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1";

    /// <summary>objectType of an on-demand DocumentEntry.</summary>
    public const string OnDemandDocumentEntry = "urn:uuid:34268e47-fdf5-41a6-ba33-82133c465248";

    /// <summary>DocumentEntry.author.</summary>
    public const string DocumentEntryAuthor = "urn:uuid:93606bcf-9494-43ec-9b4e-a7748d1a838d";

    /// <summary>DocumentEntry.classCode.</summary>
    public const string ClassCode = "urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a";

    /// <summary>DocumentEntry.confidentialityCode.</summary>
    public const string ConfidentialityCode = "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f";

    /// <summary>DocumentEntry.eventCodeList.</summary>
    public const string EventCodeList = "urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4";

    /// <summary>DocumentEntry.formatCode.</summary>
    public const string FormatCode = "urn:uuid:a09d5840-386c-46f2-b5ad-9c3699a4309d";

    /// <summary>DocumentEntry.healthcareFacilityTypeCode.</summary>
    public const string HealthcareFacilityTypeCode = "urn:uuid:f33fb8ac-18af-42cc-ae0e-ed0b0bdb91e1";

    /// <summary>DocumentEntry.practiceSettingCode.</summary>
    public const string PracticeSettingCode = "urn:uuid:cccf5598-8b07-4b77-a05e-ae952c785ead";

    /// <summary>DocumentEntry.typeCode.</summary>
    public const string TypeCode = "urn:uuid:f0306f51-975f-434e-a61c-c59651d33983";

    /// <summary>DocumentEntry.patientId.</summary>
    public const string DocumentEntryPatientId = "urn:uuid:58a6f841-87b3-4a3e-92fd-a8ffeff98427";

    /// <summary>DocumentEntry.uniqueId.</summary>
    public const string DocumentEntryUniqueId = "urn:uuid:2e82c1f6-a085-4c72-9da3-8640a32e42ab";

    /// <summary>classificationNode of a SubmissionSet.</summary>
    public const string SubmissionSet = "urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd";

    /// <summary>SubmissionSet.author.</summary>
    public const string SubmissionSetAuthor = "urn:uuid:a7058bb9-b4e4-4307-ba5b-e3f0ab85e12d";

    /// <summary>SubmissionSet.contentTypeCode.</summary>
    public const string ContentTypeCode = "urn:uuid:aa543740-bdda-424e-8c96-df4873be8500";

    /// <summary>SubmissionSet.patientId.</summary>
    public const string SubmissionSetPatientId = "urn:uuid:6b5aea1a-874d-4603-a4bc-96a0a7b38446";

    /// <summary>SubmissionSet.sourceId.</summary>
    public const string SourceId = "urn:uuid:554ac39e-e3fe-47fe-b233-965d2a147832";

    /// <summary>SubmissionSet.uniqueId.</summary>
    public const string SubmissionSetUniqueId = "urn:uuid:96fdda7c-d067-4183-912e-bf5ee74998a8";

    /// <summary>classificationNode of a Folder.</summary>
    public const string Folder = "urn:uuid:d9d542f3-6cc4-48b6-8870-ea235fbc94c2";

    /// <summary>Folder.codeList.</summary>
    public const string FolderCodeList = "urn:uuid:1ba97051-7806-41a8-a48b-8fce7af683c5";

    /// <summary>Folder.patientId.</summary>
    public const string FolderPatientId = "urn:uuid:f64ffdf0-4b97-4e06-b79f-a52b38ec2f8a";

    /// <summary>Folder.uniqueId.</summary>
    public const string FolderUniqueId = "urn:uuid:75df8f67-9973-4fbe-a900-df66cefecc5a";

    /// <summary>Association documentation (ITI TF-3 4.2.2.2 and 4.2.5.4).</summary>
    public const string AssociationDocumentation = "urn:uuid:abd807a3-4432-4053-87b4-fd82c643d1f3";

    /// <summary>classificationNode that marks a DocumentEntry as limited metadata.</summary>
    public const string LimitedDocumentEntry = "urn:uuid:ab9b591b-83ab-4d03-8f5d-f93b1fb92e85";

    /// <summary>classificationNode that marks a SubmissionSet as limited metadata.</summary>
    public const string LimitedSubmissionSet = "urn:uuid:5003a9db-8d8d-49e6-bf0c-990e34ac7707";

    /// <summary>classificationNode that marks a Folder as limited metadata.</summary>
    public const string LimitedFolder = "urn:uuid:2c144a76-29a9-4b7c-af54-b25409fe7d03";

    /// <summary>True for the mark of limited metadata on any kind of object.</summary>
    public static bool IsLimitedMetadata(string? classificationNode) =>
        classificationNode is LimitedDocumentEntry or LimitedSubmissionSet or LimitedFolder;
}
