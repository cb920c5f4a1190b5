using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Client;

/// <summary>
/// Makes the stored queries of ITI-18. Where ids are asked for, either entryUUIDs or uniqueIds will do, not both in one query.
/// <code>StoredQuery.FindDocuments(patient).With(ParameterNames.DocumentEntryClassCode, "REPORTS^^1.3.6.1.4.1.19376.1.2.6.1")</code>
/// </summary>
public static class StoredQuery
{
    /// <summary>Documents of a patient; Approved ones unless told otherwise.</summary>
    public static StoredQueryRequest FindDocuments(PatientId patient, params AvailabilityStatus[] statuses) =>
        New(StoredQueryIds.FindDocuments)
            .With(ParameterNames.DocumentEntryPatientId, patient.ToString())
            .With(ParameterNames.DocumentEntryStatus, Urns(statuses));

    /// <summary>Documents of a patient that carry one of these reference ids (CXi, <c>id^^^^type</c>).</summary>
    public static StoredQueryRequest FindDocumentsByReferenceId(
        PatientId patient, IEnumerable<string> referenceIds, params AvailabilityStatus[] statuses) =>
        (FindDocuments(patient, statuses) with { QueryId = StoredQueryIds.FindDocumentsByReferenceId })
        .With(ParameterNames.DocumentEntryReferenceIdList, [.. referenceIds]);

    /// <summary>Documents of a patient by title, with the wildcards of SQL's LIKE.</summary>
    public static StoredQueryRequest FindDocumentsByTitle(PatientId patient, string title, params AvailabilityStatus[] statuses) =>
        (FindDocuments(patient, statuses) with { QueryId = StoredQueryIds.FindDocumentsByTitle }).With(ParameterNames.DocumentEntryTitle, title);

    /// <summary>
    /// Documents of several patients, or with none of anybody (ITI-51); then a classCode, an event code or a facility type must be added.
    /// </summary>
    public static StoredQueryRequest FindDocumentsForMultiplePatients(IReadOnlyCollection<PatientId> patients, params AvailabilityStatus[] statuses) =>
        OfPatients(StoredQueryIds.FindDocumentsForMultiplePatients, ParameterNames.DocumentEntryPatientId, patients)
            .With(ParameterNames.DocumentEntryStatus, Urns(statuses));

    /// <summary>Documents of several patients, or of anybody, that carry one of these reference ids (ITI-51).</summary>
    public static StoredQueryRequest FindDocumentsByReferenceIdForMultiplePatients(
        IReadOnlyCollection<PatientId> patients, IEnumerable<string> referenceIds, params AvailabilityStatus[] statuses) =>
        OfPatients(StoredQueryIds.FindDocumentsByReferenceIdForMultiplePatients, ParameterNames.DocumentEntryPatientId, patients)
            .With(ParameterNames.DocumentEntryStatus, Urns(statuses))
            .With(ParameterNames.DocumentEntryReferenceIdList, [.. referenceIds]);

    /// <summary>Folders of several patients, or with none of anybody (ITI-51); then a code must be added.</summary>
    public static StoredQueryRequest FindFoldersForMultiplePatients(IReadOnlyCollection<PatientId> patients, params AvailabilityStatus[] statuses) =>
        OfPatients(StoredQueryIds.FindFoldersForMultiplePatients, ParameterNames.FolderPatientId, patients)
            .With(ParameterNames.FolderStatus, Urns(statuses));

    /// <summary>SubmissionSets of a patient.</summary>
    public static StoredQueryRequest FindSubmissionSets(PatientId patient, params AvailabilityStatus[] statuses) =>
        New(StoredQueryIds.FindSubmissionSets)
            .With(ParameterNames.SubmissionSetPatientId, patient.ToString())
            .With(ParameterNames.SubmissionSetStatus, Urns(statuses));

    /// <summary>Folders of a patient.</summary>
    public static StoredQueryRequest FindFolders(PatientId patient, params AvailabilityStatus[] statuses) =>
        New(StoredQueryIds.FindFolders)
            .With(ParameterNames.FolderPatientId, patient.ToString())
            .With(ParameterNames.FolderStatus, Urns(statuses));

