using System.Net;
using System.Text.Json;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Updates;

/// <summary>Who changed what when, over HTTP.</summary>
[TestFixture]
public sealed class HistoryTests : UpdateFixture
{
    readonly HttpClient _http = new();

    [OneTimeTearDown]
    public void CloseClient() => _http.Dispose();

    [Test]
    public async Task A_history_tells_versions_and_what_differs_between_them()
    {
        await UpdatedAsync(NewVersion(Old, Patient).Document(d => d.Slot(SlotNames.LanguageCode, "de-DE").Without(SchemeUuids.TypeCode)
            .Code(SchemeUuids.TypeCode, "11502-2", "2.16.840.1.113883.6.1", "Laboratory report")));

        var history = await HistoryAsync(Old.LogicalId!);

        Assert.That(history.GetProperty("kind").GetString(), Is.EqualTo("DocumentEntry"));
        var versions = history.GetProperty("versions").EnumerateArray().ToList();
        Assert.That(
            versions.Select(v => (v.GetProperty("version").GetInt32(), v.GetProperty("status").GetString())),
            Is.EqualTo(new[] { (1, "Deprecated"), (2, "Approved") }));
        var differences = versions[1].GetProperty("differences").EnumerateArray()
            .ToDictionary(d => d.GetProperty("attribute").GetString()!, d => (d.GetProperty("before")[0].GetString(), d.GetProperty("after")[0].GetString()));
        Assert.That(differences.Keys, Is.EquivalentTo(new[] { "languageCode", "title", "typeCode" }));
        Assert.That(differences["languageCode"], Is.EqualTo(("en-US", "de-DE")));
        Assert.That(differences["typeCode"].Item2, Is.EqualTo("11502-2^^2.16.840.1.113883.6.1 (Laboratory report)"));
        Assert.That(versions[0].GetProperty("differences").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task A_history_tells_who_changed_what_when()
    {
        var other = await NewPatientAsync();
        var update = NewVersion(Old, other);
        await UpdatedAsync(update);
        await UpdatedAsync(Status(other, (await VersionsByRowAsync())[^1], Approved, Deprecated));

        var changes = (await HistoryAsync(Old.LogicalId!)).GetProperty("changes").EnumerateArray().ToList();

        Assert.That(
            changes.Select(c => $"{c.GetProperty("action").GetString()} {c.GetProperty("version").GetInt32()} {c.GetProperty("status").GetString()}".Trim()),
            Is.EqualTo(new[] { "Registered 1", "NewVersion 2", "PatientChanged 2", "Deprecated 1 Deprecated", "StatusChanged 2 Deprecated" }));
        Assert.That(changes.Select(c => c.GetProperty("by").GetString()), Is.All.EqualTo("unknown/127.0.0.1"));
        Assert.That(changes.Select(c => c.GetProperty("sequence").GetInt64()), Is.Ordered.Ascending);
        Assert.That(
            changes[1].GetProperty("submissionSetUniqueId").GetString(),
            Is.EqualTo(update[SubmissionBuilder.SetId].Build().Identifier(SchemeUuids.SubmissionSetUniqueId)));
        Assert.That(changes[0].GetProperty("at").GetDateTimeOffset(), Is.LessThanOrEqualTo(changes[1].GetProperty("at").GetDateTimeOffset()));
    }

    [Test]
    public async Task A_folder_has_a_history()
    {
        var folder = await FolderHoldingAsync(Old);
        await UpdatedAsync(NewFolderVersion(folder, Patient));

        var history = await HistoryAsync(folder.LogicalId!);

        Assert.That(history.GetProperty("kind").GetString(), Is.EqualTo("Folder"));
        Assert.That(history.GetProperty("versions")[1].GetProperty("differences")[0].GetProperty("attribute").GetString(), Is.EqualTo("title"));
    }

    [Test]
    public async Task That_a_version_was_removed_is_told_and_nothing_of_what_it_said()
    {
        await UpdatedAsync(NewVersion(Old, Patient, propagation: "no").Document(d => d.Title("Never to be seen")));
        var newest = (await VersionsAsync(Old))[^1].Id!;
        var membership = (await AllAssociationsAsync(newest)).Single();

        var reply = await Peer.PostAsync(Server.Registry, SoapRequest.RemoveMetadata(newest, membership.Id!, membership.SourceObject!));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        var history = await HistoryAsync(Old.LogicalId!);
        Assert.That(history.GetProperty("versions").GetArrayLength(), Is.EqualTo(1));
        Assert.That(history.GetProperty("changes").EnumerateArray().Last().GetProperty("action").GetString(), Is.EqualTo("Removed"));
        Assert.That(history.ToString(), Does.Not.Contain("Never to be seen"));
    }

    [TestCase("urn:uuid:00000000-0000-4000-8000-000000000000")]
    [TestCase("../../registry.db")]
    [TestCase("nothing")]
    public async Task What_is_not_there_is_not_found_and_says_nothing(string id)
    {
        using var response = await _http.GetAsync(new Uri(Server.Http, $"history/{Uri.EscapeDataString(id)}"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task What_has_no_versions_has_no_history()
    {
        var membership = (await AllAssociationsAsync(Old.Id!)).Single();
        foreach (var id in new[] { membership.Id!, membership.SourceObject! })
        {
            using var response = await _http.GetAsync(new Uri(Server.Http, $"history/{id}"));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task Patients_data_stay_out_of_caches()
    {
        using var response = await _http.GetAsync(new Uri(Server.Http, $"history/{Uri.EscapeDataString(Old.LogicalId!)}"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
    }

    [Test]
    public async Task Every_look_is_audited_with_the_patients()
    {
        var mark = AuditMark();

        await HistoryAsync(Old.LogicalId!);
        using var nothing = await _http.GetAsync(new Uri(Server.Http, "history/nothing"));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "read-history 110112 E 0", "read-history 110112 E 8" }));
        var message = Server.Query($"SELECT message FROM audit_event WHERE sequence = {mark + 1}", row => (byte[])row.GetValue(0)).Single();
        Assert.That(System.Text.Encoding.UTF8.GetString(message), Does.Contain(Patient.Split('^')[0]).And.Contain(Old.LogicalId));
    }

    async Task<JsonElement> HistoryAsync(string logicalId) =>
        JsonDocument.Parse(await _http.GetStringAsync(new Uri(Server.Http, $"history/{logicalId}"))).RootElement;

    // A stored query does not answer for two patients at once.
    Task<IReadOnlyList<string>> VersionsByRowAsync() => Task.FromResult(Server.Query(
        $"SELECT hex(uuid) FROM document_entry WHERE logical_id = x'{Old.LogicalId![9..].Replace("-", "", StringComparison.Ordinal)}' ORDER BY version",
        row => $"urn:uuid:{Guid.ParseExact(row.GetString(0), "N")}"));
}
