using System.Text;
using IheRegistry.Model.Audit;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Audit;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Audit;

[TestFixture]
public sealed class AuditMessageReaderTests
{
    static IEnumerable<AuditEvent> Written() => [Events.Smallest, Events.Fullest];

    [TestCaseSource(nameof(Written))]
    public void What_was_written_is_read_again(AuditEvent audited)
    {
        var bytes = AuditMessageWriter.Write(audited);
        var again = AuditMessageWriter.Write(Read(bytes));
        Assert.That(Encoding.UTF8.GetString(again.Span), Is.EqualTo(Encoding.UTF8.GetString(bytes.Span)));
    }

    [Test]
    public void Fields_are_read_into_their_places()
    {
        var read = Read(AuditMessageWriter.Write(Events.Fullest));
        Assert.Multiple(() =>
        {
            Assert.That(read.EventId, Is.EqualTo(EventIds.Export));
            Assert.That(read.EventTypeCodes, Is.EqualTo(Events.Fullest.EventTypeCodes));
            Assert.That(read.Action, Is.EqualTo(EventAction.Read));
            Assert.That(read.At, Is.EqualTo(Events.At));
            Assert.That(read.Outcome, Is.EqualTo(EventOutcome.SeriousFailure));
            Assert.That(read.PurposesOfUse, Is.EqualTo(Events.Fullest.PurposesOfUse));
            Assert.That(read.ActiveParticipants[0].NetworkAccessPoint, Is.EqualTo(Events.Fullest.ActiveParticipants[0].NetworkAccessPoint));
            Assert.That(read.ActiveParticipants[0].RoleIdCodes, Is.EqualTo(Events.Fullest.ActiveParticipants[0].RoleIdCodes));
            Assert.That(read.ParticipantObjects[0].Name, Is.EqualTo("Müller & Söhne 病人"));
            Assert.That(Encoding.UTF8.GetString(read.ParticipantObjects[1].Query!.Value.Span), Is.EqualTo("<q/>"));
            Assert.That(read.ParticipantObjects[1].Details, Is.EqualTo(Events.Fullest.ParticipantObjects[1].Details));
        });
    }

    [Test]
    public void The_older_spelling_of_rfc_3881_is_read_too()
    {
        var read = Read("""
            <AuditMessage>
              <EventIdentification EventActionCode="E" EventDateTime="2009-10-22T12:28:57.117+01:00" EventOutcomeIndicator="0">
                <EventID code="110100" codeSystemName="DCM" displayName="Application Activity"/>
              </EventIdentification>
              <ActiveParticipant UserID="someone"/>
              <AuditSourceIdentification AuditSourceID="s"><AuditSourceTypeCode code="4"/></AuditSourceIdentification>
              <ParticipantObjectIdentification ParticipantObjectID="x">
                <ParticipantObjectIDTypeCode code="9"/>
                <ParticipantObjectDetail type="t" value="not base64"/>
              </ParticipantObjectIdentification>
            </AuditMessage>
            """u8.ToArray());
        Assert.Multiple(() =>
        {
            Assert.That(read.EventId, Is.EqualTo(new AuditCode("110100", "DCM", "", "Application Activity")));
            Assert.That(read.At, Is.EqualTo(new DateTimeOffset(2009, 10, 22, 11, 28, 57, 117, TimeSpan.Zero)));
            Assert.That(read.ActiveParticipants[0].UserIsRequestor, Is.True);
            Assert.That(read.Source.TypeCodes[0].Code, Is.EqualTo("4"));
            Assert.That(read.ParticipantObjects[0].Details[0].Value, Is.EqualTo("not base64"));
        });
    }

    [TestCase("", "not well-formed")]
    [TestCase("<<<", "not well-formed")]
    [TestCase("<!DOCTYPE a [<!ENTITY b 'c'>]><AuditMessage>&b;</AuditMessage>", "not well-formed")]
    [TestCase("<Other/>", "the root element is Other")]
    [TestCase("<AuditMessage/>", "EventID is missing")]
    [TestCase("<AuditMessage><EventIdentification><EventID csd-code='1'/></EventIdentification></AuditMessage>", "EventDateTime")]
    [TestCase("<AuditMessage><EventIdentification EventDateTime='today'><EventID/></EventIdentification></AuditMessage>", "EventDateTime")]
    [TestCase(
        "<AuditMessage><EventIdentification EventDateTime='2026-01-01T00:00:00Z' EventOutcomeIndicator='3'><EventID/></EventIdentification></AuditMessage>",
        "EventOutcomeIndicator")]
    [TestCase(
        "<AuditMessage><EventIdentification EventDateTime='2026-01-01T00:00:00Z' EventOutcomeIndicator='0'><EventID/></EventIdentification></AuditMessage>",
        "ActiveParticipant is missing")]
    [TestCase(
        "<AuditMessage><EventIdentification EventDateTime='2026-01-01T00:00:00Z' EventOutcomeIndicator='0'><EventID/></EventIdentification><ActiveParticipant UserID='u'/></AuditMessage>",
        "AuditSourceIdentification is missing")]
    [TestCase("<AuditMessage><RoleIDCode/><AuditSourceTypeCode/><ParticipantObjectDetail/></AuditMessage>", "EventID is missing")]
    public void What_is_no_audit_message_is_told_so(string message, string reason)
    {
        Assert.That(AuditMessageReader.TryRead(Encoding.UTF8.GetBytes(message), out var audited, out var problem), Is.False);
        Assert.That(problem, Does.Contain(reason));
        Assert.That(audited, Is.Null);
    }

    [Test]
    public void A_message_cut_off_anywhere_is_refused()
    {
        var whole = AuditMessageWriter.Write(Events.Fullest);
        for (var length = 0; length < whole.Length; length++)
            Assert.That(AuditMessageReader.TryRead(whole[..length], out _, out _), Is.False, $"cut off at {length}");
    }

    [Test]
    public void Messages_of_other_products_are_read()
    {
        if (SourceTree.SharedPathOf("standards", "messages", "atna") is not { } folder)
        {
            Assert.Ignore("The reference folder is absent.");
            return;
        }

        Assert.Multiple(() =>
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
            {
                Assert.That(AuditMessageReader.TryRead(File.ReadAllBytes(file), out var audited, out var problem), Is.True, $"{file}: {problem}");
                Assert.That(audited?.EventId.Code, Is.Not.Null.And.Not.Empty, file);
            }
        });
    }

    static AuditEvent Read(ReadOnlyMemory<byte> message)
    {
        Assert.That(AuditMessageReader.TryRead(message, out var audited, out var problem), Is.True, problem);
        return audited!;
    }
}
