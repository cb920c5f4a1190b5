using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>The queries that name objects and return them, or what touches them (ITI TF-2 3.18.4.1.2.3.7.5 to .9 and .12).</summary>
static class GetSql
{
    internal static ResultKinds Documents(QueryText sql, GetDocumentsQuery query, Visibility visibility)
    {
        NamedDocuments(sql, query.Ids, visibility);
        return ResultKinds.Documents;
    }

    internal static ResultKinds Folders(QueryText sql, GetFoldersQuery query, Visibility visibility)
    {
        sql.Raw("WITH fol(object_row) AS (SELECT f.object_row FROM folder f WHERE ").IsFolder(query.Ids);
        visibility.Folder(sql);
        sql.Raw(")");
        return ResultKinds.Folders;
    }

    internal static ResultKinds Associations(QueryText sql, GetAssociationsQuery query, Visibility visibility)
    {
        sql.Raw("WITH touched(object_row) AS ").RowsOf(query.EntryUuids);
        Touching(sql, "touched", visibility);
        return ResultKinds.Associations;
    }

    internal static ResultKinds DocumentsAndAssociations(QueryText sql, GetDocumentsAndAssociationsQuery query, Visibility visibility)
    {
        NamedDocuments(sql, query.Ids, visibility);
        Touching(sql, "doc", visibility);
        return ResultKinds.Documents | ResultKinds.Associations;
    }

    internal static ResultKinds SubmissionSets(QueryText sql, GetSubmissionSetsQuery query, Visibility visibility)
    {
        sql.Raw("""
            WITH held(object_row, source_row) AS (
              SELECT a.object_row, a.source_row FROM association a
              WHERE a.type = 1 AND a.target_row IN
            """).RowsOf(query.EntryUuids).Raw(" AND EXISTS (SELECT 1 FROM submission_set s WHERE s.object_row = a.source_row)");
        visibility.Association(sql);
        sql.Raw("), sset(object_row) AS (SELECT source_row FROM held), assoc(object_row) AS (SELECT object_row FROM held)");
        return ResultKinds.SubmissionSets | ResultKinds.Associations;
    }

    internal static ResultKinds FoldersForDocument(QueryText sql, GetFoldersForDocumentQuery query, Visibility visibility)
    {
        NamedDocuments(sql, query.Ids, visibility);
        sql.Raw("""
            , fol(object_row) AS (
              SELECT f.object_row FROM association a CROSS JOIN folder f ON f.object_row = a.source_row
              WHERE a.type = 1 AND a.target_row IN (SELECT object_row FROM doc)
            """);
        visibility.Association(sql);
        visibility.Folder(sql);
        sql.Raw(")");
        return ResultKinds.Folders;
    }

    internal static void NamedDocuments(QueryText sql, ObjectIds ids, Visibility visibility)
    {
        sql.Raw("WITH doc(object_row) AS (SELECT d.object_row FROM document_entry d WHERE ").IsDocument(ids);
        visibility.Document(sql);
        sql.Raw(")");
    }

    /// <summary>The associations of which either end is in a set.</summary>
    internal static void Touching(QueryText sql, string set, Visibility visibility)
    {
        sql.Raw(", assoc(object_row) AS (SELECT a.object_row FROM association a WHERE a.source_row IN (SELECT object_row FROM ")
            .Raw(set).Raw(")");
        visibility.Association(sql);
        sql.Raw(" UNION SELECT a.object_row FROM association a WHERE a.target_row IN (SELECT object_row FROM ").Raw(set).Raw(")");
        visibility.Association(sql);
        sql.Raw(")");
    }
}
