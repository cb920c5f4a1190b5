using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// GetRelatedDocuments (ITI TF-2 3.18.4.1.2.3.7.13): associations between documents, both of which the query may return. The named document
/// is in the answer only when such an association is.
/// </summary>
static class GetRelatedDocumentsSql
{
    internal static ResultKinds Compose(QueryText sql, GetRelatedDocumentsQuery query, Visibility visibility)
    {
        sql.Raw("WITH named(object_row) AS (SELECT d.object_row FROM document_entry d WHERE ")
            .IsDocument(query.Ids).Matches(query.Documents);
        visibility.Document(sql);
        sql.Raw("""
            ), touching(object_row, other_row) AS (
              SELECT a.object_row, a.target_row FROM association a WHERE a.source_row IN (SELECT object_row FROM named)
            """).Add($" AND a.type IN {query.Types}");
        visibility.Association(sql);
        sql.Raw(" UNION ALL SELECT a.object_row, a.source_row FROM association a WHERE a.target_row IN (SELECT object_row FROM named)")
            .Add($" AND a.type IN {query.Types}");
        visibility.Association(sql);
        sql.Raw("""
            ), related(object_row, other_row) AS (
              SELECT t.object_row, t.other_row FROM touching t CROSS JOIN document_entry d ON d.object_row = t.other_row WHERE 1
            """).Matches(query.Documents);
        visibility.Document(sql);
        sql.Raw("""
            ), assoc(object_row) AS (SELECT object_row FROM related),
            doc(object_row) AS (
              SELECT other_row FROM related
              UNION
              SELECT n.object_row FROM related l CROSS JOIN association a ON a.object_row = l.object_row
              CROSS JOIN named n ON n.object_row IN (a.source_row, a.target_row))
            """);
        return ResultKinds.Documents | ResultKinds.Associations;
    }
}