    /// <summary>Everything of a patient.</summary>
    public static StoredQueryRequest GetAll(PatientId patient, params AvailabilityStatus[] statuses) =>
        New(StoredQueryIds.GetAll)
            .With(ParameterNames.PatientId, patient.ToString())
            .With(ParameterNames.DocumentEntryStatus, Urns(statuses))
            .With(ParameterNames.SubmissionSetStatus, Urns(statuses))
            .With(ParameterNames.FolderStatus, Urns(statuses));

    /// <summary>Documents by their ids.</summary>
    public static StoredQueryRequest GetDocuments(params string[] ids) => OfDocuments(StoredQueryIds.GetDocuments, ids);

    /// <summary>Folders by their ids.</summary>
    public static StoredQueryRequest GetFolders(params string[] ids) => OfFolders(StoredQueryIds.GetFolders, ids);

    /// <summary>The Associations of objects, by entryUUID.</summary>
    public static StoredQueryRequest GetAssociations(params string[] entryUuids) =>
        New(StoredQueryIds.GetAssociations).With(ParameterNames.Uuid, entryUuids);

    /// <summary>Documents by their ids, and their Associations.</summary>
    public static StoredQueryRequest GetDocumentsAndAssociations(params string[] ids) =>
        OfDocuments(StoredQueryIds.GetDocumentsAndAssociations, ids);

    /// <summary>The SubmissionSets that objects came in, by entryUUID of DocumentEntries and Folders.</summary>
    public static StoredQueryRequest GetSubmissionSets(params string[] entryUuids) =>
        New(StoredQueryIds.GetSubmissionSets).With(ParameterNames.Uuid, entryUuids);

    /// <summary>A SubmissionSet and all it contains.</summary>
    public static StoredQueryRequest GetSubmissionSetAndContents(string id) => New(StoredQueryIds.GetSubmissionSetAndContents)
        .With(EntryUuid.IsUuidUrn(id) ? ParameterNames.SubmissionSetEntryUuid : ParameterNames.SubmissionSetUniqueId, id);

    /// <summary>A Folder and all it contains.</summary>
    public static StoredQueryRequest GetFolderAndContents(string id) => OfFolders(StoredQueryIds.GetFolderAndContents, id);

    /// <summary>The Folders that a document is in.</summary>
    public static StoredQueryRequest GetFoldersForDocument(string id) => OfDocuments(StoredQueryIds.GetFoldersForDocument, id);

    /// <summary>The documents that a document is related to by Associations of these types, and those.</summary>
    public static StoredQueryRequest GetRelatedDocuments(string id, params AssociationType[] types) =>
        OfDocuments(StoredQueryIds.GetRelatedDocuments, id).With(ParameterNames.AssociationTypes, [.. types.Select(t => t.ToUrn())]);

    /// <summary>The query with a further parameter: its values are OR; the same name again, where the query allows it, is AND.</summary>
    public static StoredQueryRequest With(this StoredQueryRequest query, string name, params string[] values) =>
        query with { Parameters = [.. query.Parameters, new QueryParameter(name, values)] };

    /// <summary>The query for references in place of whole objects.</summary>
    public static StoredQueryRequest AsReferences(this StoredQueryRequest query) => query with { ReturnType = ReturnType.ObjectRef };

    static StoredQueryRequest New(string queryId) => new(queryId, ReturnType.LeafClass, []);

    static StoredQueryRequest OfPatients(string queryId, string name, IReadOnlyCollection<PatientId> patients) =>
        patients.Count == 0 ? New(queryId) : New(queryId).With(name, [.. patients.Select(p => p.ToString())]);

    static StoredQueryRequest OfDocuments(string queryId, params string[] ids) =>
        New(queryId).With(AreEntryUuids(ids) ? ParameterNames.DocumentEntryEntryUuid : ParameterNames.DocumentEntryUniqueId, ids);

    static StoredQueryRequest OfFolders(string queryId, params string[] ids) =>
        New(queryId).With(AreEntryUuids(ids) ? ParameterNames.FolderEntryUuid : ParameterNames.FolderUniqueId, ids);

    static bool AreEntryUuids(string[] ids) => ids is [var first, ..] && EntryUuid.IsUuidUrn(first);

    static string[] Urns(AvailabilityStatus[] statuses) =>
        statuses.Length == 0 ? [AvailabilityStatus.Approved.ToUrn()] : [.. statuses.Select(s => s.ToUrn())];
}
