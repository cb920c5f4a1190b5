using System.Text;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Mllp;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Every transaction leaves its events, whatever became of it: transaction, event, action and outcome as stored.</summary>
[TestFixture]
public sealed class AuditTests : TransactionFixture
{
    const string Export = "110106";
    const string Import = "110107";
    const string PatientRecord = "110110";
    const string Query = "110112";
    const string Alert = "110113";

    string _patient = "";

    [SetUp]
    public async Task FeedPatient() => _patient = await NewPatientAsync();

    [TestCase("A01", 'C')]
    [TestCase("A04", 'C')]
    [TestCase("A05", 'C')]
    [TestCase("A08", 'U')]
    [Requirement("ITI-8:3.8.5.1")]
    public async Task A_feed_is_a_patient_record_event(string triggerEvent, char action)
    {
        var mark = AuditMark();
        await MllpSender.SendAsync(Server.MllpPort, MllpSender.Adt(triggerEvent, UnknownPatient()));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-8 {PatientRecord} {action} 0" }));
    }

    [Test]
    [Requirement("ITI-8:3.8.5.1")]
    public async Task A_merge_deletes_one_patient_record_and_updates_the_other()
    {
        var surviving = await NewPatientAsync();
        var mark = AuditMark();

        await MergeAsync(_patient, surviving);

        // The ids that the message names, and the EPIDs of the two persons.
        Assert.That(
            AuditedSince(mark),
            Is.EquivalentTo(new[] { $"ITI-8 {PatientRecord} D 0", $"ITI-8 {PatientRecord} U 0", $"ITI-8 {PatientRecord} D 0", $"ITI-8 {PatientRecord} U 0" }));
    }

    [Test]
    public async Task A_feed_that_is_refused_is_a_failure()
    {
        var mark = AuditMark();

        await MllpSender.SendAsync(Server.MllpPort, MllpSender.Adt("A04", "MRN-1^^^&1.2.3.4.5&ISO"));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-8 {PatientRecord} C 8" }));
    }

    [Test]
    public async Task What_is_no_message_is_a_security_alert()
    {
        var mark = AuditMark();

        await MllpSender.SendAsync(Server.MllpPort, "GET / HTTP/1.1");

        Assert.That(AuditedSince(mark).Single(), Does.Contain(Alert));
    }

    [Test]
    [Requirement("ITI-42:3.42.5.1.2")]
    public async Task A_registration_is_an_import_whether_it_succeeds_or_not()
    {
        var mark = AuditMark();

        await RegisterAsync(SubmissionBuilder.OneDocument(_patient));
        await RegisterAsync(SubmissionBuilder.OneDocument(UnknownPatient()));
        await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Document(d => d.Without("languageCode")));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-42 {Import} C 0", $"ITI-42 {Import} C 8", $"ITI-42 {Import} C 8" }));
    }

    [Test]
    public async Task A_retry_is_audited_too()
    {
        var request = SoapRequest.Register(SubmissionBuilder.OneDocument(_patient).Build());
        await Peer.PostAsync(Server.Registry, request);
        var mark = AuditMark();

        await Peer.PostAsync(Server.Registry, request);

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-42 {Import} C 0" }));
    }

    [Test]
    [Requirement("ITI-41:3.41.5.1.2")]
    public async Task Providing_is_an_import_here_and_an_export_and_an_import_between_repository_and_registry()
    {
        var mark = AuditMark();

        await ProvidedAsync(_patient, Content());

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-41 {Import} C 0", $"ITI-42 {Export} R 0", $"ITI-42 {Import} C 0" }));
    }

    [Test]
    [Requirement("ITI-41:3.41.5.1.2")]
    public async Task What_the_repository_refuses_never_reaches_the_registry()
    {
        var mark = AuditMark();

        await Peer.PostAsync(Server.Repository, SoapRequest.Provide(ToProvide(_patient).Build()));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-41 {Import} C 8" }));
    }

    [Test]
    public async Task What_the_registry_refuses_failed_at_the_repository_too()
    {
        var mark = AuditMark();

        await Peer.PostAsync(Server.Repository, SoapRequest.Provide(ToProvide(UnknownPatient()).Build(), (SubmissionBuilder.DocumentId, Content())));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-41 {Import} C 8", $"ITI-42 {Export} R 8", $"ITI-42 {Import} C 8" }));
    }

    [Test]
    [Requirement("ITI-18:3.18.5.1.2")]
    public async Task A_query_is_a_query_event_whether_it_succeeds_or_not()
    {
        var mark = AuditMark();

        await FindDocumentsAsync(_patient);
        await QueryAsync(StoredQueryIds.FindDocuments);
        await QueryAsync("urn:uuid:00000000-0000-0000-0000-000000000000");

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { $"ITI-18 {Query} E 0", $"ITI-18 {Query} E 8", $"ITI-18 {Query} E 8" }));
    }

    [Test]
    [Requirement("ITI-43:3.43.6.1")]
    public async Task A_retrieval_is_an_export_for_what_went_and_another_for_what_did_not()
    {
        var uniqueId = await ProvidedAsync(_patient, Content());
        var mark = AuditMark();

        await RetrieveAsync(uniqueId);
        await RetrieveAsync("1.2.3.4");
        await RetrieveAsync(uniqueId, "1.2.3.4");

        Assert.That(AuditedSince(mark), Is.EqualTo(new[]
        {
            $"ITI-43 {Export} R 0", $"ITI-43 {Export} R 8", $"ITI-43 {Export} R 0", $"ITI-43 {Export} R 8",
        }));
    }

    [Test]
    public async Task A_fault_is_audited()
    {
        var mark = AuditMark();

        var reply = await Peer.PostAsync(Server.Registry, new SoapRequest("application/soap+xml", Encoding.UTF8.GetBytes("<no-soap/>")));

        Assert.That(reply.IsFault);
        Assert.That(AuditedSince(mark).Single(), Does.Contain(Alert));
    }

    [Test]
    public async Task Every_message_is_valid_and_names_the_patient_it_is_about()
    {
        var mark = AuditMark();
        var uniqueId = await ProvidedAsync(_patient, Content());
        await FindDocumentsAsync(_patient);
        await RetrieveAsync(uniqueId);

        var messages = Server.Query(
            $"SELECT message FROM audit_event WHERE sequence > {mark}", row => row.GetFieldValue<byte[]>(0));

        Assert.That(messages, Has.Count.EqualTo(5));
        Assert.That(messages.SelectMany(AuditMessageSchema.Errors), Is.Empty);
        Assert.That(messages.Select(Encoding.UTF8.GetString), Is.All.Contains(System.Security.SecurityElement.Escape(_patient)));
    }

    Task<SoapReply> RetrieveAsync(params string[] uniqueIds) =>
        Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, [.. uniqueIds.Select(id => (RepositoryUniqueId, id))]));
}
