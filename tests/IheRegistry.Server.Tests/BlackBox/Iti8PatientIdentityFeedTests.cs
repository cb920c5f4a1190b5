using System.Text;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Mllp;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Who is known, and what a merge means.</summary>
[TestFixture]
[Requirement("ITI-8:3.8.4.1.3")]
public sealed class Iti8PatientIdentityFeedTests : TransactionFixture
{
    [TestCase("A01")]
    [TestCase("A04")]
    [TestCase("A05")]
    public async Task Each_event_makes_a_patient_known(string triggerEvent)
    {
        var patient = UnknownPatient();

        var acknowledgement = await FeedAsync(MllpSender.Adt(triggerEvent, patient));

        Assert.That(acknowledgement, Does.Contain($"|ACK^{triggerEvent}^ACK|").And.Contain("\rMSA|AA|"));
        await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
    }

    [Test]
    public async Task An_update_that_comes_before_the_patient_makes_him_known()
    {
        var patient = UnknownPatient();

        var acknowledgement = await FeedAsync(MllpSender.Adt("A08", patient));

        Assert.That(acknowledgement, Does.Contain("|ACK^A08^ACK|").And.Contain("\rMSA|AA|"));
        await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
    }

    [Test]
    public async Task A_patient_fed_twice_is_known_once()
    {
        var patient = UnknownPatient();
        await FeedAsync(MllpSender.Adt("A04", patient));

        Assert.That(await FeedAsync(MllpSender.Adt("A08", patient)), Does.Contain("\rMSA|AA|"));
        Assert.That(Server.Query($"SELECT count(*) FROM patient WHERE id = '{patient.Split('^')[0]}'", row => row.GetInt64(0)), Is.EqualTo(new[] { 1L }));
    }

    [Test]
    public async Task An_authority_known_by_its_namespace_will_do()
    {
        var id = $"P{Guid.NewGuid():N}";

        var acknowledgement = await FeedAsync(MllpSender.Adt("A04", $"{id}^^^IHEGREEN"));

        Assert.That(acknowledgement, Does.Contain("\rMSA|AA|"));
        await RegisteredAsync(SubmissionBuilder.OneDocument($"{id}^^^&1.3.6.1.4.1.21367.13.20.2000&ISO"));
    }

    [Test]
    public async Task A_foreign_authority_alone_is_refused()
    {
        var acknowledgement = await FeedAsync(MllpSender.Adt("A04", "MRN-1^^^&1.2.3.4.5&ISO"));

        Assert.That(acknowledgement, Does.Contain("\rMSA|AE|").And.Contain("ERR|"));
        Assert.That(Server.Query("SELECT count(*) FROM patient WHERE id = 'MRN-1'", row => row.GetInt64(0)), Is.EqualTo(new[] { 0L }));
    }

    [Test]
    public async Task Of_several_identifiers_only_those_of_the_domain_become_known()
    {
        var patient = UnknownPatient();

        var acknowledgement = await FeedAsync(MllpSender.Adt("A04", $"MRN-2^^^&1.2.3.4.5&ISO~{patient}"));

        Assert.That(acknowledgement, Does.Contain("\rMSA|AA|"));
        Assert.That(Server.Query("SELECT count(*) FROM patient WHERE id = 'MRN-2'", row => row.GetInt64(0)), Is.EqualTo(new[] { 0L }));
        await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
    }

    [Test]
    public async Task An_unknown_event_is_rejected()
    {
        Assert.That(await FeedAsync(MllpSender.Adt("A29", UnknownPatient())), Does.Contain("\rMSA|AR|").And.Contain("201"));
        Assert.That(await FeedAsync(MllpSender.Adt("A04", UnknownPatient()).Replace("ADT^A04", "ORU^R01", StringComparison.Ordinal)), Does.Contain("\rMSA|AR|").And.Contain("200"));
    }

    [Test]
    public async Task GB18030_is_read_and_answered_in_it()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var id = $"病人{Guid.NewGuid():N}"[..20];
        var message = MllpSender.Adt("A04", $"{id}^^^&{Authority}&ISO").Replace("UNICODE UTF-8", "GB 18030-2000", StringComparison.Ordinal);

        var acknowledgement = await MllpSender.SendAsync(Server.MllpPort, Encoding.GetEncoding("GB18030").GetBytes(message));

