using IheRegistry.Model;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.House;

/// <summary>What the README promises is what the code has.</summary>
[TestFixture]
public sealed class ReadmeTests
{
    static readonly string[] Lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "README.md"));

    [Test]
    public void The_table_of_transactions_is_the_code_s_own()
    {
        var rows = Lines.Where(line => line.StartsWith("| ITI-", StringComparison.Ordinal)).ToList();
        var expected = Transactions.All.Select(t =>
            $"| {t.Number} | {t.Name} | {t.Actor} | {(t.Path is null ? "MLLP" : $"`{t.Path}`")} | `{t.RequestAction}` |");
        Assert.That(rows, Is.EqualTo(expected));
    }

    [Test]
    public void Every_file_that_it_names_exists()
    {
        var missing = Lines
            .SelectMany(line => System.Text.RegularExpressions.Regex.Matches(line, @"\]\((?!http)(?<path>[^)#]+)\)|`(?<path>(src|docs|samples|schemas|tests)/[^`*{} ]+)`"))
            .Select(match => match.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Combine(SourceTree.Root, path)))
            .ToList();
        Assert.That(missing, Is.Empty);
    }
}
