using System.Text;
using IheRegistry.Model.Identity;
using IheRegistry.Server.Tests.Hosting;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>
/// HL7 V3 messages of other products and of their tests, sent to the running server: each is taken or refused for the reason that v3-samples.tsv
/// states, and the answer to each that is valid by HL7's own schemas is valid by them, too. In the lenient domain every assigning authority of the
/// samples is one of its patient id domains, and the patients that merges and PIX queries count on have been fed before.
/// </summary>
[TestFixture]
sealed class Hl7v3CorpusTests
{
    const string TableName = "v3-samples.tsv";

    [TestCase("iti-44-pixv3-feed")]
    [TestCase("iti-45-pixv3-query")]
    [TestCase("iti-47-pdqv3")]
    public async Task Samples_are_taken_or_refused_for_a_stated_reason(string folder)
    {
        var files = SampleFile.In("soap", folder);
        if (files.Count == 0) Assert.Ignore("The reference folder is absent.");

        var inDefault = await JudgeAsync(files, null);
        var inLenient = await JudgeAsync(files, Authorities(files));
        var run = files.Select(file => Row(file, inDefault[file.Name], inLenient[file.Name])).ToList();
        var table = SampleTable.Read(TableName);
        if (SampleTable.IsToBeWritten) table.Write(run);
        else Assert.That(table.Differences(run, folder), Is.Empty);
    }

    [Test]
    public void Every_row_states_a_reason()
    {
        var rows = SampleTable.Read(TableName).Rows.ToList();
        Assert.That(rows, Has.Count.GreaterThan(35));
        Assert.That(rows.Where(row => row.Default != SampleVerdict.Taken && row.Reason.Length == 0).Select(row => row.File), Is.Empty);
    }

    static SampleRow Row(SampleFile file, SampleVerdict inDefault, SampleVerdict inLenient)
    {
        Assert.That(inDefault.Flaws.Concat(inLenient.Flaws), Is.Empty, $"The answer to {file.Name}");
        var form = Hl7v3Sample.Read(file).Form.ToString();
        return new(file.Sha256, file.Name, form, inDefault.Outcome, inLenient.Outcome, string.Join("; ", inLenient.Findings.Concat(inDefault.Findings).Distinct()));
    }

    static async Task<Dictionary<string, SampleVerdict>> JudgeAsync(IReadOnlyList<SampleFile> files, IReadOnlyList<(string Oid, string Namespace)>? authorities)
    {
        var folder = Directory.CreateTempSubdirectory("iheregistry-corpus-").FullName;
        try
        {
            await using var server = await TestServer.StartAsync(authorities is null ? [] : ["--affinity-domain", LenientDomain.Write(folder, authorities)]);
            using var http = new HttpClient();
            var verdicts = new Dictionary<string, SampleVerdict>();
            foreach (var file in files)
            {
                var sample = Hl7v3Sample.Read(file);
                verdicts[file.Name] = sample.Form == SampleForm.Response ? Hl7v3Judge.Read(sample) : await SendAsync(http, server, sample);
            }

            return verdicts;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task<SampleVerdict> SendAsync(HttpClient http, TestServer server, Hl7v3Sample sample)
    {
        foreach (var added in sample.KnownPatients()) await PostAsync(http, server, added);
        return Hl7v3Judge.Judge(await PostAsync(http, server, sample), sample.Payload);
    }

    static async Task<byte[]> PostAsync(HttpClient http, TestServer server, Hl7v3Sample sample)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(sample.Envelope()));
        content.Headers.TryAddWithoutValidation("Content-Type", "application/soap+xml; charset=utf-8");
        using var response = await http.PostAsync(sample.IsToSupplier ? server.Supplier : server.Manager, content);
        return await response.Content.ReadAsByteArrayAsync();
    }

    // The roots of identifiers and of domains asked for, and names that stand for one.
    static List<(string Oid, string Namespace)> Authorities(IEnumerable<SampleFile> files)
    {
        string[] holders = ["patient", "priorRegisteredRole", "patientIdentifier", "dataSource", "livingSubjectId", "otherIDsScopingOrganization"];
        var identifiers = files.Select(Hl7v3Sample.Read)
            .Where(sample => sample.Payload is not null)
            .SelectMany(sample => sample.Payload!.Descendants().Where(element => element.Name.LocalName is "id" or "value" && holders.Contains(element.Parent!.Name.LocalName)))
            .ToList();
        var roots = identifiers.Select(id => (string?)id.Attribute("root") ?? "").Where(root => Oid.IsValid(root)).Distinct().Select(root => (root, ""));
        var names = identifiers.Where(id => id.Attribute("root") is null).Select(id => (string?)id.Attribute("assigningAuthorityName")).OfType<string>().Distinct();
        return [.. roots, .. names.Select((name, index) => ($"2.999.{index + 1}", name))];
    }
}
