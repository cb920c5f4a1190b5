using IheRegistry.Tests.Shared;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// The committed table of what becomes of each sample and why. With the environment variable IHEREGISTRY_WRITE_CORPUS set, the tests
/// write it anew instead of comparing: a reason stays while the outcomes do, else the answer's first finding stands in for one.
/// </summary>
sealed class SampleTable
{
    const string Header = "sha256\tfile\tform\tdefault domain\tlenient domain\treason";

    readonly string _path;
    readonly Dictionary<string, SampleRow> _rows;

    SampleTable(string path, Dictionary<string, SampleRow> rows) => (_path, _rows) = (path, rows);

    /// <summary>Whether the tables are to be written.</summary>
    public static bool IsToBeWritten => Environment.GetEnvironmentVariable("IHEREGISTRY_WRITE_CORPUS") is { Length: > 0 };

    /// <summary>All rows.</summary>
    public IEnumerable<SampleRow> Rows => _rows.Values;

    /// <summary>Reads a table of this folder.</summary>
    public static SampleTable Read(string name)
    {
        var path = SourceTree.PathOf("tests", "IheRegistry.Server.Tests", "Corpus", name);
        var lines = File.Exists(path) ? File.ReadLines(path).Skip(1) : [];
        return new SampleTable(path, lines.Select(SampleRow.Parse).ToDictionary(row => row.File));
    }

    /// <summary>What the table says that the run does not, and the other way round.</summary>
    public IEnumerable<string> Differences(IReadOnlyCollection<SampleRow> run, string folder)
    {
        foreach (var row in run)
        {
            if (!_rows.TryGetValue(row.File, out var expected)) yield return $"{row.File}: not in the table, {row.Outcomes}";
            else if (expected.Sha256 != row.Sha256) yield return $"{row.File}: another file, {row.Sha256}";
            else if (expected.Outcomes != row.Outcomes) yield return $"{row.File}: {row.Outcomes}, not {expected.Outcomes}; {row.Reason}";
        }

        var seen = run.Select(row => row.File).ToHashSet();
        foreach (var row in _rows.Values.Where(row => row.File.StartsWith($"{folder}/", StringComparison.Ordinal) && !seen.Contains(row.File)))
            yield return $"{row.File}: gone";
    }

    /// <summary>Takes over what a run found and writes the file.</summary>
    public void Write(IEnumerable<SampleRow> run)
    {
        foreach (var row in run)
        {
            var isAsBefore = _rows.TryGetValue(row.File, out var before) && before.Outcomes == row.Outcomes && before.Reason.Length > 0;
            _rows[row.File] = isAsBefore ? row with { Reason = before!.Reason } : row;
        }

        var lines = _rows.Values.OrderBy(row => row.File, StringComparer.Ordinal).Select(row => row.ToString());
        File.WriteAllText(_path, string.Join('\n', [Header, .. lines, ""]));
    }
}
