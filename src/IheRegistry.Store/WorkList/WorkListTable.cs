using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.WorkList;

/// <summary>The work list, on the writer's connection.</summary>
sealed class WorkListTable(StatementCache statements)
{
    const string Folder = "WorkList/Sql/";

    internal WorkItemOrigin? FindOrigin(string submissionSetUniqueId)
    {
        using var reader = statements[Folder + "find_prior_item.sql"].Query(submissionSetUniqueId);
        return reader.Read()
            ? new WorkItemOrigin(reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.IsDBNull(2) ? null : reader.GetString(2))
            : null;
    }

    internal void Add(WorkItem item, WorkItemOrigin origin)
    {
        var row = Insert(item, origin);
        var position = 0;
        foreach (var document in item.Documents)
        {
            statements[Folder + "insert_document.sql"].Execute(
                row, position++, document.EntryId, document.UniqueId, document.MimeType, document.Content.Owner,
                Convert.FromHexString(document.Content.Sha256.ToString()), document.Content.Size);
        }
    }

    internal bool Decide(long row, WorkItemState state, WorkDecision decision)
    {
        var decided = statements[Folder + "decide_item.sql"].Execute(
            (int)state, decision.At.ToUnixTimeMilliseconds(), decision.By, decision.Text, row);
        if (decided == 1) statements[Folder + "delete_documents.sql"].Execute(row);
        return decided == 1;
    }

    long Insert(WorkItem item, WorkItemOrigin origin)
    {
        using var reader = statements[Folder + "insert_item.sql"].Query(
            item.SubmissionSetUniqueId, origin.By, origin.Digest.ToArray(), origin.Warnings, item.At.ToUnixTimeMilliseconds(),
            item.SourceId, item.PatientId, item.IsLimited ? 1 : 0, item.Metadata.ToArray());
        reader.Read();
        return reader.GetInt64(0);
    }
}
