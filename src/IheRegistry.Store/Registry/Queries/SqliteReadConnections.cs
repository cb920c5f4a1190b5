using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Read-only connections with the statements they have prepared, kept for the next query.</summary>
sealed class SqliteReadConnections(string connectionString) : IDisposable
{
    // As many as the machine can use at once, twice: a thread may be switched away in the middle of a query.
    static readonly int MaxIdle = Math.Max(4, Environment.ProcessorCount * 2);

    readonly ConcurrentBag<SqliteReadConnection> _idle = [];

    internal SqliteReadConnection Take()
    {
        if (_idle.TryTake(out var idle)) return idle;
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return new SqliteReadConnection(connection);
    }

    internal void Return(SqliteReadConnection connection)
    {
        if (_idle.Count < MaxIdle) _idle.Add(connection);
        else connection.Dispose();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }
}
