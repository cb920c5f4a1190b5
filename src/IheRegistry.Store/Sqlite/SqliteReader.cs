using Dapper;
using IheRegistry.Store.Registry.Queries;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>A connection that reads, and the queries prepared on it.</summary>
sealed class SqliteReader : IDisposable
{
    // Queries differ by which parameters they have, not by values, so that a busy registry sees a few dozen texts.
    // A peer that varies them at will only makes us prepare again.
    const int MaxStatements = 128;

    // Index pages of the patients that are looked at now; the operating system caches the rest.
    const int CacheKibibytes = 16 * 1024;

    readonly QueryText _text = new();
    readonly Dictionary<string, SqliteCommand> _statements = [];
    readonly Dictionary<string, SqliteCommand>.AlternateLookup<ReadOnlySpan<char>> _byText;

    readonly SqliteCommand _begin;
    readonly SqliteCommand _end;

    internal SqliteReader(string path)
    {
        _byText = _statements.GetAlternateLookup<ReadOnlySpan<char>>();
        // Not read-only: whoever reads a write-ahead log writes its index.
        Connection = SqliteDatabase.Open(path, SqliteOpenMode.ReadWrite, CacheKibibytes);
        Connection.Execute("PRAGMA query_only = ON");
        Statements = new StatementCache(Connection);
        (_begin, _end) = (Prepare("BEGIN"), Prepare("COMMIT"));
    }

    /// <summary>The connection, for statements that run seldom.</summary>
    internal SqliteConnection Connection { get; }

    /// <summary>The statements of <c>.sql</c> files, prepared as they are asked for.</summary>
    internal StatementCache Statements { get; }

    /// <summary>Reads what several statements say of one moment.</summary>
    internal T AtOneMoment<T>(Func<StatementCache, T> read)
    {
        _begin.ExecuteNonQuery();
        try
        {
            return read(Statements);
        }
        finally
        {
            _end.ExecuteNonQuery();
        }
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
        Statements.Dispose();
        _begin.Dispose();
        _end.Dispose();
        Connection.Dispose();
    }

    SqliteCommand Prepare(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.Prepare();
        return command;
    }

    SqliteCommand Prepare()
    {
        if (_statements.Count == MaxStatements) Forget();
        var command = Connection.CreateCommand();
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
