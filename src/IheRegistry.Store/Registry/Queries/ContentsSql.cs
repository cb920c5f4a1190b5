using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>A package and what it holds (ITI TF-2 3.18.4.1.2.3.7.10 and .11): associations only with both ends in the answer.</summary>
static class ContentsSql
{
    internal static ResultKinds OfSubmissionSet(QueryText sql, GetSubmissionSetAndContentsQuery query, Visibility visibility)
    {
        sql.Raw("WITH sset(object_row) AS (SELECT s.object_row FROM submission_set s WHERE ").IsSubmissionSet(query.Ids).Raw(")");
        Members(sql, "sset", visibility);
        MemberDocuments(sql, query.Documents, visibility);
        sql.Raw(", fol(object_row) AS (SELECT f.object_row FROM member b CROSS JOIN folder f ON f.object_row = b.object_row WHERE 1");
        visibility.Folder(sql);
        // The memberships of a SubmissionSet in associations: folder to document, both in the answer.
        sql.Raw("""
            ), answered(object_row) AS (
              SELECT object_row FROM doc UNION ALL SELECT object_row FROM fol UNION ALL SELECT object_row FROM sset),
            linked(object_row) AS (
              SELECT a.object_row FROM member b CROSS JOIN association a ON a.object_row = b.object_row
              WHERE a.source_row IN (SELECT object_row FROM answered) AND a.target_row IN (SELECT object_row FROM answered)
            """);
        visibility.Association(sql);
        sql.Raw("""
            ), assoc(object_row) AS (
              SELECT object_row FROM linked
              UNION
              SELECT b.held_by FROM member b WHERE b.object_row IN (
                SELECT object_row FROM doc UNION ALL SELECT object_row FROM fol UNION ALL SELECT object_row FROM linked))
            """);
        return ResultKinds.Documents | ResultKinds.SubmissionSets | ResultKinds.Folders | ResultKinds.Associations;
    }

    internal static ResultKinds OfFolder(QueryText sql, GetFolderAndContentsQuery query, Visibility visibility)
    {
        sql.Raw("WITH fol(object_row) AS (SELECT f.object_row FROM folder f WHERE ").IsFolder(query.Ids);
        visibility.Folder(sql);
        sql.Raw(")");
        Members(sql, "fol", visibility);
        MemberDocuments(sql, query.Documents, visibility);
        sql.Raw(", assoc(object_row) AS (SELECT b.held_by FROM member b WHERE b.object_row IN (SELECT object_row FROM doc))");
        return ResultKinds.Documents | ResultKinds.Folders | ResultKinds.Associations;
    }

    static void Members(QueryText sql, string package, Visibility visibility)
    {
        sql.Raw("""
            , member(object_row, held_by) AS (
              SELECT a.target_row, a.object_row FROM association a WHERE a.type = 1 AND a.source_row IN
            """).Raw(" (SELECT object_row FROM ").Raw(package).Raw(")");
        visibility.Association(sql);
        sql.Raw(")");
    }

    static void MemberDocuments(QueryText sql, DocumentFilter filter, Visibility visibility)
    {
        sql.Raw("""
            , doc(object_row) AS (
              SELECT d.object_row FROM member b CROSS JOIN document_entry d ON d.object_row = b.object_row WHERE 1
            """).Matches(filter);
        visibility.Document(sql);
        sql.Raw(")");
    }
}
