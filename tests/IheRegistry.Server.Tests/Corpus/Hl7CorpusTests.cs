using System.Globalization;
using IheRegistry.Model.Identity;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// HL7 v2 messages of other products and of their tests, sent to the running server over MLLP: each is taken or refused for the reason
/// that hl7v2-samples.tsv states. In the lenient domain every assigning authority of the samples is one of its patient id domains.
/// </summary>
[TestFixture]
sealed class Hl7CorpusTests
{
    const string TableName = "hl7v2-samples.tsv";

    [TestCase("iti-8-30-31-adt")]
    [TestCase("iti-10-30-a31")]
    [TestCase("iti-64-xad-pid-change")]
    [TestCase("iti-9-pix-query")]
    [TestCase("iti-21-pdq")]
    [TestCase("iti-22-pdvq")]
    [TestCase("ack")]
    [TestCase("other-types")]
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
        file.Sha256, file.Name, Hl7Sample.IsAnswer(file) ? "Response" : "HL7 v2", inDefault.Outcome, inLenient.Outcome, string.Join("; ", inLenient.Findings.Concat(inDefault.Findings).Distinct()));

    static async Task<Dictionary<string, SampleVerdict>> JudgeAsync(IReadOnlyList<SampleFile> files, Func<string, string>? domain)
    {
        var folder = Directory.CreateTempSubdirectory("iheregistry-corpus-").FullName;
        try
        {
            await using var server = await CorpusServer.StartAsync(domain?.Invoke(folder));
            var verdicts = new Dictionary<string, SampleVerdict>();
            foreach (var file in files)
                verdicts[file.Name] = Hl7Sample.IsAnswer(file) ? Hl7Sample.ReadAnswer(file) : await SendAsync(server, file);
            return verdicts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The ids that a merge or a query is about have been fed before.
    static async Task<SampleVerdict> SendAsync(CorpusServer server, SampleFile file)
    {
        await server.FeedAsync(Hl7Sample.KnownBefore(file));
        return Hl7Judge.Judge(await server.FeedAsync(Hl7Sample.Unwrap(file)));
    }

    static Func<string, string> LenientDomain(IEnumerable<SampleFile> files)
    {
        var designators = files.SelectMany(Hl7Sample.Designators).DistinctBy(designator => string.Join('&', designator)).ToList();
        var oids = designators.Select(designator => (Oid: designator.ElementAtOrDefault(1) ?? "", Namespace: designator[0])).ToList();
        var named = oids.Where(a => a.Oid.Length == 0 && a.Namespace.Length > 0).Select(a => a.Namespace).Distinct();
        return folder => Corpus.LenientDomain.Write(
            folder,
            [
                .. oids.Where(a => Oid.IsValid(a.Oid)).Select(a => (a.Oid, "")),
                .. named.Select((name, index) => (string.Create(CultureInfo.InvariantCulture, $"2.999.{index + 1}"), name)),
            ]);
    }
}
