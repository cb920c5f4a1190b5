using System.Text.RegularExpressions;
using IheRegistry.Model.Identity;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// Messages of other products and of their tests, sent to the running server: each is taken or refused for the reason that
/// soap-samples.tsv states, and every answer is valid by our schemas and by the official ones.
/// </summary>
[TestFixture]
sealed partial class SoapCorpusTests
{
    const string TableName = "soap-samples.tsv";

    [TestCase("iti-18-registry-stored-query")]
    [TestCase("iti-41-provide-and-register")]
    [TestCase("iti-42-register")]
    [TestCase("iti-43-retrieve")]
    [TestCase("iti-51-mpq")]
    [TestCase("iti-57-update")]
    [TestCase("iti-61-on-demand")]
    [TestCase("iti-62-delete")]
    [TestCase("iti-86-remove-documents")]
    [TestCase("iti-92-restricted-update")]
    public async Task Samples_are_taken_or_refused_for_a_stated_reason(string folder)
    {
        var files = SampleFile.In("soap", folder);
        if (files.Count == 0) Assert.Ignore("The reference folder is absent.");

        var table = SampleTable.Read(TableName);
        var run = await RunAsync(files);
        if (SampleTable.IsToBeWritten)
        {
            table.Write(run.Select(judged => judged.Row));
            foreach (var (row, findings) in run) TestContext.Out.WriteLine($"{row.File}\t{row.Outcomes}\n    {string.Join("\n    ", findings)}");
            return;
        }

        Assert.That(table.Differences([.. run.Select(judged => judged.Row)], folder), Is.Empty);
    }

    [Test]
    public void Every_row_states_a_reason()
    {
        var rows = SampleTable.Read(TableName).Rows.ToList();
        Assert.That(rows, Has.Count.GreaterThan(250));
        Assert.That(rows.Where(row => row.Default != SampleVerdict.Taken && row.Reason.Length == 0).Select(row => row.File), Is.Empty);
    }

    static async Task<IReadOnlyList<(SampleRow Row, IReadOnlyList<string> Findings)>> RunAsync(IReadOnlyList<SampleFile> files)
    {
        var folder = Directory.CreateTempSubdirectory("iheregistry-corpus-").FullName;
        try
        {
            var lenient = LenientDomain.Write(folder, Authorities(files));
            var inDefault = await JudgeAsync(files, null);
            var inLenient = await JudgeAsync(files, lenient);
            return [.. files.Select(file => Judged(file, inDefault[file], inLenient[file]))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static (SampleRow, IReadOnlyList<string>) Judged(SampleFile file, SampleVerdict inDefault, SampleVerdict inLenient)
    {
        Assert.That(inDefault.Flaws.Concat(inLenient.Flaws), Is.Empty, $"The answer to {file.Name}");
        var form = SoapSample.Read(file.Name, file.Text).Form.ToString();
        var row = new SampleRow(file.Sha256, file.Name, form, inDefault.Outcome, inLenient.Outcome, ReasonOf(inLenient) ?? ReasonOf(inDefault) ?? "");
        return (row, [.. inLenient.Findings, "--", .. inDefault.Findings.Except(inLenient.Findings)]);
    }

    static string? ReasonOf(SampleVerdict verdict)
    {
        if (verdict.Findings.Count == 0) return null;
        var first = WhiteSpace().Replace(verdict.Findings[0], " ");
        return verdict.Findings.Count == 1 ? first : $"{first} And {verdict.Findings.Count - 1} more.";
    }

    static async Task<Dictionary<SampleFile, SampleVerdict>> JudgeAsync(IReadOnlyList<SampleFile> files, string? domain)
    {
        var verdicts = new Dictionary<SampleFile, SampleVerdict>();
        foreach (var group in SampleGroups.Of(files))
        {
            await using var server = await CorpusServer.StartAsync(domain);
            foreach (var file in group)
            {
                verdicts[file] = SoapSample.Read(file.Name, file.Text).Form switch
                {
                    SampleForm.Response => await ReceivedAnswer.ReadAsync(SoapSample.Read(file.Name, file.Text)),
                    SampleForm.RegRep2 => SampleVerdict.NotRequest("ebXML RegRep 2.1", "XDS.a had it; XDS.b is built on RegRep 3.0 (ITI TF-3 4.2)."),
                    SampleForm.Text => SampleVerdict.NotRequest("log", "It holds no message as it was on the wire."),
                    _ => await server.SendAsync(file),
                };
            }
        }

        return verdicts;
    }

    static IEnumerable<(string Oid, string Namespace)> Authorities(IEnumerable<SampleFile> files) => files
        .SelectMany(file => SampleObjects.PatientsIn(SoapSample.Read(file.Name, file.Text).Root))
        .Select(patient => patient.Split('&'))
        .Where(parts => parts.Length == 3 && Oid.IsValid(parts[1]))
        .Select(parts => (parts[1], ""))
        .Distinct();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