        Assert.That(acknowledgement, Does.Contain("\rMSA|AA|").And.Contain("|GB 18030-2000"));
        await RegisteredAsync(SubmissionBuilder.OneDocument($"{id}^^^&{Authority}&ISO"));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task After_a_merge_the_survivor_has_the_documents_of_both_and_the_subsumed_id_has_none()
    {
        var (subsumed, surviving) = (await NewPatientAsync(), await NewPatientAsync());
        var first = await RegisteredEntryAsync(subsumed);
        var second = await RegisteredEntryAsync(surviving);

        await MergeAsync(subsumed, surviving);

        Assert.That(await FindDocumentsAsync(subsumed), Is.Empty);
        var found = await FindDocumentsAsync(surviving);
        Assert.That(found.Select(d => d.Id), Is.EquivalentTo(new[] { first.Id, second.Id }));
        Assert.That(found.Select(d => d.Identifier(SchemeUuids.DocumentEntryPatientId)), Is.All.EqualTo(surviving));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_merge_moves_submission_sets_folders_and_all()
    {
        var (subsumed, surviving) = (await NewPatientAsync(), await NewPatientAsync());
        await RegisteredAsync(SubmissionBuilder.OneDocumentInFolder(subsumed));
        var before = await GetAllAsync(subsumed);

        await MergeAsync(subsumed, surviving);

        Assert.That(before, Has.Count.EqualTo(7), "a set, a document, a folder and four associations");
        Assert.That(await GetAllAsync(subsumed), Is.Empty);
        Assert.That(await GetAllAsync(surviving), Is.EquivalentTo(before));
    }

    [Test]
    public async Task What_was_submitted_before_a_merge_is_retrieved_after_it()
    {
        var (subsumed, surviving) = (await NewPatientAsync(), await NewPatientAsync());
        var content = Content();
        var uniqueId = await ProvidedAsync(subsumed, content);

        await MergeAsync(subsumed, surviving);

        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, (RepositoryUniqueId, uniqueId)));
        Assert.That(reply.Documents[uniqueId], Is.EqualTo(content));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task Merges_in_a_row_lead_to_the_last_survivor()
    {
        var (first, second, third) = (await NewPatientAsync(), await NewPatientAsync(), await NewPatientAsync());
        var document = await RegisteredEntryAsync(first);

        await MergeAsync(first, second);
        await MergeAsync(second, third);

        Assert.That((await FindDocumentsAsync(third)).Select(d => d.Id), Is.EqualTo(new[] { document.Id }));
        Assert.That(await FindDocumentsAsync(second), Is.Empty);
    }

    [Test]
    public async Task The_same_merge_again_is_taken_and_changes_nothing()
    {
        var (subsumed, surviving) = (await NewPatientAsync(), await NewPatientAsync());
        var document = await RegisteredEntryAsync(subsumed);
        await MergeAsync(subsumed, surviving);

        await MergeAsync(subsumed, surviving);

        Assert.That((await FindDocumentsAsync(surviving)).Select(d => d.Id), Is.EqualTo(new[] { document.Id }));
    }

    [Test]
    public async Task A_circular_merge_is_refused_and_changes_nothing()
    {
        var (first, second, third) = (await NewPatientAsync(), await NewPatientAsync(), await NewPatientAsync());
        var document = await RegisteredEntryAsync(first);
        await MergeAsync(first, second);
        await MergeAsync(second, third);

        var acknowledgement = await FeedAsync(MllpSender.Adt("A40", first, third));

        Assert.That(acknowledgement, Does.Contain("\rMSA|AE|").And.Contain("ERR|"));
        Assert.That((await FindDocumentsAsync(third)).Select(d => d.Id), Is.EqualTo(new[] { document.Id }));
    }

    [Test]
    public async Task A_patient_cannot_be_merged_into_itself()
    {
        var patient = await NewPatientAsync();

        Assert.That(await FeedAsync(MllpSender.Adt("A40", patient, patient)), Does.Contain("\rMSA|AE|"));
        await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_patient_that_was_never_fed_is_not_merged_and_stays_unknown()
    {
        var (unknown, known) = (UnknownPatient(), await NewPatientAsync());

        Assert.That(await FeedAsync(MllpSender.Adt("A40", known, unknown)), Does.Contain("\rMSA|AE|").And.Contain("ERR|"));
        Assert.That(await FeedAsync(MllpSender.Adt("A40", unknown, known)), Does.Contain("\rMSA|AE|").And.Contain("ERR|"));

        await RegisteredAsync(SubmissionBuilder.OneDocument(known));
        Assert.That((await RegisterAsync(SubmissionBuilder.OneDocument(unknown))).ErrorCodes, Is.EqualTo(new[] { "XDSUnknownPatientId" }));
    }

    [Test]
    public async Task The_same_control_id_twice_is_two_messages()
    {
        var (first, second) = (UnknownPatient(), UnknownPatient());
        var message = MllpSender.Adt("A04", first);
        await FeedAsync(message);

        Assert.That(await FeedAsync(message.Replace(first, second, StringComparison.Ordinal)), Does.Contain("\rMSA|AA|"));
        await RegisteredAsync(SubmissionBuilder.OneDocument(second));
    }

    async Task<List<string?>> GetAllAsync(string patient)
    {
        const string Approved = "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')";
        var reply = await QueryAsync(
            StoredQueryIds.GetAll,
            (ParameterNames.PatientId, $"'{patient}'"),
            (ParameterNames.DocumentEntryStatus, Approved),
            (ParameterNames.SubmissionSetStatus, Approved),
            (ParameterNames.FolderStatus, Approved));
        return [.. reply.Objects.Select(o => o.Id)];
    }

    Task<string> FeedAsync(string message) => MllpSender.SendAsync(Server.MllpPort, message);
}
