using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>A connection and the statements prepared on it.</summary>
sealed class SqliteReadConnection : IDisposable
{
    // Queries differ by which parameters they have, not by values, so that a busy registry sees a few dozen texts.
    // A peer that varies them at will only makes us prepare again.
    const int MaxStatements = 128;

    // Index pages of the patients that are looked at now; the operating system caches the rest.
    const int CacheKibibytes = 16 * 1024;

    readonly SqliteConnection _connection;
    readonly QueryText _text = new();
    readonly Dictionary<string, SqliteCommand> _statements = [];
    readonly Dictionary<string, SqliteCommand>.AlternateLookup<ReadOnlySpan<char>> _byText;

    internal SqliteReadConnection(SqliteConnection connection)
    {
        _connection = connection;
        _byText = _statements.GetAlternateLookup<ReadOnlySpan<char>>();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = $"PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{CacheKibibytes};";
        pragma.ExecuteNonQuery();
    }

    /// <summary>The statement that is composed, prepared, its values bound.</summary>
    internal SqliteCommand Prepare(Action<QueryText> compose)
    {
        _text.Clear();
        compose(_text);
        if (!_byText.TryGetValue(_text.Text, out var command)) command = Prepare();
        for (var i = 0; i < _text.Values.Count; i++) command.Parameters[i].Value = _text.Values[i];
        return command;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    SqliteCommand Prepare()
    {
        if (_statements.Count == MaxStatements) Forget();
        var command = _connection.CreateCommand();
        command.CommandText = _text.ToString();
        for (var i = 0; i < _text.Values.Count; i++) command.Parameters.AddWithValue(QueryText.Name(i), _text.Values[i]);
        command.Prepare();
        _statements.Add(command.CommandText, command);
        return command;
    }

    void Forget()
    {
        foreach (var command in _statements.Values) command.Dispose();
        _statements.Clear();
    }
}
