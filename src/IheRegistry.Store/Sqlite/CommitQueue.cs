using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>
/// Group commit: one thread runs the writes of many callers in one database transaction and so shares an fsync among them.
/// Each write stays all or nothing (a savepoint of its own), and none is acknowledged before the commit.
/// </summary>
sealed class CommitQueue : IAsyncDisposable
{
    // More waiting than this means that the disk cannot keep up: callers then wait for a place (back-pressure).
    const int MaxWaiting = 4096;

    // A group is as large as what waits, up to this: beyond, latency grows and the fsync is shared well enough.
    const int MaxGroup = 256;

    const int SqliteFull = 13;
    const int SqliteIoError = 10;

    readonly Channel<PendingWrite> _waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MaxWaiting)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
            // Whoever enqueues wakes the writer itself; a thread of the pool between them would only cost time.
            AllowSynchronousContinuations = true,
        });
    readonly SqliteConnection _connection;
    readonly WriteLatch _latch;
    readonly Thread _thread;

    // Run for each write: preparing them took longer than running them.
    readonly SqliteCommand _begin;
    readonly SqliteCommand _savepoint;
    readonly SqliteCommand _release;
    readonly SqliteCommand _commit;

    internal CommitQueue(SqliteConnection connection, WriteLatch latch)
    {
        _connection = connection;
        _latch = latch;
        _begin = Prepare("BEGIN IMMEDIATE");
        _savepoint = Prepare("SAVEPOINT one");
        _release = Prepare("RELEASE one");
        _commit = Prepare("COMMIT");
        _thread = new Thread(Run) { Name = "registry writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>
    /// Runs a write in the next group. The task ends when the group is durable; it fails with what the work threw
    /// (then nothing of it is stored), or with <see cref="StoreUnavailableException"/> when the group could not be made durable.
    /// </summary>
    /// <param name="work">The write.</param>
    /// <param name="isOneStatement">It runs one SQL statement at most.</param>
    /// <param name="cancellationToken">Gives up while there is no place in the queue.</param>
    internal async Task<T> EnqueueAsync<T>(Func<T> work, bool isOneStatement, CancellationToken cancellationToken)
    {
        ThrowIfStopped();
        var write = new PendingWrite<T>(work, isOneStatement);
        await _waiting.Writer.WriteAsync(write, cancellationToken).ConfigureAwait(false);
        // From here on the write will happen: its outcome is waited for even when the caller has gone.
        return await write.Task.ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_waiting.Writer.TryComplete()) return;
        await Task.Run(_thread.Join).ConfigureAwait(false);
        foreach (var command in (SqliteCommand[])[_begin, _savepoint, _release, _commit]) command.Dispose();
    }

    /// <summary>Takes back what the write that runs now has written so far.</summary>
    internal static void RollBackOne(SqliteConnection connection) => Execute(connection, "ROLLBACK TO one");

    void ThrowIfStopped()
    {
        if (_latch.IsTripped) throw new StoreUnavailableException("Writing has stopped after a disk error; the server must be restarted.");
    }

    void Run()
    {
        var group = new List<PendingWrite>(MaxGroup);
        while (WaitForWork())
        {
            while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var write)) group.Add(write);
            Commit(group);
            group.Clear();
        }
    }

    // Blocks this thread, which is the writer's own.
    bool WaitForWork() => _waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult();

    void Commit(List<PendingWrite> group)
    {
        try
        {
            ThrowIfStopped();
            _begin.ExecuteNonQuery();
            foreach (var write in group) RunOne(write);
            _commit.ExecuteNonQuery();
        }
        catch (Exception error)
        {
            // Whatever went wrong with the group, none of it may be acknowledged.
            Rollback();
            var unavailable = Explain(error);
            foreach (var write in group) write.Fail(unavailable);
            return;
        }

        foreach (var write in group) write.Complete();
    }

    void RunOne(PendingWrite write)
    {
        // A savepoint keeps a copy of every page that is changed under it: the audits of reads do without.
        if (write.IsOneStatement)
        {
            TryRun(write);
            return;
        }

        _savepoint.ExecuteNonQuery();
        if (!TryRun(write)) RollBackOne(_connection);
        _release.ExecuteNonQuery();
    }

    // A refusal is this write's only: the others of the group go on.
    static bool TryRun(PendingWrite write)
    {
        try
        {
            write.Run();
            return true;
        }
        catch (Exception error) when (error is not SqliteException { SqliteErrorCode: SqliteFull or SqliteIoError })
        {
            write.Refuse(error);
            return false;
        }
    }

    StoreUnavailableException Explain(Exception error)
    {
        if (error is SqliteException { SqliteErrorCode: SqliteIoError })
            _latch.Trip($"The database could not be made durable: {error.Message}");
        return error as StoreUnavailableException ?? new StoreUnavailableException("The change could not be made durable.", error)
        {
            IsFull = error is SqliteException { SqliteErrorCode: SqliteFull },
        };
    }

    void Rollback()
    {
        try
        {
            Execute(_connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite has rolled back by itself already; there is no transaction left to end.
        }
    }

    SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
