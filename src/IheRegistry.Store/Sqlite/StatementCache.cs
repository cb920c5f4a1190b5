using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>The prepared statements of one connection, by the path of their SQL file.</summary>
sealed class StatementCache(SqliteConnection connection) : IDisposable
{
    readonly Dictionary<string, Statement> _statements = [];

    internal Statement this[string path]
    {
        get
        {
            if (!_statements.TryGetValue(path, out var statement))
                _statements.Add(path, statement = new Statement(connection, SqlText.Of(path)));
            return statement;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var statement in _statements.Values) statement.Dispose();
    }
}
