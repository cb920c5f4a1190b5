using System.Xml.Linq;
using IheRegistry.Client;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Cda;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Demo;

/// <summary>What <c>--demo</c> leaves to be queried.</summary>
[TestFixture]
public sealed class DemoLoadTests : ServerFixture
{
    static readonly XNamespace Cda = "urn:hl7-org:v3";

    readonly HttpClient _http = new();

    /// <inheritdoc />
    protected override string[] Arguments => ["--demo"];

    [OneTimeTearDown]
    public void CloseHttp() => _http.Dispose();

    [Test]
    public void It_is_reported_in_one_line_with_an_example()
    {
        Assert.That(Server.DemoReport, Does.StartWith("Demo: 10 patients, 18 submissions, 20 documents, 1 on-demand summary; try FindDocuments (ITI-18) for "));
        Assert.That(Server.DemoReport, Does.Not.Contain("refused").And.Not.Contain("\n"));
    }

    [Test]
    public async Task Every_document_is_found_and_is_the_file()
    {
        var registry = new DocumentRegistryClient(_http, Server.Registry);
        var repository = new DocumentRepositoryClient(_http, Server.Repository);
        var titles = new List<string?>();
        foreach (var patient in Server.Query("SELECT DISTINCT patient_id FROM stored_document", row => PatientId.Parse(row.GetString(0))!))
        {
            var found = await registry.QueryAsync(StoredQuery.FindDocuments(patient, AvailabilityStatus.Approved, AvailabilityStatus.Deprecated));
            foreach (var entry in found.DocumentEntries)
            {
                titles.Add(entry.Title);
                Assert.That(await RetrieveAsync(repository, entry), Is.EqualTo(SampleOf(entry)), entry.Title);
            }
        }

        // The subsumed patient's documents are found under the surviving id, which has some of its own.
        Assert.That(titles, Has.Count.EqualTo(20));
    }

    [Test]
    public async Task The_on_demand_summary_holds_the_patients_documents()
    {
        var patient = PatientId.Parse("DEMO-1001^^^&1.3.6.1.4.1.21367.13.20.1000&ISO")!;
        var registry = new DocumentRegistryClient(_http, Server.Registry);
        var onDemand = (await registry.QueryAsync(StoredQuery.FindDocuments(patient, AvailabilityStatus.Approved)
            .With(ParameterNames.DocumentEntryType, SchemeUuids.OnDemandDocumentEntry))).DocumentEntries.Single();
        var stable = (await registry.QueryAsync(StoredQuery.FindDocuments(patient, AvailabilityStatus.Approved))).DocumentEntries;

        var summary = XDocument.Load(new MemoryStream(await RetrieveAsync(new DocumentRepositoryClient(_http, Server.Repository), onDemand)));

        Assert.That(CdaSchema.Errors(summary), Is.Empty);
        Assert.That(
            summary.Descendants(Cda + "externalDocument").Select(d => (string?)d.Element(Cda + "id")!.Attribute("root")).Distinct(),
            Is.EquivalentTo(stable.Where(entry => SampleHasSections(entry)).Select(entry => entry.UniqueId)));
        Assert.That(summary.Descendants(Cda + "family").Select(family => family.Value), Does.Contain("Testfield"));
    }

    [Test]
    public void Replaced_and_merged_things_are_so()
    {
        Assert.That(Server.Query("SELECT count(*) FROM document_entry WHERE status <> 0", row => row.GetInt64(0)).Single(), Is.GreaterThan(0));
        Assert.That(Server.Query("SELECT count(*) FROM patient WHERE patient_row <> survivor_row", row => row.GetInt64(0)).Single(), Is.EqualTo(2), "the merged id and its EPID");
    }

    [Test]
    public void It_is_audited_like_anything()
    {
        var events = Server.Query(
            "SELECT event_type, count(*) FROM audit_event WHERE outcome = 0 GROUP BY event_type", row => (Type: row.GetString(0), Count: row.GetInt64(1)));

        Assert.That(events.Where(e => e.Type == "ITI-41").Select(e => e.Count), Is.EqualTo(new[] { 18 }));
        Assert.That(events.Single(e => e.Type == "ITI-8").Count, Is.GreaterThanOrEqualTo(11));
    }

    [Test]
    public async Task A_second_start_changes_nothing()
    {
        await using var server = await TestServer.StartAsync("--demo");
        var before = Counts(server);
        await server.StopAsync();
        await server.StartAgainAsync();

        Assert.That(Counts(server), Is.EqualTo(before));
        Assert.That(server.DemoReport, Does.Not.Contain("refused"));
    }

    [Test]
    public async Task Without_it_there_is_nothing()
    {
        await using var server = await TestServer.StartAsync();

        Assert.That(server.DemoReport, Is.Null);
        Assert.That(server.Query("SELECT count(*) FROM patient", row => row.GetInt64(0)).Single(), Is.Zero);
    }

    [Test]
    public async Task What_an_affinity_domain_does_not_take_is_said_and_the_server_starts()
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, """
                {
                  "name": "Strict", "homeCommunityId": "urn:oid:1.2.3", "repositoryUniqueIds": ["1.2.3.1"],
                  "assigningAuthorities": [{ "oid": "1.3.6.1.4.1.21367.13.20.1000", "kind": "patient-id" }],
                  "mimeTypes": ["text/plain"], "codes": {}, "checks": { "codes": "off" }
                }
                """);
            await using var server = await TestServer.StartAsync("--demo", "--affinity-domain", file);

            Assert.That(server.DemoReport, Does.Contain(" refused, the first: "));
        }
        finally
        {
            File.Delete(file);
        }
    }

    static string Counts(TestServer server)
    {
        string[] tables = ["patient", "patient_link", "document_entry", "submission_set", "folder", "association", "stored_document", "change_log"];
        return string.Join(", ", tables.Select(t => $"{t} {server.Query($"SELECT count(*) FROM {t}", row => row.GetInt64(0)).Single()}"));
    }

    static async Task<byte[]> RetrieveAsync(DocumentRepositoryClient repository, DocumentEntry entry)
    {
        await using var retrieved = await repository.RetrieveAsync(entry);
        Assert.That(retrieved.Response.Status, Is.EqualTo(ResponseStatus.Success));
        using var bytes = new MemoryStream();
        await foreach (var document in retrieved) await document.Content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    static bool SampleHasSections(DocumentEntry entry) => XDocument.Load(new MemoryStream(SampleOf(entry))).Descendants(Cda + "section").Any();

    static byte[] SampleOf(DocumentEntry entry) => File.ReadAllBytes(Directory.GetFiles(SourceTree.PathOf("samples", "cda"))
        .Single(file => (string?)XDocument.Load(file).Root!.Element(Cda + "id")!.Attribute("root") == entry.UniqueId));
}
