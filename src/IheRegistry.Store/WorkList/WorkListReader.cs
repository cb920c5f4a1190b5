using System.Data;
using Dapper;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.WorkList;

/// <summary>Reads the work list.</summary>
sealed class WorkListReader(SqliteConnection connection)
{
    internal IReadOnlyList<WorkItem> List(WorkItemState state, long after, int most) =>
        Read("list_items.sql", new { state = (int)state, after, most });

    internal WorkItem? Find(long row) => Read("find_item.sql", new { item_row = row }) is [var item] ? item : null;

    List<WorkItem> Read(string file, object parameters)
    {
        var items = new List<WorkItem>();
        using (var rows = connection.ExecuteReader(SqlText.Of("WorkList/Sql/" + file), parameters))
        {
            while (rows.Read()) items.Add(Item(rows));
        }

        return items.ConvertAll(item => item with { Documents = Documents(item.Row) });
    }

    static WorkItem Item(IDataReader rows) => new()
    {
        Row = rows.GetInt64(0),
        SubmissionSetUniqueId = rows.GetString(1),
        At = Instant(rows.GetInt64(2)),
        SourceId = rows.IsDBNull(3) ? null : rows.GetString(3),
        PatientId = rows.IsDBNull(4) ? null : rows.GetString(4),
        IsLimited = rows.GetInt32(5) != 0,
        State = (WorkItemState)rows.GetInt32(6),
        Decision = rows.IsDBNull(7) ? null : new WorkDecision(Instant(rows.GetInt64(7)), rows.GetString(8), rows.GetString(9)),
        Metadata = (byte[])rows.GetValue(10),
    };

    List<WorkDocument> Documents(long row)
    {
        using var rows = connection.ExecuteReader(SqlText.Of("WorkList/Sql/list_documents.sql"), new { item_row = row });
        var documents = new List<WorkDocument>();
        while (rows.Read())
        {
            documents.Add(new WorkDocument(
                rows.GetString(0), rows.GetString(1), rows.GetString(2),
                new ContentKey(rows.GetString(3), ContentId.Of((byte[])rows.GetValue(4)), rows.GetInt64(5))));
        }

        return documents;
    }

    static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
