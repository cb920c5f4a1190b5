using Microsoft.Data.Sqlite;

namespace IheRegistry.Benchmarks.Data;

/// <summary>The rows that one request added to the registry's database, whatever tables there are: what a bare transaction inserts again.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Values">Their values.</param>
/// <param name="Key">The column that is the table's integer key, or null.</param>
sealed record CapturedRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object?> Values, string? Key)
{
    /// <summary>The rows that one database has more than another.</summary>
    internal static IReadOnlyList<CapturedRow> Difference(string before, string after)
    {
        using var connection = new SqliteConnection($"Data Source={after};Pooling=False;Mode=ReadOnly");
        connection.Open();
        Execute(connection, $"ATTACH '{before}' AS before");
        var tables = Read(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").Select(row => (string)row[0]!);
        return [.. tables.SelectMany(table => Added(connection, table))];
    }

    /// <summary>A consistent copy of a database in use.</summary>
    internal static void Copy(string database, string to)
    {
        File.Delete(to);
        using var source = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadWrite");
        source.Open();
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        target.Open();
        source.BackupDatabase(target);
    }

    static IEnumerable<CapturedRow> Added(SqliteConnection connection, string table)
    {
        var columns = Read(connection, $"SELECT name, type, pk FROM pragma_table_info('{table}')");
        var names = columns.Select(column => (string)column[0]!).ToList();
        var keys = columns.Where(column => (long)column[2]! > 0).ToList();
        var key = keys is [[string name, "INTEGER", _]] ? name : null;
        return Read(connection, $"SELECT * FROM main.{table} EXCEPT SELECT * FROM before.{table}")
            .Select(values => new CapturedRow(table, names, values, key));
    }

    static List<object?[]> Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
