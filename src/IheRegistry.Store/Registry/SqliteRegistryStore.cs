using IheRegistry.Store.Documents;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>The registry's store on SQLite.</summary>
public sealed class SqliteRegistryStore : IRegistryStore
{
    /// <summary>Name of the database file in the data folder.</summary>
    public const string FileName = "registry.db";

    readonly SqliteDatabase _database;
    readonly SqliteRegistryTransaction _transaction;
    readonly CommitQueue _queue;

    /// <summary>Opens the database file, makes it if there is none, and brings its schema up to date.</summary>
    public SqliteRegistryStore(string path, WriteLatch latch)
    {
        _database = new SqliteDatabase(path);
        _transaction = new SqliteRegistryTransaction(_database.Writer);
        _queue = new CommitQueue(_database.Writer, latch);
    }

    /// <inheritdoc />
    public Task<T> WriteAsync<T>(Func<IRegistryTransaction, T> work, CancellationToken cancellationToken) =>
        _queue.EnqueueAsync(() => work(_transaction), cancellationToken);

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredDocument>> FindDocumentsAsync(string uniqueId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new StoredDocumentReader(connection).Find(uniqueId)));

    /// <inheritdoc />
    public ValueTask<bool> IsReferencedAsync(string owner, ContentId sha256, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new StoredDocumentReader(connection).IsReferenced(owner, sha256)));

    /// <inheritdoc />
    public IAsyncEnumerable<ContentKey> ListContentsAsync(ContentKey? after, CancellationToken cancellationToken) =>
        ContentListing.RunAsync(from => Read(connection => new StoredDocumentReader(connection).ListContents(from)), after, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync().ConfigureAwait(false);
        _transaction.Dispose();
        _database.Dispose();
    }

    T Read<T>(Func<SqliteConnection, T> read)
    {
        var connection = _database.Rent();
        try
        {
            return read(connection);
        }
        finally
        {
            _database.Return(connection);
        }
    }
}
