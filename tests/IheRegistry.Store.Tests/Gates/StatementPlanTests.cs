using System.Text.RegularExpressions;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.Tests.Documents;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Gates;

/// <summary>What a statement costs does not grow with the registry: none but lists of small tables reads one from end to end.</summary>
[TestFixture]
public sealed class StatementPlanTests
{
    // Tables that stay small, constants, and what a statement has found already under a name of its own.
    static readonly string[] MayBeScanned =
        ["outbox", "notification_backlog", "legal_hold", "pending_erasure", "work_item", "CONSTANT", "dependent", "link", "o", "b", "u", "branch", "up"];

    ScratchFolder _folder = null!;
    SqliteDatabase _database = null!;

    [OneTimeSetUp]
    public void Open()
    {
        _folder = new ScratchFolder();
        _database = new SqliteDatabase(_folder.PathOf("registry.db"));
    }

    [OneTimeTearDown]
    public void Close()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    static IEnumerable<string> Statements() =>
        Directory.GetFiles(SourceTree.PathOf("src", "IheRegistry.Store"), "*.sql", SearchOption.AllDirectories)
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}Sql{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(SourceTree.PathOf("src", "IheRegistry.Store"), path))
            .Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Statements))]
    public void A_statement_looks_up_what_it_needs(string file)
    {
        var scans = Plan(File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Store", file)))
            // A virtual table here is an array that the statement is given.
            .Where(step => step.StartsWith("SCAN ", StringComparison.Ordinal) && !step.Contains("VIRTUAL TABLE", StringComparison.Ordinal))
            .Select(step => step.Split(' ')[1])
            .Where(name => !name.StartsWith('(') && !MayBeScanned.Contains(name));
        Assert.That(scans, Is.Empty);
    }

    List<string> Plan(string sql)
    {
        using var command = _database.Writer.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in ParameterNames(sql)) command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }

    static IEnumerable<string> ParameterNames(string sql) =>
        Regex.Matches(sql, @"\$\w+").Select(match => match.Value).Distinct();
}
