using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Hl7v3;

/// <summary>What the audit says of the V3 transactions (ITI TF-2 3.44.5, 3.45.5, 3.47.5): every message leaves its events, those that are refused, too.</summary>
[TestFixture]
public sealed class Hl7v3AuditTests : Hl7v3Fixture
{
    const string PatientRecord = "110110";
    const string Query = "110112";

    [Requirement("ITI-44:3.44.5.1.2")]
    [Test]
    public async Task A_feed_creates_updates_and_deletes()
    {
        var (one, other) = (NewId(), NewId());
        var mark = AuditMark();
        await AcceptV3Async(Feed("record-added", one));
        await AcceptV3Async(Feed("record-added", other));
        await AcceptV3Async(Feed("record-revised", one));
        await AcceptV3Async(Feed("duplicates-resolved", one, other));
        var events = AuditedSince(mark).Where(row => row.StartsWith($"ITI-44 {PatientRecord}", StringComparison.Ordinal)).ToList();
        Assert.That(events.Take(3), Is.EqualTo(new[] { $"ITI-44 {PatientRecord} C 0", $"ITI-44 {PatientRecord} C 0", $"ITI-44 {PatientRecord} U 0" }));
        Assert.That(events.Skip(3), Does.Contain($"ITI-44 {PatientRecord} D 0").And.Contain($"ITI-44 {PatientRecord} U 0"));
    }

    [Test]
    public async Task A_feed_that_is_refused_is_a_failure_of_its_transaction()
    {
        var mark = AuditMark();
        await PostAsync(Server.Manager, Feed("record-added", NewId(), authority: "1.2.3.4"));
        await PostAsync(Server.Manager, Change(Feed("record-added", NewId()), "<patientPerson", "<somebody").Replace("</patientPerson>", "</somebody>", StringComparison.Ordinal));
        await PostAsync(Server.Manager, Change(Feed("record-added", NewId()), "<PRPA_IN201301UV02 ", "<PRPA_IN201302UV02 ").Replace("</PRPA_IN201301UV02>", "</PRPA_IN201302UV02>", StringComparison.Ordinal));
        Assert.That(AuditedSince(mark), Is.EqualTo(Enumerable.Repeat($"ITI-44 {PatientRecord} C 8", 3)));
    }

    [Requirement("ITI-45:3.45.5.1.2")]
    [Test]
    public async Task A_PIX_query_is_audited_whether_it_finds_anything_or_not()
    {
        var id = NewId();
        await AcceptV3Async(Feed("record-added", id));
        var mark = AuditMark();
        await PixAsync(id);
        await PixAsync(NewId());
        await PostAsync(Server.Manager, Change(Template("iti-45-get-identifiers.xml", ("PATIENT_ID", id)), "<patientIdentifier>", "<p>").Replace("</patientIdentifier>", "</p>", StringComparison.Ordinal));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-45 {Query} E 0", $"ITI-45 {Query} E 8", $"ITI-45 {Query} E 8" }));
    }

    [Requirement("ITI-47:3.47.5.1.2")]
    [Test]
    public async Task A_demographics_query_is_audited_and_so_is_its_continuation()
    {
        var (family, query) = (Letters(), NewId());
        await AcceptV3Async(Feed("record-added", NewId(), family: family));
        await AcceptV3Async(Feed("record-added", NewId(), family: family));
        var mark = AuditMark();
        var message = Change(Template("iti-47-find-candidates.xml", ("QUERY_ID", query)), "<family>Beisp</family>", $"<family>{family}</family>");
        Assert.That(ResponseCode(await PostAsync(Server.Supplier, message)), Is.EqualTo("OK"));
        var next = Template("iti-47-continue.xml", ("QUERY_ID", query), ("PREVIOUS_MESSAGE_ID", NewId()));
        Assert.That(ResponseCode(await PostAsync(Server.Supplier, next)), Is.EqualTo("OK"));
        Assert.That(ResponseCode(await PostAsync(Server.Supplier, next)), Is.EqualTo("AE"), "there is no more");
        await PostAsync(Server.Supplier, Change(message, "<low value=\"19750101\"/>", "<low value=\"now\"/>"));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-47 {Query} E 0", $"ITI-47 {Query} E 0", $"ITI-47 {Query} E 8", $"ITI-47 {Query} E 8" }));
    }
}
