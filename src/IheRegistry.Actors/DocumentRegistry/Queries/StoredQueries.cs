using System.Collections.Frozen;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>The stored queries of a transaction, by their ids.</summary>
sealed class StoredQueries
{
    readonly FrozenDictionary<string, ReadParameters> _byId;

    StoredQueries(Dictionary<string, ReadParameters> byId) => _byId = byId.ToFrozenDictionary();

    /// <summary>Makes a query of its parameters; null after an error.</summary>
    internal delegate RegistryQuery? ReadParameters(ParameterReader parameters);

    /// <summary>Those of Registry Stored Query (ITI TF-2 3.18.4.1.2.4).</summary>
    internal static StoredQueries Iti18 { get; } = new(new()
    {
        [StoredQueryIds.FindDocuments] = FindDocuments.Read,
        [StoredQueryIds.FindDocumentsByReferenceId] = FindDocumentsByReferenceId.Read,
        [StoredQueryIds.FindDocumentsExclude] = FindDocumentsExclude.Read,
        [StoredQueryIds.FindDocumentsByTitle] = FindDocumentsByTitle.Read,
        [StoredQueryIds.FindSubmissionSets] = FindSubmissionSets.Read,
        [StoredQueryIds.FindFolders] = FindFolders.Read,
        [StoredQueryIds.GetAll] = GetAll.Read,
        [StoredQueryIds.GetDocuments] = GetDocuments.Read,
        [StoredQueryIds.GetFolders] = GetFolders.Read,
        [StoredQueryIds.GetAssociations] = GetAssociations.Read,
        [StoredQueryIds.GetDocumentsAndAssociations] = GetDocumentsAndAssociations.Read,
        [StoredQueryIds.GetSubmissionSets] = GetSubmissionSets.Read,
        [StoredQueryIds.GetSubmissionSetAndContents] = GetSubmissionSetAndContents.Read,
        [StoredQueryIds.GetFolderAndContents] = GetFolderAndContents.Read,
        [StoredQueryIds.GetFoldersForDocument] = GetFoldersForDocument.Read,
        [StoredQueryIds.GetRelatedDocuments] = GetRelatedDocuments.Read,
    });

    /// <summary>Those of Multi-Patient Stored Query (ITI TF-2 3.51.4.1.2.2).</summary>
    internal static StoredQueries Iti51 { get; } = new(new()
    {
        [StoredQueryIds.FindDocumentsForMultiplePatients] = FindDocumentsForMultiplePatients.Read,
        [StoredQueryIds.FindFoldersForMultiplePatients] = FindFoldersForMultiplePatients.Read,
        [StoredQueryIds.FindDocumentsByReferenceIdForMultiplePatients] = FindDocumentsByReferenceIdForMultiplePatients.Read,
    });

    /// <summary>How the parameters of a query are read, or null for an id that the transaction does not know.</summary>
    internal ReadParameters? Find(string queryId) => _byId.GetValueOrDefault(queryId);
}
