using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Audit;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Audit;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Audit;

[TestFixture]
public sealed class AuditMessageWriterTests
{
    [Test]
    public void Every_field_is_written_in_the_order_of_the_schema()
    {
        const string expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <AuditMessage>
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-04T05:06:07.0890000Z" EventOutcomeIndicator="8">
            <EventID csd-code="110106" codeSystemName="DCM" originalText="Export"/>
            <EventTypeCode csd-code="ITI-43" codeSystemName="IHE Transactions" originalText="Retrieve Document Set"/>
            <EventTypeCode csd-code="x" codeSystemName="y" displayName="zz" originalText="z"/>
            <EventOutcomeDescription>XDSDocumentUniqueIdError</EventOutcomeDescription>
            <PurposeOfUse csd-code="12" codeSystemName="1.0.14265.1" originalText="Law Enforcement"/>
            </EventIdentification>
            <ActiveParticipant UserID="http://service.example.org/xds" AlternativeUserID="4711" UserName="JD&lt;John.Doe@example.com&gt;" UserIsRequestor="false" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
            <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            <RoleIDCode csd-code="NURSEA" codeSystemName="St Fraser" originalText="Attending Nurse"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="client" UserIsRequestor="true" NetworkAccessPointID="client.example.org" NetworkAccessPointTypeCode="1">
            <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            <AuditSourceIdentification AuditEnterpriseSiteID="1.3.6.1.4.1.21367.2026.1" AuditSourceID="repository">
            <AuditSourceTypeCode csd-code="4" codeSystemName="RFC-3881" originalText="Application server process"/>
            </AuditSourceIdentification>
            <ParticipantObjectIdentification ParticipantObjectID="P1^^^&amp;1.2.3&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1">
            <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
            <ParticipantObjectName>Müller &amp; Söhne 病人</ParticipantObjectName>
            </ParticipantObjectIdentification>
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3" ParticipantObjectSensitivity="N^normal^2.16.840.1.113883.5.25">
            <ParticipantObjectIDTypeCode csd-code="9" codeSystemName="RFC-3881" originalText="Report Number"/>
            <ParticipantObjectQuery>PHEvPg==</ParticipantObjectQuery>
            <ParticipantObjectDetail type="Repository Unique Id" value="MS4yLjM="/>
            <ParticipantObjectDetail type="name" value="55eF"/>
            </ParticipantObjectIdentification>
            </AuditMessage>
            """;
        Assert.That(Written(Events.Fullest), Is.EqualTo(expected.ReplaceLineEndings("")));
    }

    [Test]
    public void Absent_fields_leave_nothing_behind()
    {
        const string expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <AuditMessage>
            <EventIdentification EventDateTime="2026-03-04T05:06:07.0890000Z" EventOutcomeIndicator="0">
            <EventID csd-code="110112" codeSystemName="DCM" originalText="Query"/>
            </EventIdentification>
            <ActiveParticipant UserID="u" UserIsRequestor="false"/>
            <AuditSourceIdentification AuditSourceID="s"/>
            </AuditMessage>
            """;
        Assert.That(Written(Events.Smallest), Is.EqualTo(expected.ReplaceLineEndings("")));
    }

    [Test]
    public void Messages_are_valid_by_the_official_schema()
    {
        if (!AuditMessageSchema.IsPresent)
            Assert.Ignore("The reference folder is absent.");
        Assert.Multiple(() =>
        {
            Assert.That(AuditMessageSchema.Errors(AuditMessageWriter.Write(Events.Fullest).ToArray()), Is.Empty);
            Assert.That(AuditMessageSchema.Errors(AuditMessageWriter.Write(Events.Smallest).ToArray()), Is.Empty);
        });
    }

    [Test]
    public void The_time_is_written_in_utc()
    {
        var elsewhere = Events.Smallest with { At = new DateTimeOffset(2026, 1, 1, 7, 30, 0, TimeSpan.FromHours(8)) };
        Assert.That(Written(elsewhere), Does.Contain("EventDateTime=\"2025-12-31T23:30:00.0000000Z\""));
    }

