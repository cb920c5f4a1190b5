using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>
/// The database file: one connection writes, a pool of connections reads. WAL lets reads go on while a commit runs;
/// synchronous=FULL makes every commit an fsync of the log.
/// </summary>
sealed class SqliteDatabase : IDisposable
{
    // 64 MiB: the index pages of a busy day stay in memory on a small machine.
    const int CacheKibibytes = 64 * 1024;

    // 4,000 pages of 4 KiB: a checkpoint each 16 MB of log keeps its cost out of most commits.
    const int CheckpointPages = 4000;

    // As many as the machine can use; a reader more would only wait for a processor.
    static readonly int MaxIdleReaders = Math.Max(4, Environment.ProcessorCount * 2);

    readonly string _path;
    readonly ConcurrentBag<SqliteConnection> _idle = [];
    volatile bool _disposed;

    internal SqliteDatabase(string path)
    {
        _path = path;
        Writer = Open(SqliteOpenMode.ReadWriteCreate);
        Writer.Execute($"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA foreign_keys = OFF;
            """);
        new Migrations(Writer).Run();
    }

    /// <summary>The one connection that writes; used by one thread only.</summary>
    internal SqliteConnection Writer { get; }

    /// <summary>Takes a connection for reading; give it back with <see cref="Return"/>.</summary>
    internal SqliteConnection Rent()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_idle.TryTake(out var connection)) return connection;
        connection = Open(SqliteOpenMode.ReadWrite);
        connection.Execute("PRAGMA query_only = ON;");
        return connection;
    }

    /// <summary>Gives a connection back.</summary>
    internal void Return(SqliteConnection connection)
    {
        if (_disposed || _idle.Count >= MaxIdleReaders) connection.Dispose();
        else _idle.Add(connection);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection)) connection.Dispose();
        Writer.Dispose();
    }

    SqliteConnection Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        connection.Execute($"PRAGMA cache_size = -{CacheKibibytes}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;");
        return connection;
    }
}
