using Dapper;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Patients;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>
/// A database file read on a connection of its own: beside the server that writes it (the write-ahead log allows that to other processes),
/// or a backup's. Nothing is changed and no schema is brought up to date.
/// </summary>
public sealed class RegistryFile : IDisposable
{
    readonly SqliteConnection _connection;

    /// <summary>Opens a database file that exists.</summary>
    public RegistryFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        _connection.Open();
    }

    /// <summary>Every content that a row of the repository refers to; see <see cref="IRegistryStore.ListContentsAsync"/>.</summary>
    public IAsyncEnumerable<ContentKey> ListContentsAsync(ContentKey? after, CancellationToken cancellationToken) =>
        ContentListing.RunAsync(new StoredDocumentReader(_connection).ListContents, after, cancellationToken);

    /// <summary>True while a row of the repository refers to the content.</summary>
    public ValueTask<bool> IsReferencedAsync(string owner, ContentId sha256, CancellationToken cancellationToken) =>
        new(new StoredDocumentReader(_connection).IsReferenced(owner, sha256));

    /// <summary>What SQLite finds wrong with the file; empty where it is sound.</summary>
    public IReadOnlyList<string> CheckIntegrity() =>
        [.. _connection.Query<string>("PRAGMA integrity_check(20)").Where(line => line != "ok")];

    /// <summary>What of the cross-reference of patients is not what its ledger says; empty where it is sound.</summary>
    public IReadOnlyList<string> CheckIdentities()
    {
        // Of one moment, while a server may be writing.
        using var moment = _connection.BeginTransaction(deferred: true);
        return LedgerReplay.Differences(_connection);
    }

    /// <summary>
    /// Copies a consistent state, as of one moment, into a file and makes it durable. Writes go on meanwhile; the write-ahead log grows by
    /// them, for the copy is one read.
    /// </summary>
    internal void CopyTo(string path)
    {
        // The mode is ours before SQLite opens the file.
        PrivateFiles.EnsureFile(path);
        using (var target = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            target.Open();
            _connection.BackupDatabase(target);
            // One file without a log beside it: it can be moved and opened where nothing may be written.
            target.Execute("PRAGMA journal_mode = DELETE");
        }

        using var written = File.OpenHandle(path, access: FileAccess.ReadWrite);
        Posix.FlushFile(written, path);
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();
}
