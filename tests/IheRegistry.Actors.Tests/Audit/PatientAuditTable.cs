using IheRegistry.Actors.Audit;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.Audit;

/// <summary>The rows of the audit table that are about patients: feeds, queries and update notifications.</summary>
static class PatientAuditTable
{
    const string FromHospital = """
        <ActiveParticipant UserID="HOSPITAL|ADT" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
          <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
        </ActiveParticipant>
        <ActiveParticipant UserID="XDS|REGISTRY" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
          <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
        </ActiveParticipant>
        """;

    static readonly AuditedFeed Feed = new(Transactions.Iti8, "A01", "MSG-1", new MessageParties("HOSPITAL", "ADT", "XDS", "REGISTRY")) { PatientIds = [Calls.Patient] };

    public static IEnumerable<TestCaseData> Rows()
    {
        yield return AuditTable.Row(
            "ITI-8 A01 success (3.8.5.1.2)",
            PatientFeedAudit.Of(Calls.Registry, Feed, AuditOutcome.Success)[0],
            $$"""
            <EventIdentification EventActionCode="C" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-8" codeSystemName="IHE Transactions" originalText="Patient Identity Feed"/>
            </EventIdentification>
            {{FromHospital}}
            {{AuditTable.Source}}
            <ParticipantObjectIdentification ParticipantObjectID="P1^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
            </ParticipantObjectIdentification>
            """);

        yield return AuditTable.Row(
            "ITI-8 A08 failure before a patient was known",
            PatientFeedAudit.Of(Calls.Registry, Feed with { TriggerEvent = "A08", PatientIds = [] }, AuditOutcome.Failure("204"))[0],
            $$"""
            <EventIdentification EventActionCode="U" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-8" codeSystemName="IHE Transactions" originalText="Patient Identity Feed"/>
              <EventOutcomeDescription>204</EventOutcomeDescription>
            </EventIdentification>
            {{FromHospital}}
            {{AuditTable.Source}}
            """);

        yield return AuditTable.Row(
            "ITI-30 A31 success (3.30.5)",
            PatientFeedAudit.Of(Calls.Registry, Feed with { Transaction = Transactions.Iti30, TriggerEvent = "A31" }, AuditOutcome.Success)[0],
            $$"""
            <EventIdentification EventActionCode="U" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-30" codeSystemName="IHE Transactions" originalText="Patient Identity Management"/>
            </EventIdentification>
            {{FromHospital}}
            {{AuditTable.Source}}
            <ParticipantObjectIdentification ParticipantObjectID="P1^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
            </ParticipantObjectIdentification>
            """);

        yield return AuditTable.Row(
            "ITI-64 success (3.64.5.1.2)",
            Iti64NotifyXadPidLinkChangeAudit.Of(Calls.Registry, Feed with { Transaction = Transactions.Iti64, TriggerEvent = "A43" }, new AuditedLinkChange("l^^^&1.2&ISO", "s^^^&1.2&ISO", Calls.Patient, Calls.OtherPatient), AuditOutcome.Success),
            $$"""
            <EventIdentification EventActionCode="U" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-64" codeSystemName="IHE Transactions" originalText="Notify XAD-PID Link Change"/>
            </EventIdentification>
            {{FromHospital}}
            {{AuditTable.Source}}
            <ParticipantObjectIdentification ParticipantObjectID="l^^^&amp;1.2&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1" ParticipantObjectDataLifeCycle="1">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
              <ParticipantObjectDetail type="urn:ihe:iti:xpid:2017:patientIdentifierType" value="bG9jYWxQYXRpZW50SWQ="/>
            </ParticipantObjectIdentification>
            <ParticipantObjectIdentification ParticipantObjectID="s^^^&amp;1.2&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1" ParticipantObjectDataLifeCycle="14">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
              <ParticipantObjectDetail type="urn:ihe:iti:xpid:2017:patientIdentifierType" value="c3Vic3VtZWRQYXRpZW50SWQ="/>
            </ParticipantObjectIdentification>
            <ParticipantObjectIdentification ParticipantObjectID="P1^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1" ParticipantObjectDataLifeCycle="1">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
              <ParticipantObjectDetail type="urn:ihe:iti:xpid:2017:patientIdentifierType" value="bmV3UGF0aWVudElk"/>
            </ParticipantObjectIdentification>
            <ParticipantObjectIdentification ParticipantObjectID="P2^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1" ParticipantObjectDataLifeCycle="14">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
              <ParticipantObjectDetail type="urn:ihe:iti:xpid:2017:patientIdentifierType" value="cHJldmlvdXNQYXRpZW50SWQ="/>
            </ParticipantObjectIdentification>
            """);

        yield return AuditTable.Row(
            "ITI-9 success (3.9.5.1.2)",
            IdentityQueryAudit.Of(Calls.Registry, new AuditedIdentityQuery(Transactions.Iti9, "<q/>"u8.ToArray()) { Parties = Feed.Parties, ControlId = "MSG-1", QueryId = "Q1", PatientIds = [Calls.Patient] }, AuditOutcome.Success)[0],
            $$"""
            <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110112" codeSystemName="DCM" originalText="Query"/>
              <EventTypeCode csd-code="ITI-9" codeSystemName="IHE Transactions" originalText="PIX Query"/>
            </EventIdentification>
            {{FromHospital}}
            {{AuditTable.Source}}
            {{AuditTable.Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="Q1" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="24">
              <ParticipantObjectIDTypeCode csd-code="ITI-9" codeSystemName="IHE Transactions" originalText="PIX Query"/>
              <ParticipantObjectQuery>PHEvPg==</ParticipantObjectQuery>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
            </ParticipantObjectIdentification>
            """);

        yield return AuditTable.Row(
            "ITI-21 failure (3.21.5.1.2)",
            IdentityQueryAudit.Of(Calls.Registry, new AuditedIdentityQuery(Transactions.Iti21, "<q/>"u8.ToArray()) { Parties = Feed.Parties, ControlId = "MSG-1", QueryId = "Q1" }, AuditOutcome.Failure("204"))[0],
            $$"""
            <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110112" codeSystemName="DCM" originalText="Query"/>
              <EventTypeCode csd-code="ITI-21" codeSystemName="IHE Transactions" originalText="Patient Demographics Query"/>
              <EventOutcomeDescription>204</EventOutcomeDescription>
            </EventIdentification>
            {{FromHospital}}
            {{AuditTable.Source}}
            <ParticipantObjectIdentification ParticipantObjectID="Q1" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="24">
              <ParticipantObjectIDTypeCode csd-code="ITI-21" codeSystemName="IHE Transactions" originalText="Patient Demographics Query"/>
              <ParticipantObjectQuery>PHEvPg==</ParticipantObjectQuery>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
            </ParticipantObjectIdentification>
            """);

        yield return AuditTable.Row(
            "ITI-10 success (3.10.5.1.1)",
            UpdateNotificationAudit.Of(Calls.Registry, Transactions.Iti10, "MSG-1", Feed.Parties, [Calls.Patient], AuditOutcome.Success),
            $$"""
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-10" codeSystemName="IHE Transactions" originalText="PIX Update Notification"/>
            </EventIdentification>
            <ActiveParticipant UserID="HOSPITAL|ADT" AlternativeUserID="4711" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="XDS|REGISTRY" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{AuditTable.Source}}
            <ParticipantObjectIdentification ParticipantObjectID="P1^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1">
              <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
              <ParticipantObjectDetail type="MSH-10" value="TVNHLTE="/>
            </ParticipantObjectIdentification>
            """);
    }
}
