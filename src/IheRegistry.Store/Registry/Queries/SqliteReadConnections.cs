using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Read-only connections with the statements they have prepared, kept for the next query.</summary>
sealed class SqliteReadConnections(string connectionString) : IDisposable
{
    readonly ConcurrentBag<SqliteReadConnection> _idle = [];

    internal SqliteReadConnection Take()
    {
        if (_idle.TryTake(out var idle)) return idle;
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        return new SqliteReadConnection(connection);
    }

    internal void Return(SqliteReadConnection connection) => _idle.Add(connection);

    /// <inheritdoc />
    public void Dispose()
    {
        while (_idle.TryTake(out var connection)) connection.Dispose();
    }
}
