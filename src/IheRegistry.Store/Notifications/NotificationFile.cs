using Dapper;
using IheRegistry.Model.Audit;
using IheRegistry.Store.AuditTrail;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Notifications;

/// <summary>
/// The notifications in a database file, also while a server in another process sends them: it finds within half a minute what is to be sent
/// again. No schema is brought up to date.
/// </summary>
public sealed class NotificationFile : IDisposable
{
    readonly SqliteConnection _connection;
    readonly StatementCache _statements;

    /// <summary>Opens a database file that exists.</summary>
    /// <param name="path">The file.</param>
    public NotificationFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        _connection.Open();
        _connection.Execute("PRAGMA synchronous = FULL");
        _statements = new StatementCache(_connection);
    }

    /// <summary>True where the file has this version's schema; else a server must be started on it first.</summary>
    public bool IsCurrent => new Migrations(_connection).IsCurrent;

    /// <summary>How many notifications of each consumer are where.</summary>
    public IReadOnlyList<ConsumerBacklog> ListBacklogs() => new NotificationReader(_connection).ListBacklogs();

    /// <summary>The notifications of a consumer that were given up, from just after a row.</summary>
    public IReadOnlyList<Notification> ListGivenUp(string consumer, long after, int most) =>
        new NotificationReader(_connection).ListGivenUp(consumer, after, most);

    /// <summary>Sends notifications again, together with the audit of it, until one may not wait any more; how many these are.</summary>
    /// <param name="rows">Their rows.</param>
    /// <param name="limits">What may wait.</param>
    /// <param name="at">When.</param>
    /// <param name="audit">The audit.</param>
    public int Resend(IEnumerable<long> rows, NotificationLimits limits, DateTimeOffset at, IReadOnlyList<AuditRecord> audit)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        var table = new NotificationTable(_statements, new PersonChanges());
        var resent = rows.TakeWhile(row => table.Resend(row, limits, at)).Count();
        new AuditTable(_statements).Append(audit);
        _connection.Execute("COMMIT");
        return resent;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }
}
