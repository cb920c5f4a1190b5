using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Hl7v3;

/// <summary>Patient Identity Feed HL7 V3 [ITI-44] over real sockets.</summary>
[TestFixture]
public sealed class Iti44PatientIdentityFeedTests : Hl7v3Fixture
{
    [Requirement("ITI-44:3.44.4.1")]
    [TestCase("record-added")]
    [TestCase("record-revised")]
    public async Task A_record_is_taken_and_known_to_the_manager(string template)
    {
        var id = NewId();
        var reply = await PostAsync(Server.Manager, Feed(template, id));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((reply.HttpStatus, reply.Action, Acknowledgement(reply)), Is.EqualTo((200, "urn:hl7-org:v3:MCCI_IN000002UV01", "CA")));
            Assert.That(Details(reply), Is.Empty);
        }

        Assert.That(Acknowledgement(await PixAsync(id)), Is.EqualTo("AA"));
    }

    [Requirement("ITI-44:3.44.4.1.4")]
    [Test]
    public async Task The_document_registry_takes_the_feed_and_documents_of_the_patient()
    {
        var id = NewId();
        var patient = $"{id}^^^&{Authority}&ISO";
        Assert.That((await RegisterAsync(SubmissionBuilder.OneDocument(patient))).ErrorCodes, Is.EqualTo(new[] { "XDSUnknownPatientId" }));
        Assert.That(Acknowledgement(await PostAsync(Server.Registry, Feed("record-added", id))), Is.EqualTo("CA"));
        await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
    }

    [Requirement("ITI-44:3.44.4.2.4")]
    [TestCase("manager")]
    [TestCase("registry")]
    public async Task After_a_merge_the_surviving_id_finds_the_documents_and_the_subsumed_one_nothing(string endpoint)
    {
        var (surviving, subsumed) = (NewId(), NewId());
        await AcceptV3Async(Feed("record-added", surviving));
        await AcceptV3Async(Feed("record-added", subsumed));
        await RegisteredAsync(SubmissionBuilder.OneDocument(Cx(subsumed)));
        var reply = await PostAsync(endpoint == "manager" ? Server.Manager : Server.Registry, Feed("duplicates-resolved", surviving, subsumed));
        Assert.That(Acknowledgement(reply), Is.EqualTo("CA"), reply.Body.ToString());
        Assert.That((await FindAsync(surviving), await FindAsync(subsumed)), Is.EqualTo((1, 0)));
        Assert.That(Acknowledgement(await PixAsync(surviving)), Is.EqualTo("AA"));
        Assert.That(Acknowledgement(await PixAsync(subsumed)), Is.EqualTo("AE"));
    }

    [Test]
    public async Task A_merge_of_an_unknown_id_is_in_error_and_changes_nothing()
    {
        var surviving = NewId();
        await AcceptV3Async(Feed("record-added", surviving));
        var reply = await PostAsync(Server.Manager, Feed("duplicates-resolved", surviving, NewId()));
        Assert.That(Acknowledgement(reply), Is.EqualTo("CE"));
        Assert.That(Details(reply)[0].Code, Is.EqualTo("204"));
        Assert.That(Acknowledgement(await PixAsync(surviving)), Is.EqualTo("AA"));
    }

    [Test]
    public async Task An_id_of_an_unknown_domain_is_in_error_at_its_place()
    {
        var message = Feed("record-added", NewId(), authority: "1.2.3.4.5");
        var reply = await PostAsync(Server.Manager, message);
        Assert.That(Acknowledgement(reply), Is.EqualTo("CE"));
        var (code, location) = Details(reply).Single();
        Assert.That(code, Is.EqualTo("204"));
        Assert.That((string?)At(message, location).Attribute("root"), Is.EqualTo("1.2.3.4.5"));
    }

    [TestCase("<id root=\"1.3.6.1.4.1.21367.13.20.1000\"", "<other root=\"1.3.6.1.4.1.21367.13.20.1000\"", "CE", "101", TestName = "A_patient_without_id_is_in_error")]
    [TestCase("<interactionId root=\"2.16.840.1.113883.1.6\" extension=\"PRPA_IN201301UV02\"/>", "<interactionId root=\"2.16.840.1.113883.1.6\" extension=\"PRPA_IN201302UV02\"/>", "CR", "200", TestName = "A_message_that_contradicts_itself_is_rejected")]
    public async Task Bad_feed(string from, string to, string acknowledgement, string code)
    {
        var id = NewId();
        var reply = await PostAsync(Server.Manager, Change(Feed("record-added", id), from, to));
        Assert.That((Acknowledgement(reply), Details(reply)[0].Code), Is.EqualTo((acknowledgement, (string?)code)));
        Assert.That(Acknowledgement(await PixAsync(id)), Is.EqualTo("AE"), "nothing was stored");
    }

    [Test]
    public async Task A_message_of_another_interaction_than_its_action_announces_is_a_fault()
    {
        var reply = await PostAsync(Server.Manager, Change(Feed("record-added", NewId()), "urn:hl7-org:v3:PRPA_IN201301UV02", "urn:hl7-org:v3:PRPA_IN201302UV02"));
        Assert.That(reply.IsFault, Is.True);
    }

    [Test]
    public async Task An_action_of_another_endpoint_is_a_fault()
    {
        Assert.That((await PostAsync(Server.Supplier, Feed("record-added", NewId()))).IsFault, Is.True);
        Assert.That((await PostAsync(Server.Repository, Feed("record-added", NewId()))).IsFault, Is.True);
    }

    [Test]
    public async Task A_revision_tells_the_address_anew()
    {
        var id = NewId();
        await AcceptV3Async(Feed("record-added", id));
        await AcceptV3Async(Feed("record-revised", id));
        var query = Template("iti-47-find-candidates.xml", ("QUERY_ID", NewId()));
        query = Change(query, "<livingSubjectName>", $"<livingSubjectId><value root=\"{Authority}\" extension=\"{id}\"/><semanticsText>LivingSubject.id</semanticsText></livingSubjectId><livingSubjectName>");
        var reply = await PostAsync(Server.Supplier, query);
        Assert.That(Select(reply.Body, "//hl7:streetAddressLine").Single().Value, Does.StartWith("45 "));
    }

    static string Cx(string id) => $"{id}^^^&{Authority}&ISO";

    async Task<int> FindAsync(string id)
    {
        var reply = await QueryAsync(
            StoredQueryIds.FindDocuments,
            ("$XDSDocumentEntryPatientId", $"'{Cx(id)}'"), ("$XDSDocumentEntryStatus", "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')"));
        Assert.That(reply.Status, Is.EqualTo("Success"));
        return reply.Objects.Count;
    }
}
