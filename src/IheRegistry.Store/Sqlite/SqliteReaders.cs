namespace IheRegistry.Store.Sqlite;

/// <summary>
/// The connections that read, kept for the next reader with the queries they have prepared. The one used last is used first, so that those
/// in use are few and warm.
/// </summary>
sealed class SqliteReaders(string path) : IDisposable
{
    // A thread may be switched away in the middle of a query, so that more are in use than processors. Opening one reads the schema
    // and prepares each query anew, which takes as long as many queries.
    static readonly int MaxIdle = Math.Max(16, Environment.ProcessorCount * 4);

    readonly Stack<SqliteReader> _idle = [];
    bool _disposed;

    /// <summary>Takes a reader; give it back with <see cref="Return"/>.</summary>
    internal SqliteReader Rent()
    {
        lock (_idle)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_idle.TryPop(out var reader)) return reader;
        }

        return new SqliteReader(path);
    }

    /// <summary>Gives a reader back.</summary>
    internal void Return(SqliteReader reader)
    {
        lock (_idle)
        {
            if (!_disposed && _idle.Count < MaxIdle)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_idle)
        {
            _disposed = true;
            while (_idle.TryPop(out var reader)) reader.Dispose();
        }
    }
}
