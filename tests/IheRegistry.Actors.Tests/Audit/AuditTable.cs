using System.Collections.Immutable;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.Audit;

/// <summary>
/// What each transaction's audit table in ITI TF-2 asks for, field by field: an event and its whole message for success and for
/// failure.
/// </summary>
static class AuditTable
{
    internal const string Source = """
        <AuditSourceIdentification AuditEnterpriseSiteID="1.3.6.1.4.1.21367.2026.1" AuditSourceID="registry.example.org">
          <AuditSourceTypeCode csd-code="4" codeSystemName="RFC-3881" originalText="Application server process"/>
        </AuditSourceIdentification>
        """;

    internal const string Patient = """
        <ParticipantObjectIdentification ParticipantObjectID="P1^^^&amp;1.3.6.1.4.1.21367.13.20.1000&amp;ISO" ParticipantObjectTypeCode="1" ParticipantObjectTypeCodeRole="1">
          <ParticipantObjectIDTypeCode csd-code="2" codeSystemName="RFC-3881" originalText="Patient Number"/>
        </ParticipantObjectIdentification>
        """;

    const string ToThisRegistry = """
        <ActiveParticipant UserID="consumer" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
          <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
        </ActiveParticipant>
        <ActiveParticipant UserID="http://registry.example.org/xds/registry" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
          <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
        </ActiveParticipant>
        """;

    const string RemovedObject = """
        <ParticipantObjectIdentification ParticipantObjectID="urn:uuid:0b4bd5cf-1c3a-4f3a-8f4e-0d6a4b0c1a11" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3" ParticipantObjectDataLifeCycle="15">
          <ParticipantObjectIDTypeCode csd-code="urn:ihe:iti:2017:ObjectRef" codeSystemName="IHE XDS Metadata" originalText="registry object reference"/>
        </ParticipantObjectIdentification>
        """;

    static readonly StoredDocument Stored = new()
    {
        UniqueId = "1.2.3.4.6",
        Owner = "1",
        Sha256 = ContentId.Of(new byte[32]),
        Sha1 = "",
        Size = 0,
        MimeType = "text/xml",
        PatientId = Calls.Patient,
        EntryUuid = "urn:uuid:0b4bd5cf-1c3a-4f3a-8f4e-0d6a4b0c1a11",
        ConfidentialityCode = "N^^2.16.840.1.113883.5.25",
        At = default,
    };

    static readonly AuditedQuery Query = new("urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d", "<q/>"u8.ToArray())
    {
        HomeCommunityId = Calls.Home,
        PatientIds = [Calls.Patient],
    };

    static readonly AuditedSubmission Submission = new("1.2.3.4.5", Calls.Patient);

    static readonly AuditedDocument Document = new("1.2.3.4.6", "1.3.6.1.4.1.21367.2026.1.1", Retrieved: true)
    {
        HomeCommunityId = Calls.Home,
        PatientId = Calls.Patient,
        ConfidentialityCode = "N^normal^2.16.840.1.113883.5.25",
    };

    static readonly AuditContext ToRegistry = Calls.Repository.Relayed("http://other.example.org/registry", "other.example.org");

    static ImmutableArray<AuditEvent> Retrieve(params AuditedDocument[] documents) =>
        Iti43RetrieveDocumentSetAudit.Of(Calls.Repository, documents, "XDSDocumentUniqueIdError");

