using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>A connection and the statements prepared on it.</summary>
sealed class SqliteReadConnection : IDisposable
{
    // Queries differ by which parameters they have, not by values, so that a busy registry sees a few dozen texts.
    // A peer that varies them at will only makes us prepare again.
    const int MaxStatements = 128;

    readonly SqliteConnection _connection;
    readonly Dictionary<string, SqliteCommand> _statements = [];

    internal SqliteReadConnection(SqliteConnection connection)
    {
        _connection = connection;
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA query_only = 1; PRAGMA temp_store = MEMORY;";
        pragma.ExecuteNonQuery();
    }

    /// <summary>The prepared statement of that text, its values bound.</summary>
    internal SqliteCommand Bound(QueryText sql)
    {
        var text = sql.ToString();
        var values = sql.Values;
        if (!_statements.TryGetValue(text, out var command)) command = Prepare(text, values);
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i];
        return command;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    SqliteCommand Prepare(string text, IReadOnlyList<object> values)
    {
        if (_statements.Count == MaxStatements) Forget();
        var command = _connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Count; i++) command.Parameters.AddWithValue(QueryText.Name(i), values[i]);
        command.Prepare();
        _statements.Add(text, command);
        return command;
    }

    void Forget()
    {
        foreach (var command in _statements.Values) command.Dispose();
        _statements.Clear();
    }
}
