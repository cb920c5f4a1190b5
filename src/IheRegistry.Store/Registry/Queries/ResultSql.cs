using System.Numerics;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// What every query returns of the objects it has found, by kind and then in the order of registration. References never touch the fragments.
/// </summary>
static class ResultSql
{
    const string DocumentRefs = "SELECT d.object_row, 1, d.uuid, d.status, d.version FROM document_entry d";
    const string SubmissionSetRefs = "SELECT s.object_row, 2, s.uuid, s.status, 1 FROM submission_set s";
    const string FolderRefs = "SELECT f.object_row, 3, f.uuid, f.status, f.version FROM folder f";
    const string AssociationRefs = "SELECT a.object_row, 4, a.uuid, a.status, 1 FROM association a";

    const string Documents = """
        SELECT d.object_row, 1, d.uuid, d.status, d.version, k.survivor_row, p.authority, p.id, 0, x.bytes FROM document_entry d
        CROSS JOIN patient k ON k.patient_row = d.patient_row CROSS JOIN patient p ON p.patient_row = k.survivor_row
        CROSS JOIN fragment x ON x.object_row = d.object_row
        """;

    const string SubmissionSets = """
        SELECT s.object_row, 2, s.uuid, s.status, 1, k.survivor_row, p.authority, p.id, 0, x.bytes FROM submission_set s
        CROSS JOIN patient k ON k.patient_row = s.patient_row CROSS JOIN patient p ON p.patient_row = k.survivor_row
        CROSS JOIN fragment x ON x.object_row = s.object_row
        """;

    const string Folders = """
        SELECT f.object_row, 3, f.uuid, f.status, f.version, k.survivor_row, p.authority, p.id, f.last_update_time, x.bytes FROM folder f
        CROSS JOIN patient k ON k.patient_row = f.patient_row CROSS JOIN patient p ON p.patient_row = k.survivor_row
        CROSS JOIN fragment x ON x.object_row = f.object_row
        """;

    const string Associations = """
        SELECT a.object_row, 4, a.uuid, a.status, 1, 0, NULL, NULL, 0, x.bytes FROM association a
        CROSS JOIN fragment x ON x.object_row = a.object_row
        """;

    internal static void Compose(QueryText sql, ResultKinds kinds, bool whole)
    {
        // SQLite walks the right side of IN in ascending order, so that ORDER BY sorts nothing: no fragment passes through a sorter. In a
        // union each part keeps its order by the LIMIT, and the parts follow each other.
        var several = !BitOperations.IsPow2((int)kinds);
        var first = true;
        Part(ResultKinds.Documents, whole ? Documents : DocumentRefs, " WHERE d.object_row IN (SELECT object_row FROM doc) ORDER BY d.object_row");
        Part(ResultKinds.SubmissionSets, whole ? SubmissionSets : SubmissionSetRefs, " WHERE s.object_row IN (SELECT object_row FROM sset) ORDER BY s.object_row");
        Part(ResultKinds.Folders, whole ? Folders : FolderRefs, " WHERE f.object_row IN (SELECT object_row FROM fol) ORDER BY f.object_row");
        Part(ResultKinds.Associations, whole ? Associations : AssociationRefs, " WHERE a.object_row IN (SELECT object_row FROM assoc) ORDER BY a.object_row");

        void Part(ResultKinds kind, string select, string where)
        {
            if (!kinds.HasFlag(kind)) return;
            if (!first) sql.Raw("\nUNION ALL");
            first = false;
            if (several) sql.Raw("\nSELECT * FROM (").Raw(select).Raw(where).Raw(" LIMIT -1)");
            else sql.Raw("\n").Raw(select).Raw(where);
        }
    }
}
