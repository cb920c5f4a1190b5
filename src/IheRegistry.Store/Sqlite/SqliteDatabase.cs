using Dapper;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>
/// The database file: one connection writes, others read. WAL lets reads go on while a commit runs; synchronous=FULL makes every commit
/// an fsync of the log.
/// </summary>
sealed class SqliteDatabase : IDisposable
{
    // 64 MiB: the index pages of a busy day stay in memory on a small machine.
    const int CacheKibibytes = 64 * 1024;

    // 4,000 pages of 4 KiB: a checkpoint each 16 MB of log keeps its cost out of most commits.
    const int CheckpointPages = 4000;

    internal SqliteDatabase(string path)
    {
        Writer = Open(path, SqliteOpenMode.ReadWriteCreate, CacheKibibytes);
        Writer.Execute($"""
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA wal_autocheckpoint = {CheckpointPages};
            PRAGMA foreign_keys = OFF;
            """);
        new Migrations(Writer).Run();
        Readers = new SqliteReaders(path);
    }

    /// <summary>The one connection that writes; used by one thread only.</summary>
    internal SqliteConnection Writer { get; }

    /// <summary>The connections that read.</summary>
    internal SqliteReaders Readers { get; }

    /// <summary>Opens a connection. Nothing is mapped into memory: a disk error there would be a signal that ends the process.</summary>
    internal static SqliteConnection Open(string path, SqliteOpenMode mode, int cacheKibibytes)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = 30,
        }.ToString());
        connection.Open();
        connection.Execute($"PRAGMA cache_size = -{cacheKibibytes}; PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0;");
        return connection;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Readers.Dispose();
        Writer.Dispose();
    }
}
