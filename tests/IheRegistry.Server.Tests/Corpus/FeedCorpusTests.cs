using System.Globalization;
using IheRegistry.Model.Identity;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// HL7 v2 messages of other products and of their tests, sent to the running server over MLLP: each is taken or refused for the reason
/// that feed-samples.tsv states. In the lenient domain every assigning authority of the samples is one of its patient id domains.
/// </summary>
[TestFixture]
sealed class FeedCorpusTests
{
    const string TableName = "feed-samples.tsv";

    [TestCase("iti-8-30-31-adt")]
    [TestCase("iti-64-xad-pid-change")]
    public async Task Samples_are_taken_or_refused_for_a_stated_reason(string folder)
    {
        var files = SampleFile.In("hl7v2", folder);
        if (files.Count == 0) Assert.Ignore("The reference folder is absent.");

        var inDefault = await JudgeAsync(files, null);
        var inLenient = await JudgeAsync(files, LenientDomain(files));
        var run = files.Select(file => Row(file, inDefault[file.Name], inLenient[file.Name])).ToList();
        var table = SampleTable.Read(TableName);
        if (SampleTable.IsToBeWritten) table.Write(run);
        else Assert.That(table.Differences(run, folder), Is.Empty);
    }

    [Test]
    public void Every_row_states_a_reason()
    {
        var rows = SampleTable.Read(TableName).Rows.ToList();
        Assert.That(rows, Has.Count.GreaterThan(100));
        Assert.That(rows.Where(row => row.Default != SampleVerdict.Taken && row.Reason.Length == 0).Select(row => row.File), Is.Empty);
    }

    static SampleRow Row(SampleFile file, SampleVerdict inDefault, SampleVerdict inLenient) => new(
        file.Sha256, file.Name, "HL7 v2", inDefault.Outcome, inLenient.Outcome, string.Join("; ", inLenient.Findings.Concat(inDefault.Findings).Distinct()));

    static async Task<Dictionary<string, SampleVerdict>> JudgeAsync(IReadOnlyList<SampleFile> files, Func<string, string>? domain)
    {
        var folder = Directory.CreateTempSubdirectory("iheregistry-corpus-").FullName;
        try
        {
            await using var server = await CorpusServer.StartAsync(domain?.Invoke(folder));
            var verdicts = new Dictionary<string, SampleVerdict>();
            foreach (var file in files)
            {
                await server.FeedAsync(MergedIds(file));
                verdicts[file.Name] = FeedJudge.Judge(await server.FeedAsync(Unwrap(file.Bytes)));
            }

            return verdicts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // One is kept as it is on the wire.
    static ReadOnlyMemory<byte> Unwrap(byte[] bytes) =>
        bytes is [0x0B, ..] ? bytes.AsMemory(1, Array.IndexOf(bytes, (byte)0x1C) - 1) : bytes;

    static Func<string, string> LenientDomain(IEnumerable<SampleFile> files)
    {
        var designators = files.SelectMany(Designators).Distinct().ToList();
        var oids = designators.Select(designator => (Oid: designator.ElementAtOrDefault(1) ?? "", Namespace: designator[0])).ToList();
        var named = oids.Where(a => a.Oid.Length == 0 && a.Namespace.Length > 0).Select(a => a.Namespace).Distinct();
        return folder => Corpus.LenientDomain.Write(
            folder,
            [
                .. oids.Where(a => Oid.IsValid(a.Oid)).Select(a => (a.Oid, "")),
                .. named.Select((name, index) => (string.Create(CultureInfo.InvariantCulture, $"2.999.{index + 1}"), name)),
            ]);
    }

    // The ids that a merge is about have been fed before.
    static IEnumerable<string> MergedIds(SampleFile file) => file.Text.Contains("ADT^A40", StringComparison.Ordinal) ? Identifiers(file) : [];

    static IEnumerable<string[]> Designators(SampleFile file) => Identifiers(file)
        .Select(identifier => identifier.Split('^').ElementAtOrDefault(3) ?? "")
        .Where(designator => designator.Length > 0)
        .Select(designator => designator.Split('&'));

    // The repetitions of PID-3 and MRG-1.
    static IEnumerable<string> Identifiers(SampleFile file) => file.Text.Split('\r', '\n')
        .Select(line => line.Split('|'))
        .Select(fields => fields[0] switch { "PID" => fields.ElementAtOrDefault(3), "MRG" => fields.ElementAtOrDefault(1), _ => null })
        .OfType<string>()
        .SelectMany(field => field.Split('~'));
}
