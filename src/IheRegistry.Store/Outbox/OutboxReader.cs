using Dapper;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Outbox;

/// <summary>Reads the answers to be sent.</summary>
sealed class OutboxReader(SqliteConnection connection)
{
    internal IReadOnlyList<KeptAnswer> List()
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Outbox/Sql/list_answers.sql"));
        var answers = new List<KeptAnswer>();
        while (rows.Read())
        {
            answers.Add(new KeptAnswer
            {
                Row = rows.GetInt64(0),
                Transaction = rows.GetString(1),
                Endpoint = rows.GetString(2),
                RelatesTo = rows.GetString(3),
                Address = rows.GetString(4),
                ContentType = rows.GetString(5),
                Size = rows.GetInt64(6),
                File = rows.IsDBNull(7) ? null : rows.GetString(7),
                At = Instant(rows.GetInt64(8)),
                Deadline = Instant(rows.GetInt64(9)),
                Progress = new AnswerProgress(rows.GetInt32(10), Instant(rows.GetInt64(11)), rows.IsDBNull(12) ? null : rows.GetString(12))
                {
                    GivenUpAt = rows.IsDBNull(13) ? null : Instant(rows.GetInt64(13)),
                },
            });
        }

        return answers;
    }

    internal byte[]? ReadBody(long row) =>
        connection.ExecuteScalar<byte[]?>(SqlText.Of("Outbox/Sql/read_answer.sql"), new { answer_row = row });

    static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
