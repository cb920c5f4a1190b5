using System.Data;
using Dapper;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Notifications;

/// <summary>Reads the outbox of notifications.</summary>
sealed class NotificationReader(SqliteConnection connection)
{
    const string Folder = "Notifications/Sql/";

    internal IReadOnlyList<Notification> ListWaiting(string consumer, int most) => List("list_waiting.sql", new { consumer, most });

    internal IReadOnlyList<Notification> ListGivenUp(string consumer, long after, int most) =>
        List("list_given_up.sql", new { consumer, after, most });

    internal IReadOnlyList<ConsumerBacklog> ListBacklogs()
    {
        using var rows = connection.ExecuteReader(SqlText.Of(Folder + "list_backlogs.sql"));
        var backlogs = new List<ConsumerBacklog>();
        while (rows.Read()) backlogs.Add(new ConsumerBacklog(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetInt64(3)));
        return backlogs;
    }

    internal static Notification Read(IDataReader rows) => new()
    {
        Row = rows.GetInt64(0),
        Consumer = rows.GetString(1),
        Person = rows.GetInt64(2),
        Generation = rows.GetInt32(3),
        ChangedAt = Instant(rows.GetInt64(4)),
        Attempts = rows.GetInt32(5),
        NextAt = Instant(rows.GetInt64(6)),
        Failure = rows.IsDBNull(7) ? null : rows.GetString(7),
        GivenUpAt = rows.IsDBNull(8) ? null : Instant(rows.GetInt64(8)),
        Reason = rows.IsDBNull(9) ? null : (GivenUpReason)rows.GetInt32(9),
    };

    List<Notification> List(string file, object parameters)
    {
        using var rows = connection.ExecuteReader(SqlText.Of(Folder + file), parameters);
        var notifications = new List<Notification>();
        while (rows.Read()) notifications.Add(Read(rows));
        return notifications;
    }

    static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
