using IheRegistry.Model.Audit;
using IheRegistry.Store.AuditTrail;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Outbox;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.WorkList;
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

    readonly AuditReserve? _reserve;
    readonly SemaphoreSlim _returning = new(1, 1);

    /// <summary>Opens the database file, makes it if there is none, and brings its schema up to date.</summary>
    /// <param name="path">The database file.</param>
    /// <param name="latch">Stops writing for good after a disk error.</param>
    /// <param name="reserve">Where audit records wait while nothing can be written; without it, nothing can be read then.</param>
    /// <exception cref="NewerSchemaException">A newer version of the server has written the file.</exception>
    public SqliteRegistryStore(string path, WriteLatch latch, AuditReserve? reserve = null)
    {
        _reserve = reserve;
        _database = new SqliteDatabase(path);
        _transaction = new SqliteRegistryTransaction(_database.Writer);
        _queue = new CommitQueue(_database.Writer, latch);
    }

    /// <summary>The connections that read.</summary>
    internal SqliteReaders Readers => _database.Readers;

    /// <inheritdoc />
    public event Action? NotificationsKept;

    /// <inheritdoc />
    public async Task<T> WriteAsync<T>(Func<IRegistryTransaction, T> work, CancellationToken cancellationToken)
    {
        var hasNotifications = false;
        var outcome = await _queue.EnqueueAsync(
            () =>
            {
                _transaction.Begin();
                var done = work(_transaction);
                hasNotifications = _transaction.HasNotifications;
                return done;
            },
            isOneStatement: false,
            cancellationToken).ConfigureAwait(false);
        if (hasNotifications) NotificationsKept?.Invoke();
        return outcome;
    }

    /// <inheritdoc />
    public async Task AuditAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAuditAsync(records, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException) when (_reserve?.TryAppend(records) == true)
        {
            return;
        }

        if (_reserve is { HasRecords: true }) await ReturnHeldAsync(_reserve).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<StoredDocument>> FindDocumentsAsync(string uniqueId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new StoredDocumentReader(connection).Find(uniqueId)));

    /// <inheritdoc />
    public ValueTask<AssembledDocument?> FindAssembledAsync(string entryUuid, string scope, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new AssembledDocumentReader(connection).Find(entryUuid, scope)));

    /// <inheritdoc />
    public ValueTask<ObjectHistory?> ReadHistoryAsync(string logicalId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new ObjectHistoryReader(connection).Read(logicalId)));

    /// <inheritdoc />
    public ValueTask<bool> IsReferencedAsync(string owner, ContentId sha256, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new StoredDocumentReader(connection).IsReferenced(owner, sha256)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<WorkItem>> ListWorkItemsAsync(WorkItemState state, long after, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new WorkListReader(connection).List(state, after, most)));

    /// <inheritdoc />
    public ValueTask<WorkItem?> FindWorkItemAsync(long row, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new WorkListReader(connection).Find(row)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<PendingErasure>> ListErasuresAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new StoredDocumentReader(connection).ListErasures()));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<KeptAnswer>> ListAnswersAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new OutboxReader(connection).List()));

    /// <inheritdoc />
    public ValueTask<byte[]?> ReadAnswerAsync(long row, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new OutboxReader(connection).ReadBody(row)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Notification>> ListWaitingNotificationsAsync(string consumer, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new NotificationReader(connection).ListWaiting(consumer, most)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Notification>> ListGivenUpNotificationsAsync(
        string consumer, long after, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new NotificationReader(connection).ListGivenUp(consumer, after, most)));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ConsumerBacklog>> ListBacklogsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(Read(connection => new NotificationReader(connection).ListBacklogs()));

    /// <inheritdoc />
    public IAsyncEnumerable<ContentKey> ListContentsAsync(ContentKey? after, CancellationToken cancellationToken) =>
        ContentListing.RunAsync(from => Read(connection => new StoredDocumentReader(connection).ListContents(from)), after, cancellationToken);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync().ConfigureAwait(false);
        _transaction.Dispose();
        _returning.Dispose();
        _database.Dispose();
    }

    Task WriteAuditAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) => _queue.EnqueueAsync(
        () =>
        {
            _transaction.Audit(records);
            return true;
        },
        isOneStatement: records.Count == 1,
        cancellationToken);

    // A kill between commit and drop leaves records twice, and never none.
    async Task ReturnHeldAsync(AuditReserve reserve)
    {
        if (!await _returning.WaitAsync(TimeSpan.Zero).ConfigureAwait(false)) return;
        try
        {
            var (records, end) = reserve.Read();
            await WriteAuditAsync(records, CancellationToken.None).ConfigureAwait(false);
            reserve.Drop(end);
        }
        catch (StoreUnavailableException)
        {
            // The disk has filled again: they wait on.
            return;
        }
        finally
        {
            _returning.Release();
        }
    }

    T Read<T>(Func<SqliteConnection, T> read)
    {
        var reader = Readers.Rent();
        try
        {
            return read(reader.Connection);
        }
        finally
        {
            Readers.Return(reader);
        }
    }
}
