using System.Collections.Frozen;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>The stored queries of ITI-18, by their ids.</summary>
static class StoredQueries
{
    static readonly FrozenDictionary<string, ReadParameters> ById = new Dictionary<string, ReadParameters>
    {
        [StoredQueryIds.FindDocuments] = FindDocuments.Read,
        [StoredQueryIds.FindDocumentsByReferenceId] = FindDocumentsByReferenceId.Read,
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
    }.ToFrozenDictionary();

    /// <summary>Makes a query of its parameters; null after an error.</summary>
    internal delegate RegistryQuery? ReadParameters(ParameterReader parameters);

    /// <summary>How the parameters of a query are read, or null for an id that this registry does not know.</summary>
    internal static ReadParameters? Find(string queryId) => ById.GetValueOrDefault(queryId);
}
