using System.Text;
using IheRegistry.Actors.Audit;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.Audit;

[TestFixture]
public sealed class TransactionAuditTests
{
    static readonly AuditedFeed Feed = new(Transactions.Iti8, "A01", "MSG-1", new MessageParties("HOSPITAL", "ADT", "XDS", "REGISTRY"));

    static readonly AuditedQuery Query = new("urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d", "<q/>"u8.ToArray());

    [TestCaseSource(typeof(AuditTable), nameof(AuditTable.Rows))]
    [TestCaseSource(typeof(PatientAuditTable), nameof(PatientAuditTable.Rows))]
    public void Every_field_is_as_the_audit_table_says(AuditEvent audited, string message) =>
        Assert.That(Calls.Written(audited), Is.EqualTo(message));

    [TestCaseSource(typeof(AuditTable), nameof(AuditTable.Rows))]
    [TestCaseSource(typeof(PatientAuditTable), nameof(PatientAuditTable.Rows))]
    public void Every_message_is_valid_by_the_official_schema(AuditEvent audited, string message)
    {
        if (!AuditMessageSchema.IsPresent)
            Assert.Ignore("The reference folder is absent.");
        Assert.That(AuditMessageSchema.Errors(Encoding.UTF8.GetBytes(message)), Is.Empty);
    }

    [TestCase("A01", EventAction.Create)]
    [TestCase("A04", EventAction.Create)]
    [TestCase("A05", EventAction.Create)]
    [TestCase("A08", EventAction.Update)]
    public void A_feed_creates_or_updates_its_patient(string trigger, EventAction action)
    {
        var events = PatientFeedAudit.Of(
            Calls.Registry, Feed with { TriggerEvent = trigger, PatientIds = [Calls.Patient] }, AuditOutcome.Success);
        Assert.That(events.Select(audited => audited.Action), Is.EqualTo(new[] { action }));
    }

    [TestCase(false, EventOutcome.Success)]
    [TestCase(true, EventOutcome.SeriousFailure)]
    public void A_merge_is_a_delete_of_one_patient_and_an_update_of_the_other(bool refused, EventOutcome outcome)
    {
        var merge = Feed with { TriggerEvent = "A40", PatientIds = [Calls.Patient], SubsumedPatientIds = [Calls.OtherPatient] };
        var events = PatientFeedAudit.Of(Calls.Registry, merge, refused ? AuditOutcome.Failure("204") : AuditOutcome.Success);
        Assert.That(
            events.Select(audited => (audited.Action, Patients(audited), audited.Outcome)),
            Is.EqualTo(new (EventAction?, string, EventOutcome)[]
            {
                (EventAction.Delete, Calls.OtherPatient, outcome), (EventAction.Update, Calls.Patient, outcome),
            }));
    }

    [Test]
    public void Each_patient_of_a_feed_has_an_event_of_its_own()
    {
        var events = PatientFeedAudit.Of(
            Calls.Registry, Feed with { PatientIds = [Calls.Patient, Calls.OtherPatient] }, AuditOutcome.Success);
        Assert.That(events.Select(Patients), Is.EqualTo(new[] { Calls.Patient, Calls.OtherPatient }));
    }

    [Test]
    public void Each_patient_of_a_query_has_one_event_of_its_own()
    {
        var events = Iti18RegistryStoredQueryAudit.Of(
            Calls.Registry, Query with { PatientIds = [Calls.Patient, Calls.OtherPatient, Calls.Patient] }, AuditOutcome.Success);
        Assert.That(events.Select(Patients), Is.EqualTo(new[] { Calls.Patient, Calls.OtherPatient }));
        Assert.That(events.Select(audited => audited.ParticipantObjects[^1].Id), Has.All.EqualTo(Query.QueryId));
    }