    [TestCase("\"/><ActiveParticipant UserID=\"forged", "&quot;/&gt;&lt;ActiveParticipant UserID=&quot;forged")]
    [TestCase("a\r\n<85>1 forged", "a&#xD;&#xA;&lt;85&gt;1 forged")]
    [TestCase("a\tb", "a&#x9;b")]
    [TestCase("a\u0085b\u2028c\u2029d\u009b31m", "a\ufffdb\ufffdc\ufffdd\ufffd31m")]
    [TestCase("a\0b\u001b[31m\u0008", "a\ufffdb\ufffd[31m\ufffd")]
    [TestCase("\uffff\ufffe", "\ufffd\ufffd")]
    [TestCase("𠮷 'é' 中", "𠮷 'é' 中")]
    public void An_attribute_cannot_break_out_of_its_place(string text, string written) =>
        Assert.That(Written(Events.Smallest with { ActiveParticipants = [new(text, UserIsRequestor: true)] }), Does.Contain($"UserID=\"{written}\""));

    [TestCase("</EventOutcomeDescription><EventID/>", "&lt;/EventOutcomeDescription&gt;&lt;EventID/&gt;")]
    [TestCase("a\r\n<85>1 forged", "a\ufffd\ufffd&lt;85&gt;1 forged")]
    [TestCase("a\u0085b\u2028c\u2029d\u009b31m", "a\ufffdb\ufffdc\ufffdd\ufffd31m")]
    [TestCase("a\0b\u001b[31m\u0008", "a\ufffdb\ufffd[31m\ufffd")]
    public void An_element_cannot_break_out_of_its_place(string text, string written) =>
        Assert.That(Written(Events.Smallest with { OutcomeDescription = text }), Does.Contain($">{written}</EventOutcomeDescription>"));

    // Not a test case of the above: an attribute's constant cannot hold half a surrogate pair.
    [Test]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.That(Written(Events.Smallest with { OutcomeDescription = "a\ud800b\udc00" }), Does.Contain(">a\ufffdb\ufffd</"));

    [Test]
    public void Whatever_the_text_the_message_is_one_line_and_gives_the_text_back() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>().Filter(text => text is not null), text =>
        {
            var written = Written(Events.Smallest with { OutcomeDescription = text, Source = new AuditSource(text, text) });
            var source = XElement.Parse(written).Element("AuditSourceIdentification")!;
            var element = XElement.Parse(written).Descendants("EventOutcomeDescription").Single();
            return !written.AsSpan().ContainsAny("\r\n\u0085\u2028\u2029")
                && source.Attribute("AuditSourceID")!.Value == Carried(text, "\t\r\n")
                && element.Value == Carried(text, "\t");
        }).QuickCheckThrowOnFailure();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5_000)]
    [TestCase(1_000_000)]
    public void A_query_of_any_length_is_carried(int length)
    {
        var query = new byte[length];
        new Random(length).NextBytes(query);
        var audited = Events.Smallest with { ParticipantObjects = [new(ObjectIdTypes.ReportNumber) { Query = query }] };
        var element = XElement.Parse(Written(audited)).Descendants("ParticipantObjectQuery").Single();
        Assert.That(Convert.FromBase64String(element.Value), Is.EqualTo(query));
    }

    [Test]
    public void A_long_detail_is_carried()
    {
        var value = string.Concat(Enumerable.Repeat("病", 10_000));
        var audited = Events.Smallest with { ParticipantObjects = [new(ObjectIdTypes.ReportNumber) { Details = [new("t", value)] }] };
        var written = XElement.Parse(Written(audited)).Descendants("ParticipantObjectDetail").Single().Attribute("value")!.Value;
        Assert.That(Encoding.UTF8.GetString(Convert.FromBase64String(written)), Is.EqualTo(value));
    }

    static string Written(AuditEvent audited) => Encoding.UTF8.GetString(AuditMessageWriter.Write(audited).Span);

    // What XML 1.0 cannot carry, and what would break a line, is replaced.
    static string Carried(string text, string controls) => string.Concat(text.EnumerateRunes().Select(rune =>
        (Rune.IsControl(rune) && !controls.Contains((char)rune.Value)) || rune.Value is 0x2028 or 0x2029 or 0xFFFE or 0xFFFF
            ? "\ufffd"
            : rune.ToString()));
}
