using System.Numerics;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// What every query returns of the objects it has found, by kind, then in the order of registration. References do not touch fragments.
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
        Part(ResultKinds.Documents, whole ? Documents : DocumentRefs, "d", "doc");
        Part(ResultKinds.SubmissionSets, whole ? SubmissionSets : SubmissionSetRefs, "s", "sset");
        Part(ResultKinds.Folders, whole ? Folders : FolderRefs, "f", "fol");
        Part(ResultKinds.Associations, whole ? Associations : AssociationRefs, "a", "assoc");

        void Part(ResultKinds kind, string select, string alias, string found)
        {
            if (!kinds.HasFlag(kind)) return;
            sql.Raw(first ? "\n" : "\nUNION ALL\n");
            first = false;
            if (several) sql.Raw("SELECT * FROM (");
            sql.Raw(select).Raw(" WHERE ").Raw(alias).Raw(".object_row IN (SELECT object_row FROM ").Raw(found).Raw(")");
            sql.Raw(" ORDER BY ").Raw(alias).Raw(".object_row");
            if (several) sql.Raw(" LIMIT -1)");
        }
    }
}
