using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>GetAll (ITI TF-2 3.18.4.1.2.3.7.4).</summary>
static class GetAllSql
{
    internal static ResultKinds Compose(QueryText sql, GetAllQuery query, Visibility visibility)
    {
        sql.Raw("WITH mine(patient_row) AS ").PatientRows([query.PatientId])
            .Raw(", doc(object_row) AS (SELECT d.object_row FROM document_entry d WHERE d.patient_row IN (SELECT patient_row FROM mine)")
            .Add($" AND d.status IN {query.DocumentStatuses}").Matches(query.Documents);
        visibility.Document(sql);
        sql.Raw("), sset(object_row) AS (SELECT s.object_row FROM submission_set s WHERE s.patient_row IN (SELECT patient_row FROM mine)")
            .Add($" AND s.status IN {query.SubmissionSetStatuses}")
            .Raw("), fol(object_row) AS (SELECT f.object_row FROM folder f WHERE f.patient_row IN (SELECT patient_row FROM mine)")
            .Add($" AND f.status IN {query.FolderStatuses}");
        visibility.Folder(sql);
        sql.Raw("""
            ), touched(object_row) AS (
              SELECT object_row FROM doc UNION ALL SELECT object_row FROM sset UNION ALL SELECT object_row FROM fol)
            """);
        GetSql.Touching(sql, "touched", visibility);
        return ResultKinds.Documents | ResultKinds.SubmissionSets | ResultKinds.Folders | ResultKinds.Associations;
    }
}