    [Test]
    public void A_partially_successful_query_is_a_success_and_a_failure()
    {
        var events = Iti18RegistryStoredQueryAudit.Of(
            Calls.Registry, Query with { PatientIds = [Calls.Patient] }, AuditOutcome.PartialSuccess("XDSUnavailableCommunity"));
        Assert.That(
            events.Select(audited => (audited.Outcome, audited.OutcomeDescription, Patients(audited))),
            Is.EqualTo(new (EventOutcome, string?, string)[]
            {
                (EventOutcome.Success, null, Calls.Patient), (EventOutcome.SeriousFailure, "XDSUnavailableCommunity", Calls.Patient),
            }));
    }

    [Test]
    public void Documents_that_went_and_documents_that_did_not_are_told_apart_and_by_patient()
    {
        AuditedDocument[] documents =
        [
            new("1", "r", Retrieved: false),
            new("2", "r", Retrieved: true) { PatientId = Calls.Patient },
            new("3", "r", Retrieved: true) { PatientId = Calls.OtherPatient },
            new("4", "r", Retrieved: true) { PatientId = Calls.Patient },
            new("5", "r", Retrieved: false) { PatientId = Calls.Patient },
        ];
        var events = Iti43RetrieveDocumentSetAudit.Of(Calls.Repository, documents, "XDSDocumentUniqueIdError");
        Assert.That(
            events.Select(audited => (audited.Outcome, Patients(audited), Documents(audited))),
            Is.EqualTo(new (EventOutcome, string, string)[]
            {
                (EventOutcome.Success, Calls.Patient, "2 4"),
                (EventOutcome.Success, Calls.OtherPatient, "3"),
                (EventOutcome.SeriousFailure, "", "1"),
                (EventOutcome.SeriousFailure, Calls.Patient, "5"),
            }));
    }

    [Test]
    public void A_retrieve_request_that_could_not_be_read_is_one_failure()
    {
        var events = Iti43RetrieveDocumentSetAudit.Of(Calls.Repository, [], "XDSRepositoryError");
        Assert.That(events.Select(audited => (audited.Outcome, audited.ParticipantObjects.Length)), Is.EqualTo(new[] { (EventOutcome.SeriousFailure, 0) }));
    }

    [TestCase("http://www.w3.org/2005/08/addressing/anonymous", "consumer", "consumer")]
    [TestCase(null, "consumer", "consumer")]
    [TestCase(null, "", "192.0.2.7")]
    [TestCase("http://client.example.org/answers", "consumer", "http://client.example.org/answers")]
    public void The_client_is_named_by_what_is_known_of_it(string? replyTo, string who, string userId)
    {
        var context = Calls.Registry with { ReplyTo = replyTo, Caller = Calls.Registry.Caller with { Who = who } };
        var audited = Iti18RegistryStoredQueryAudit.Of(context, Query, AuditOutcome.Success).Single();
        Assert.That(audited.ActiveParticipants[0].UserId, Is.EqualTo(userId));
    }

    [Test]
    public void A_registry_in_the_same_process_names_the_repository_as_its_caller()
    {
        var context = Calls.Repository with { ReplyTo = "http://client.example.org/answers" };
        var audited = Iti42RegisterDocumentSetAudit.ByRegistry(
            context.Relayed(Calls.Registry.EndpointUri, Calls.Registry.ServiceAddress), AuditedSubmission.Unknown, AuditOutcome.Success);
        Assert.That(
            audited.ActiveParticipants.Select(participant => (participant.UserId, participant.AlternativeUserId, participant.NetworkAccessPoint!.Value.Id)),
            Is.EqualTo(new (string, string?, string)[]
            {
                ("registry.example.org", null, "198.51.100.1"), ("http://registry.example.org/xds/registry", "4711", "198.51.100.1"),
            }));
    }

    static string Patients(AuditEvent audited) => Ids(audited, ParticipantObjectRole.Patient);

    static string Documents(AuditEvent audited) => Ids(audited, ParticipantObjectRole.Report);

    static string Ids(AuditEvent audited, ParticipantObjectRole role) =>
        string.Join(' ', audited.ParticipantObjects.Where(item => item.Role == role).Select(item => item.Id));
}
