using System.Globalization;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The questions for stewards, on whichever connection.</summary>
sealed class ReviewTable(StatementCache statements)
{
    const string Folder = "Patients/Sql/";

    internal long Open(ReviewQuestion question)
    {
        var persons = string.Join(' ', question.Persons.Order());
        using (var waiting = Query("find_waiting_review.sql", question.Record.Id, question.Record.Authority, (int)question.Kind, persons))
        {
            if (waiting.Read()) return waiting.GetInt64(0);
        }

        using var opened = Query(
            "insert_review.sql", (int)question.Kind, question.Record.Authority, question.Record.Id, persons,
            question.At.ToUnixTimeMilliseconds(), question.Explanation);
        opened.Read();
        return opened.GetInt64(0);
    }

    internal bool Decide(long row, ReviewState state, ReviewDecision decision) => statements[Folder + "decide_review.sql"].Execute(
        (int)state, decision.At.ToUnixTimeMilliseconds(), decision.By, decision.Comment, decision.Event, row) == 1;

    internal IReadOnlyList<ReviewItem> List(ReviewState state, long after, int most) => Read("list_reviews.sql", (int)state, after, (long)most);

    internal ReviewItem? Find(long row) => Read("find_review.sql", row) is [var item] ? item : null;

    List<ReviewItem> Read(string file, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(file, values);
        var items = new List<ReviewItem>();
        while (reader.Read()) items.Add(Item(reader));
        return items;
    }

    static ReviewItem Item(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        new ReviewQuestion(
            (ReviewKind)reader.GetInt32(2), new PatientId(reader.GetString(4), reader.GetString(3)),
            [.. reader.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(row => long.Parse(row, CultureInfo.InvariantCulture))],
            Instant(reader.GetInt64(6)), reader.GetString(7)),
        (ReviewState)reader.GetInt32(1),
        reader.IsDBNull(8)
            ? null
            : new ReviewDecision(
                Instant(reader.GetInt64(8)), reader.GetString(9), reader.GetString(10), reader.IsDBNull(11) ? null : reader.GetInt64(11)));

    static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Query(values);
}
