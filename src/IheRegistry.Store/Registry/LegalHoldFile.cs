using Dapper;
using IheRegistry.Model.Audit;
using IheRegistry.Store.AuditTrail;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>
/// The legal holds in a database file, also while a server in another process writes it: SQLite lets one writer in after the other, and a
/// removal looks for holds in its own transaction. No schema is brought up to date.
/// </summary>
public sealed class LegalHoldFile : IDisposable
{
    const string Folder = "Registry/Sql/";

    readonly SqliteConnection _connection;
    readonly StatementCache _statements;

    /// <summary>Opens a database file that exists.</summary>
    public LegalHoldFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
        }.ToString());
        _connection.Open();
        // A hold that was acknowledged survives a power failure.
        _connection.Execute("PRAGMA synchronous = FULL");
        _statements = new StatementCache(_connection);
    }

    /// <summary>True where the file has this version's schema; else a server must be started on it first.</summary>
    public bool IsCurrent => new Migrations(_connection).IsCurrent;

    /// <summary>Every hold, by uniqueId.</summary>
    public IReadOnlyList<LegalHold> List()
    {
        using var reader = _statements[Folder + "list_legal_holds.sql"].Query();
        var holds = new List<LegalHold>();
        while (reader.Read())
            holds.Add(new LegalHold(reader.GetString(0), reader.GetString(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)), reader.GetString(3)));
        return holds;
    }

    /// <summary>Places a hold together with its audit, which is told whose document it is.</summary>
    public LegalHoldOutcome Place(LegalHold hold, Func<IReadOnlyList<StoredDocument>, IReadOnlyList<AuditRecord>> audit) => Write(() =>
    {
        var documents = new StoredDocumentReader(_connection).Find(hold.DocumentUniqueId);
        if (documents.Count == 0) return LegalHoldOutcome.UnknownDocument;
        var placed = _statements[Folder + "insert_legal_hold.sql"].Execute(
            hold.DocumentUniqueId, hold.Reason, hold.PlacedAt.ToUnixTimeMilliseconds(), hold.PlacedBy);
        if (placed == 0) return LegalHoldOutcome.HeldAlready;
        new AuditTable(_statements).Append(audit(documents));
        return LegalHoldOutcome.Done;
    });

    /// <summary>Lifts a hold together with its audit.</summary>
    public LegalHoldOutcome Lift(string documentUniqueId, Func<IReadOnlyList<StoredDocument>, IReadOnlyList<AuditRecord>> audit) => Write(() =>
    {
        if (_statements[Folder + "delete_legal_hold.sql"].Execute(documentUniqueId) == 0) return LegalHoldOutcome.NotHeld;
        new AuditTable(_statements).Append(audit(new StoredDocumentReader(_connection).Find(documentUniqueId)));
        return LegalHoldOutcome.Done;
    });

    /// <inheritdoc />
    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    // What was not committed goes back when the connection closes.
    LegalHoldOutcome Write(Func<LegalHoldOutcome> work)
    {
        _connection.Execute("BEGIN IMMEDIATE");
        var outcome = work();
        _connection.Execute(outcome == LegalHoldOutcome.Done ? "COMMIT" : "ROLLBACK");
        return outcome;
    }
}
