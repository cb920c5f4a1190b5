using Dapper;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.Tests.Documents;
using Microsoft.Data.Sqlite;
using NUnit.Framework;
using SQLitePCL;

namespace IheRegistry.Store.Tests.Gates;

/// <summary>Writes that wait together share a commit, and so a sync of the log, but not their outcome.</summary>
[TestFixture]
public sealed class GroupCommitTests
{
    const int Waiting = 100;

    ScratchFolder _folder = null!;
    SqliteDatabase _database = null!;
    CommitQueue _queue = null!;
    int _commits;

    [SetUp]
    public void Open()
    {
        _folder = new ScratchFolder();
        _database = new SqliteDatabase(_folder.PathOf("registry.db"));
        _database.Writer.Execute("CREATE TABLE written (number INTEGER PRIMARY KEY)");
        _queue = new CommitQueue(_database.Writer, new WriteLatch());
        _commits = 0;
        raw.sqlite3_commit_hook(_database.Writer.Handle, _ => ++_commits * 0, null);
    }

    [TearDown]
    public async Task Close()
    {
        await _queue.DisposeAsync();
        _database.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Every_commit_syncs_the_log() =>
        Assert.That(_database.Writer.ExecuteScalar<string>("PRAGMA journal_mode") + _database.Writer.ExecuteScalar<int>("PRAGMA synchronous"), Is.EqualTo("wal2"));

    [Test]
    public async Task Writes_that_wait_together_share_one_commit([Values] bool areOneStatement)
    {
        var waiting = await WhileTheWriterIsBusyAsync(() => [.. Enumerable.Range(1, Waiting).Select(n => WriteAsync(n, areOneStatement))]);

        await Task.WhenAll(waiting);
        Assert.That(_commits, Is.EqualTo(2), "the busy one's and theirs");
        Assert.That(Count(), Is.EqualTo(Waiting));
    }

    [Test]
    public async Task A_write_that_fails_leaves_nothing_and_the_others_of_its_commit_stay([Values] bool areOneStatement)
    {
        var waiting = await WhileTheWriterIsBusyAsync(() => [WriteAsync(1, areOneStatement), WriteAsync(1, areOneStatement), WriteAsync(2, areOneStatement)]);

        await waiting[0];
        Assert.That(() => waiting[1], Throws.InstanceOf<SqliteException>());
        await waiting[2];
        Assert.That(_commits, Is.EqualTo(2));
        Assert.That(Count(), Is.EqualTo(2));
    }

    async Task<Task[]> WhileTheWriterIsBusyAsync(Func<Task[]> enqueue)
    {
        using var begun = new SemaphoreSlim(0);
        using var released = new ManualResetEventSlim();
        var busy = _queue.EnqueueAsync(
            () =>
            {
                begun.Release();
                released.Wait();
                return true;
            },
            isOneStatement: true,
            CancellationToken.None);
        await begun.WaitAsync();
        var waiting = enqueue();
        released.Set();
        await busy;
        return waiting;
    }

    Task WriteAsync(int number, bool isOneStatement) => _queue.EnqueueAsync(
        () => _database.Writer.Execute("INSERT INTO written VALUES (@number)", new { number }), isOneStatement, CancellationToken.None);

    long Count()
    {
        var reader = _database.Readers.Rent();
        var count = reader.Connection.ExecuteScalar<long>("SELECT count(*) FROM written");
        _database.Readers.Return(reader);
        return count;
    }
}
