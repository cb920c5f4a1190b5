namespace IheRegistry.Model.Metadata.Queries;

/// <summary>Names of the parameters of stored queries (ITI TF-2 3.18.4.1.2.3.7).</summary>
public static class ParameterNames
{
#pragma warning disable CS1591 // each constant is the parameter's own name in the framework
    public const string DocumentEntryPatientId = "$XDSDocumentEntryPatientId";
    public const string DocumentEntryEntryUuid = "$XDSDocumentEntryEntryUUID";
    public const string DocumentEntryUniqueId = "$XDSDocumentEntryUniqueId";
    public const string DocumentEntryLogicalId = "$XDSDocumentEntryLogicalID";
    public const string DocumentEntryStatus = "$XDSDocumentEntryStatus";
    public const string DocumentEntryType = "$XDSDocumentEntryType";
    public const string DocumentEntryDocumentAvailability = "$XDSDocumentEntryDocumentAvailability";
    public const string DocumentEntryClassCode = "$XDSDocumentEntryClassCode";
    public const string DocumentEntryTypeCode = "$XDSDocumentEntryTypeCode";
    public const string DocumentEntryFormatCode = "$XDSDocumentEntryFormatCode";
    public const string DocumentEntryHealthcareFacilityTypeCode = "$XDSDocumentEntryHealthcareFacilityTypeCode";
    public const string DocumentEntryPracticeSettingCode = "$XDSDocumentEntryPracticeSettingCode";
    public const string DocumentEntryEventCodeList = "$XDSDocumentEntryEventCodeList";
    public const string DocumentEntryConfidentialityCode = "$XDSDocumentEntryConfidentialityCode";
    public const string DocumentEntryReferenceIdList = "$XDSDocumentEntryReferenceIdList";
    public const string DocumentEntryAuthorPerson = "$XDSDocumentEntryAuthorPerson";
    public const string DocumentEntryTitle = "$XDSDocumentEntryTitle";
    public const string DocumentEntryCreationTimeFrom = "$XDSDocumentEntryCreationTimeFrom";
    public const string DocumentEntryCreationTimeTo = "$XDSDocumentEntryCreationTimeTo";
    public const string DocumentEntryServiceStartTimeFrom = "$XDSDocumentEntryServiceStartTimeFrom";
    public const string DocumentEntryServiceStartTimeTo = "$XDSDocumentEntryServiceStartTimeTo";
    public const string DocumentEntryServiceStopTimeFrom = "$XDSDocumentEntryServiceStopTimeFrom";
    public const string DocumentEntryServiceStopTimeTo = "$XDSDocumentEntryServiceStopTimeTo";

    public const string SubmissionSetPatientId = "$XDSSubmissionSetPatientId";
    public const string SubmissionSetEntryUuid = "$XDSSubmissionSetEntryUUID";
    public const string SubmissionSetUniqueId = "$XDSSubmissionSetUniqueId";
    public const string SubmissionSetStatus = "$XDSSubmissionSetStatus";
    public const string SubmissionSetSourceId = "$XDSSubmissionSetSourceId";
    public const string SubmissionSetSubmissionTimeFrom = "$XDSSubmissionSetSubmissionTimeFrom";
    public const string SubmissionSetSubmissionTimeTo = "$XDSSubmissionSetSubmissionTimeTo";
    public const string SubmissionSetAuthorPerson = "$XDSSubmissionSetAuthorPerson";
    public const string SubmissionSetContentType = "$XDSSubmissionSetContentType";

    public const string FolderPatientId = "$XDSFolderPatientId";
    public const string FolderEntryUuid = "$XDSFolderEntryUUID";
    public const string FolderUniqueId = "$XDSFolderUniqueId";
    public const string FolderLogicalId = "$XDSFolderLogicalID";
    public const string FolderStatus = "$XDSFolderStatus";
    public const string FolderLastUpdateTimeFrom = "$XDSFolderLastUpdateTimeFrom";
    public const string FolderLastUpdateTimeTo = "$XDSFolderLastUpdateTimeTo";
    public const string FolderCodeList = "$XDSFolderCodeList";

    public const string PatientId = "$patientId";
    public const string Uuid = "$uuid";
    public const string AssociationTypes = "$AssociationTypes";
    public const string AssociationStatus = "$XDSAssociationStatus";
    public const string MetadataLevel = "$MetadataLevel";
#pragma warning restore CS1591

    /// <summary>The excluding twin of a parameter of FindDocumentsExclude (CP-ITI-1323).</summary>
    public static string Exclude(string name) => name + "Exclude";

    /// <summary>True for times and levels, which are coded without quotes (ITI TF-2 3.18.4.1.2.3.5).</summary>
    public static bool IsNumber(string name) =>
        name == MetadataLevel || name.EndsWith("TimeFrom", StringComparison.Ordinal) || name.EndsWith("TimeTo", StringComparison.Ordinal);

    /// <summary>True for parameters that take one value in this query, and so go without parentheses.</summary>
    public static bool IsSingle(string queryId, string name) =>
        IsNumber(name)
        || name is SubmissionSetPatientId or PatientId or SubmissionSetAuthorPerson
        || (name is DocumentEntryPatientId or FolderPatientId && !IsForMultiplePatients(queryId))
        || (IsId(name) && queryId is StoredQueryIds.GetSubmissionSetAndContents or StoredQueryIds.GetFolderAndContents
            or StoredQueryIds.GetFoldersForDocument or StoredQueryIds.GetRelatedDocuments);

    static bool IsForMultiplePatients(string queryId) => queryId is StoredQueryIds.FindDocumentsForMultiplePatients
        or StoredQueryIds.FindFoldersForMultiplePatients or StoredQueryIds.FindDocumentsByReferenceIdForMultiplePatients;

    static bool IsId(string name) =>
        name is DocumentEntryEntryUuid or DocumentEntryUniqueId or SubmissionSetEntryUuid or SubmissionSetUniqueId or FolderEntryUuid or FolderUniqueId;
}
