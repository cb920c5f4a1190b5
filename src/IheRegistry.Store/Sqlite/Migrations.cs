using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Sqlite;

/// <summary>Brings a database to the newest schema: numbered files, each run once, each in a transaction of its own.</summary>
sealed class Migrations(SqliteConnection connection)
{
    const string Folder = "Schema/Sqlite";

    /// <summary>True where nothing is left to run.</summary>
    internal bool IsCurrent => Version == SqlText.In(Folder).Max(Number);

    int Version => connection.ExecuteScalar<int>("PRAGMA user_version");

    internal void Run()
    {
        var files = SqlText.In(Folder);
        var current = Version;
        var newest = files.Max(Number);
        if (current > newest) throw new NewerSchemaException(current, newest);
        foreach (var file in files.Where(f => Number(f) > current)) Apply(file);
    }

    void Apply(string file)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute(SqlText.Of(file), transaction: transaction);
        connection.Execute($"PRAGMA user_version = {Number(file)}", transaction: transaction);
        transaction.Commit();
    }

    // Files are named 0001_what_it_does.sql.
    static int Number(string path) => int.Parse(path.AsSpan(Folder.Length + 1, 4), CultureInfo.InvariantCulture);
}