    public static IEnumerable<TestCaseData> Rows()
    {
        yield return Row(
            "ITI-62 success (Supplement RMD, 3.62.5.1.2)",
            Iti62RemoveMetadataAudit.Of(
                Calls.Registry, [new AuditedObject("urn:uuid:0b4bd5cf-1c3a-4f3a-8f4e-0d6a4b0c1a11", Calls.Patient)], AuditOutcome.Success)[0],
            $$"""
            <EventIdentification EventActionCode="D" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-62" codeSystemName="IHE Transactions" originalText="Remove Metadata"/>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            {{RemovedObject}}
            """);

        yield return Row(
            "ITI-62 failure for an object that is unknown",
            Iti62RemoveMetadataAudit.Of(
                Calls.Registry,
                [new AuditedObject("urn:uuid:0b4bd5cf-1c3a-4f3a-8f4e-0d6a4b0c1a11", PatientId: null)],
                AuditOutcome.Failure("UnresolvedReferenceException"))[0],
            $$"""
            <EventIdentification EventActionCode="D" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-62" codeSystemName="IHE Transactions" originalText="Remove Metadata"/>
              <EventOutcomeDescription>UnresolvedReferenceException</EventOutcomeDescription>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{RemovedObject}}
            """);

        yield return Row(
            "ITI-86 failure for a document under a legal hold (Supplement RMD, 3.86.5.1.2)",
            Iti86RemoveDocumentsAudit.Of(
                Calls.Registry,
                [new RemovedDocument(new DocumentRequest(Calls.Home, "1.3.6.1.4.1.21367.2026.1.1", "1.2.3.4.6"), [Stored], new LegalHold("1.2.3.4.6", "court", default, "ada"), Removed: false)],
                "XDSRemoveDocumentsError")[0],
            $$"""
            <EventIdentification EventActionCode="D" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110110" codeSystemName="DCM" originalText="Patient Record"/>
              <EventTypeCode csd-code="ITI-86" codeSystemName="IHE Transactions" originalText="Remove Documents"/>
              <EventOutcomeDescription>XDSRemoveDocumentsError</EventOutcomeDescription>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.6" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3" ParticipantObjectDataLifeCycle="15" ParticipantObjectSensitivity="N^^2.16.840.1.113883.5.25">
              <ParticipantObjectIDTypeCode csd-code="9" codeSystemName="RFC-3881" originalText="Report Number"/>
              <ParticipantObjectDetail type="Repository Unique Id" value="MS4zLjYuMS40LjEuMjEzNjcuMjAyNi4xLjE="/>
              <ParticipantObjectDetail type="ihe:homeCommunityID" value="dXJuOm9pZDoxLjMuNi4xLjQuMS4yMTM2Ny4yMDI2LjE="/>
              <ParticipantObjectDetail type="Legal Hold" value="Y291cnQ="/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-18 success (3.18.5.1.2)",
            Iti18RegistryStoredQueryAudit.Of(Calls.Registry, Query, AuditOutcome.Success)[0],
            $$"""
            <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110112" codeSystemName="DCM" originalText="Query"/>
              <EventTypeCode csd-code="ITI-18" codeSystemName="IHE Transactions" originalText="Registry Stored Query"/>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="24">
              <ParticipantObjectIDTypeCode csd-code="ITI-18" codeSystemName="IHE Transactions" originalText="Registry Stored Query"/>
              <ParticipantObjectQuery>PHEvPg==</ParticipantObjectQuery>
              <ParticipantObjectDetail type="QueryEncoding" value="VVRGLTg="/>
              <ParticipantObjectDetail type="urn:ihe:iti:xca:2010:homeCommunityId" value="dXJuOm9pZDoxLjMuNi4xLjQuMS4yMTM2Ny4yMDI2LjE="/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-51 success (3.51.5.1.2)",
            Iti51MultiPatientStoredQueryAudit.Of(Calls.Registry, Query with { PatientIds = [.. Query.PatientIds, "other^^^&1.2&ISO"] }, AuditOutcome.Success)[0],
            $$"""
            <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110112" codeSystemName="DCM" originalText="Query"/>
              <EventTypeCode csd-code="ITI-51" codeSystemName="IHE Transactions" originalText="Multi-Patient Stored Query"/>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            {{Patient.Replace(Query.PatientIds[0].Replace("&", "&amp;"), "other^^^&amp;1.2&amp;ISO")}}
            <ParticipantObjectIdentification ParticipantObjectID="urn:uuid:14d4debf-8f97-4251-9a74-a90016b0af0d" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="24">
              <ParticipantObjectIDTypeCode csd-code="ITI-51" codeSystemName="IHE Transactions" originalText="Multi-Patient Stored Query"/>
              <ParticipantObjectQuery>PHEvPg==</ParticipantObjectQuery>
              <ParticipantObjectDetail type="QueryEncoding" value="VVRGLTg="/>
              <ParticipantObjectDetail type="urn:ihe:iti:xca:2010:homeCommunityId" value="dXJuOm9pZDoxLjMuNi4xLjQuMS4yMTM2Ny4yMDI2LjE="/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-18 failure of a query without id, patient and home community",
            Iti18RegistryStoredQueryAudit.Of(
                Calls.Registry, new AuditedQuery(QueryId: null, "<q/>"u8.ToArray()) { Encoding = "UTF-16" }, AuditOutcome.Failure("XDSUnknownStoredQuery"))[0],
            $$"""
            <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110112" codeSystemName="DCM" originalText="Query"/>
              <EventTypeCode csd-code="ITI-18" codeSystemName="IHE Transactions" originalText="Registry Stored Query"/>
              <EventOutcomeDescription>XDSUnknownStoredQuery</EventOutcomeDescription>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            <ParticipantObjectIdentification ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="24">
              <ParticipantObjectIDTypeCode csd-code="ITI-18" codeSystemName="IHE Transactions" originalText="Registry Stored Query"/>
              <ParticipantObjectQuery>PHEvPg==</ParticipantObjectQuery>
              <ParticipantObjectDetail type="QueryEncoding" value="VVRGLTE2"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-41 success, asynchronous (3.41.5.1.2)",
            Iti41ProvideAndRegisterAudit.Of(
                Calls.Repository with { ReplyTo = "http://source.example.org/answers" }, Submission, AuditOutcome.Success),
            $$"""
            <EventIdentification EventActionCode="C" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110107" codeSystemName="DCM" originalText="Import"/>
              <EventTypeCode csd-code="ITI-41" codeSystemName="IHE Transactions" originalText="Provide and Register Document Set-b"/>
            </EventIdentification>
            <ActiveParticipant UserID="http://source.example.org/answers" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="http://registry.example.org/xds/repository" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.5" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="20">
              <ParticipantObjectIDTypeCode csd-code="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" codeSystemName="IHE XDS Metadata" originalText="submission set classificationNode"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-41 failure of a request that could not be read",
            Iti41ProvideAndRegisterAudit.Of(Calls.Repository, AuditedSubmission.Unknown, AuditOutcome.Failure("XDSRepositoryMetadataError")),
            $$"""
            <EventIdentification EventActionCode="C" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110107" codeSystemName="DCM" originalText="Import"/>
              <EventTypeCode csd-code="ITI-41" codeSystemName="IHE Transactions" originalText="Provide and Register Document Set-b"/>
              <EventOutcomeDescription>XDSRepositoryMetadataError</EventOutcomeDescription>
            </EventIdentification>
            <ActiveParticipant UserID="source" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="http://registry.example.org/xds/repository" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{Source}}
            """);

        yield return Row(
            "ITI-42 success, of the registry (3.42.5.1.2)",
            Iti42RegisterDocumentSetAudit.ByRegistry(Calls.Registry, Submission, AuditOutcome.Success),
            $$"""
            <EventIdentification EventActionCode="C" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110107" codeSystemName="DCM" originalText="Import"/>
              <EventTypeCode csd-code="ITI-42" codeSystemName="IHE Transactions" originalText="Register Document Set-b"/>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.5" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="20">
              <ParticipantObjectIDTypeCode csd-code="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" codeSystemName="IHE XDS Metadata" originalText="submission set classificationNode"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-42 failure, of the registry, of a submission without a uniqueId",
            Iti42RegisterDocumentSetAudit.ByRegistry(
                Calls.Registry, new AuditedSubmission(SubmissionSetUniqueId: null, Calls.Patient), AuditOutcome.Failure("XDSRegistryMetadataError")),
            $$"""
            <EventIdentification EventActionCode="C" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110107" codeSystemName="DCM" originalText="Import"/>
              <EventTypeCode csd-code="ITI-42" codeSystemName="IHE Transactions" originalText="Register Document Set-b"/>
              <EventOutcomeDescription>XDSRegistryMetadataError</EventOutcomeDescription>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            """);

