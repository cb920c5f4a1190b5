using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>The statement that answers a query, in one round trip.</summary>
static class QuerySql
{
    internal static void Compose(QueryText sql, RegistryQuery query, ReturnType returnType, AccessScope scope)
    {
        var kinds = Compose(sql, query, new Visibility(query, scope));
        ResultSql.Compose(sql, kinds, whole: returnType == ReturnType.LeafClass);
    }

    static ResultKinds Compose(QueryText sql, RegistryQuery query, Visibility visibility) => query switch
    {
        FindDocumentsQuery find => FindDocumentsSql.Compose(sql, find, visibility),
        FindSubmissionSetsQuery find => FindSubmissionSetsSql.Compose(sql, find),
        FindFoldersQuery find => FindFoldersSql.Compose(sql, find, visibility),
        GetAllQuery get => GetAllSql.Compose(sql, get, visibility),
        GetDocumentsQuery get => GetSql.Documents(sql, get, visibility),
        GetFoldersQuery get => GetSql.Folders(sql, get, visibility),
        GetAssociationsQuery get => GetSql.Associations(sql, get, visibility),
        GetDocumentsAndAssociationsQuery get => GetSql.DocumentsAndAssociations(sql, get, visibility),
        GetSubmissionSetsQuery get => GetSql.SubmissionSets(sql, get, visibility),
        GetSubmissionSetAndContentsQuery get => ContentsSql.OfSubmissionSet(sql, get, visibility),
        GetFolderAndContentsQuery get => ContentsSql.OfFolder(sql, get, visibility),
        GetFoldersForDocumentQuery get => GetSql.FoldersForDocument(sql, get, visibility),
        GetRelatedDocumentsQuery get => GetRelatedDocumentsSql.Compose(sql, get, visibility),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "No statement for this query."),
    };
}
