using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>
/// A prepared statement that is kept and run again: the writer's statements are few and hot.
/// Values are given in the order in which their <c>$names</c> first appear in the text.
/// </summary>
sealed partial class Statement : IDisposable
{
    readonly SqliteCommand _command;

    internal Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in ParameterNames().Matches(sql).Select(m => m.Value).Distinct())
            _command.Parameters.Add(new SqliteParameter { ParameterName = name });
        _command.Prepare();
    }

    /// <summary>Runs a statement that returns no rows; the answer is the number of rows changed.</summary>
    internal int Execute(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>Runs a statement; the reader must be disposed before the statement runs again.</summary>
    internal SqliteDataReader Query(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    /// <inheritdoc />
    public void Dispose() => _command.Dispose();

    void Bind(ReadOnlySpan<object?> values)
    {
        if (values.Length != _command.Parameters.Count)
            throw new ArgumentException($"{_command.Parameters.Count} values are needed, {values.Length} given: {_command.CommandText}");
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    [GeneratedRegex(@"\$[a-z_0-9]+")]
    private static partial Regex ParameterNames();
}