        yield return Row(
            "ITI-42 success, of the repository (3.42.5.1.1)",
            Iti42RegisterDocumentSetAudit.ByRepository(ToRegistry, Submission, AuditOutcome.Success),
            $$"""
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110106" codeSystemName="DCM" originalText="Export"/>
              <EventTypeCode csd-code="ITI-42" codeSystemName="IHE Transactions" originalText="Register Document Set-b"/>
            </EventIdentification>
            <ActiveParticipant UserID="registry.example.org" AlternativeUserID="4711" UserIsRequestor="true" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="http://other.example.org/registry" UserIsRequestor="false" NetworkAccessPointID="other.example.org" NetworkAccessPointTypeCode="1">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.5" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="20">
              <ParticipantObjectIDTypeCode csd-code="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" codeSystemName="IHE XDS Metadata" originalText="submission set classificationNode"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-42 failure, of the repository, of a submission without a patient",
            Iti42RegisterDocumentSetAudit.ByRepository(
                ToRegistry, new AuditedSubmission("1.2.3.4.5", PatientId: null), AuditOutcome.Failure("XDSRegistryNotAvailable")),
            $$"""
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110106" codeSystemName="DCM" originalText="Export"/>
              <EventTypeCode csd-code="ITI-42" codeSystemName="IHE Transactions" originalText="Register Document Set-b"/>
              <EventOutcomeDescription>XDSRegistryNotAvailable</EventOutcomeDescription>
            </EventIdentification>
            <ActiveParticipant UserID="registry.example.org" AlternativeUserID="4711" UserIsRequestor="true" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="http://other.example.org/registry" UserIsRequestor="false" NetworkAccessPointID="other.example.org" NetworkAccessPointTypeCode="1">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{Source}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.5" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="20">
              <ParticipantObjectIDTypeCode csd-code="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" codeSystemName="IHE XDS Metadata" originalText="submission set classificationNode"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-43 success (3.43.6.1.2)",
            Retrieve(Document)[0],
            $$"""
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
              <EventID csd-code="110106" codeSystemName="DCM" originalText="Export"/>
              <EventTypeCode csd-code="ITI-43" codeSystemName="IHE Transactions" originalText="Retrieve Document Set"/>
            </EventIdentification>
            <ActiveParticipant UserID="http://registry.example.org/xds/repository" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="source" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.6" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3" ParticipantObjectSensitivity="N^normal^2.16.840.1.113883.5.25">
              <ParticipantObjectIDTypeCode csd-code="9" codeSystemName="RFC-3881" originalText="Report Number"/>
              <ParticipantObjectDetail type="Repository Unique Id" value="MS4zLjYuMS40LjEuMjEzNjcuMjAyNi4xLjE="/>
              <ParticipantObjectDetail type="ihe:homeCommunityID" value="dXJuOm9pZDoxLjMuNi4xLjQuMS4yMTM2Ny4yMDI2LjE="/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-43 failure for a document that the repository does not know",
            Retrieve(new AuditedDocument("9.9", "1.1", Retrieved: false))[0],
            $$"""
            <EventIdentification EventActionCode="R" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110106" codeSystemName="DCM" originalText="Export"/>
              <EventTypeCode csd-code="ITI-43" codeSystemName="IHE Transactions" originalText="Retrieve Document Set"/>
              <EventOutcomeDescription>XDSDocumentUniqueIdError</EventOutcomeDescription>
            </EventIdentification>
            <ActiveParticipant UserID="http://registry.example.org/xds/repository" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110153" codeSystemName="DCM" originalText="Source Role ID"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="source" UserIsRequestor="true" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110152" codeSystemName="DCM" originalText="Destination Role ID"/>
            </ActiveParticipant>
            {{Source}}
            <ParticipantObjectIdentification ParticipantObjectID="9.9" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="3">
              <ParticipantObjectIDTypeCode csd-code="9" codeSystemName="RFC-3881" originalText="Report Number"/>
              <ParticipantObjectDetail type="Repository Unique Id" value="MS4x"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "ITI-61 failure (3.61.5.1.2)",
            Iti61RegisterOnDemandDocumentEntryAudit.ByRegistry(Calls.Registry, Submission, AuditOutcome.Failure("XDSRegistryMetadataError")),
            $$"""
            <EventIdentification EventActionCode="C" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="8">
              <EventID csd-code="110107" codeSystemName="DCM" originalText="Import"/>
              <EventTypeCode csd-code="ITI-61" codeSystemName="IHE Transactions" originalText="Register On-Demand Document Entry"/>
              <EventOutcomeDescription>XDSRegistryMetadataError</EventOutcomeDescription>
            </EventIdentification>
            {{ToThisRegistry}}
            {{Source}}
            {{Patient}}
            <ParticipantObjectIdentification ParticipantObjectID="1.2.3.4.5" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="20">
              <ParticipantObjectIDTypeCode csd-code="urn:uuid:a54d6aa5-d40d-43f9-88c5-b4633d873bdd" codeSystemName="IHE XDS Metadata" originalText="submission set classificationNode"/>
            </ParticipantObjectIdentification>
            """);

