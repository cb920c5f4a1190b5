using System.Collections.Immutable;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Wire.Audit;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.Audit;

[TestFixture]
public sealed class AuditRecordingTests
{
    static readonly AuditedDocument[] Documents =
    [
        new("1.2.3.4", "1.1", Retrieved: true) { PatientId = Calls.Patient }, new("1.2.3.5", "1.1", Retrieved: true) { PatientId = Calls.Patient },
    ];

    [Test]
    public void A_record_is_searched_by_what_its_message_says()
    {
        var here = Calls.Repository with { At = new DateTimeOffset(2026, 3, 4, 13, 6, 7, TimeSpan.FromHours(8)) };
        var record = AuditRecording.Of(Iti43RetrieveDocumentSetAudit.Of(here, Documents, failure: null)).Single();
        Assert.Multiple(() =>
        {
            Assert.That(record.At, Is.EqualTo(Calls.At));
            Assert.That(record.At.Offset, Is.EqualTo(TimeSpan.Zero));
            Assert.That(record.EventId, Is.EqualTo("110106"));
            Assert.That(record.EventTypeCode, Is.EqualTo("ITI-43"));
            Assert.That(record.Action, Is.EqualTo(EventAction.Read));
            Assert.That(record.Outcome, Is.EqualTo(EventOutcome.Success));
            Assert.That(record.PatientIds, Is.EqualTo(new[] { Calls.Patient }));
            Assert.That(record.UserIds, Is.EqualTo(new[] { "http://registry.example.org/xds/repository", "source" }));
            Assert.That(record.ObjectIds, Is.EqualTo(new[] { "1.2.3.4", "1.2.3.5" }));
        });
    }

    [Test]
    public void A_record_keeps_the_message_whole()
    {
        var audited = Iti43RetrieveDocumentSetAudit.Of(Calls.Repository, Documents, failure: null).Single();
        Assert.That(AuditRecording.Of(audited).Message.ToArray(), Is.EqualTo(AuditMessageWriter.Write(audited).ToArray()));
    }

    [Test]
    public void Ids_named_twice_are_kept_once()
    {
        var audited = Iti43RetrieveDocumentSetAudit.Of(Calls.Repository, [Documents[0], Documents[0]], failure: null).Single();
        Assert.That(AuditRecording.Of(audited).ObjectIds, Is.EqualTo(new[] { "1.2.3.4" }));
    }

    [Test]
    public void An_event_without_a_type_or_objects_has_a_record_without_them()
    {
        var audited = RefusedMessageAudit.Of(Calls.Registry, "noise") with { EventTypeCodes = [], ParticipantObjects = [] };
        var record = AuditRecording.Of(audited);
        Assert.That((record.EventTypeCode, record.PatientIds.Length, record.ObjectIds.Length), Is.EqualTo(((string?)null, 0, 0)));
    }

    [Test]
    public void Auditing_a_query_leaves_little_garbage()
    {
        // Audit is on every request: an event, its record and its message of 2 kB; twice what was measured is a regression.
        const int most = 8 * 1024;
        var query = new AuditedQuery("urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d", new byte[600]) { PatientIds = [Calls.Patient] };
        ImmutableArray<AuditRecord> Audit() => AuditRecording.Of(Iti18RegistryStoredQueryAudit.Of(Calls.Registry, query, AuditOutcome.Success));
        Audit();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Audit();
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(most));
    }
}