        yield return Row(
            "Application start (DICOM PS3.15 A.5.3.1)",
            ApplicationActivityAudit.Started(Calls.Node, "xds", "registry.example.org", Calls.At),
            Activity("110120", "Application Start"));

        yield return Row(
            "Application stop (DICOM PS3.15 A.5.3.1)",
            ApplicationActivityAudit.Stopped(Calls.Node, "xds", "registry.example.org", Calls.At),
            Activity("110121", "Application Stop"));

        yield return Row(
            "Message not understood (DICOM PS3.15 A.5.3.11)",
            RefusedMessageAudit.Of(Calls.Registry, "not XML"),
            $$"""
            <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="4">
              <EventID csd-code="110113" codeSystemName="DCM" originalText="Security Alert"/>
              <EventTypeCode csd-code="message-not-understood" codeSystemName="IheRegistry" originalText="Message not understood"/>
              <EventOutcomeDescription>not XML</EventOutcomeDescription>
            </EventIdentification>
            <ActiveParticipant UserID="http://registry.example.org/xds/registry" AlternativeUserID="4711" UserIsRequestor="true" NetworkAccessPointID="198.51.100.1" NetworkAccessPointTypeCode="2">
              <RoleIDCode csd-code="110150" codeSystemName="DCM" originalText="Application"/>
            </ActiveParticipant>
            <ActiveParticipant UserID="consumer" UserIsRequestor="false" NetworkAccessPointID="192.0.2.7" NetworkAccessPointTypeCode="2"/>
            {{Source}}
            <ParticipantObjectIdentification ParticipantObjectID="192.0.2.7" ParticipantObjectTypeCode="2" ParticipantObjectTypeCodeRole="13">
              <ParticipantObjectIDTypeCode csd-code="110182" codeSystemName="DCM" originalText="Node ID"/>
              <ParticipantObjectDetail type="Alert Description" value="bm90IFhNTA=="/>
            </ParticipantObjectIdentification>
            """);
    }

    static string Activity(string code, string meaning) => $"""
        <EventIdentification EventActionCode="E" EventDateTime="2026-03-04T05:06:07.0000000Z" EventOutcomeIndicator="0">
          <EventID csd-code="110100" codeSystemName="DCM" originalText="Application Activity"/>
          <EventTypeCode csd-code="{code}" codeSystemName="DCM" originalText="{meaning}"/>
        </EventIdentification>
        <ActiveParticipant UserID="registry.example.org" AlternativeUserID="4711" UserIsRequestor="false" NetworkAccessPointID="registry.example.org" NetworkAccessPointTypeCode="1">
          <RoleIDCode csd-code="110150" codeSystemName="DCM" originalText="Application"/>
        </ActiveParticipant>
        <ActiveParticipant UserID="xds" UserIsRequestor="true">
          <RoleIDCode csd-code="110151" codeSystemName="DCM" originalText="Application Launcher"/>
        </ActiveParticipant>
        {Source}
        """;

    internal static TestCaseData Row(string name, AuditEvent audited, string content) =>
        new TestCaseData(audited, Calls.OneLine($"""<?xml version="1.0" encoding="UTF-8"?><AuditMessage>{content}</AuditMessage>""")).SetName($"{{m}}({name})");
}
