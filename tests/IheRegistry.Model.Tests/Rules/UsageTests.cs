using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

/// <summary>ITI TF-3 table 4.3.1-3: what is required, optional and forbidden.</summary>
[TestFixture]
public sealed class UsageTests
{
    [TestCase(SlotNames.CreationTime, "creationTime")]
    [TestCase(SlotNames.LanguageCode, "languageCode")]
    [TestCase(SlotNames.SourcePatientId, "sourcePatientId")]
    [TestCase(SchemeUuids.ClassCode, "classCode")]
    [TestCase(SchemeUuids.ConfidentialityCode, "confidentialityCode")]
    [TestCase(SchemeUuids.FormatCode, "formatCode")]
    [TestCase(SchemeUuids.HealthcareFacilityTypeCode, "healthcareFacilityTypeCode")]
    [TestCase(SchemeUuids.PracticeSettingCode, "practiceSettingCode")]
    [TestCase(SchemeUuids.TypeCode, "typeCode")]
    [TestCase(SchemeUuids.DocumentEntryPatientId, "patientId")]
    [TestCase(SchemeUuids.DocumentEntryUniqueId, "uniqueId")]
    public void A_document_without_it_is_refused_by_either_transaction(string slotOrScheme, string attribute) => Assert.Multiple(() =>
    {
        SubmissionBuilder.OneDocument().Document(d => d.Without(slotOrScheme)).Refused($"DocumentEntry 'Document01': {attribute} is required");
        SubmissionBuilder.OneDocument().Document(d => d.Without(slotOrScheme))
            .Refused(SubmissionKind.ProvideAndRegister, $"DocumentEntry 'Document01': {attribute} is required");
    });

    [TestCase(SlotNames.Hash)]
    [TestCase(SlotNames.Size)]
    [TestCase(SlotNames.RepositoryUniqueId)]
    public void What_the_repository_completes_is_required_of_ITI_42_only(string name) => Assert.Multiple(() =>
    {
        SubmissionBuilder.OneDocument().Document(d => d.Without(name)).Refused($"DocumentEntry 'Document01': {name} is required", "ITI-42");
        SubmissionBuilder.OneDocument().Document(d => d.Without(name)).Accepted(SubmissionKind.ProvideAndRegister);
    });

    [TestCase(SlotNames.ServiceStartTime)]
    [TestCase(SlotNames.ServiceStopTime)]
    [TestCase(SlotNames.SourcePatientInfo)]
    [TestCase(SchemeUuids.DocumentEntryAuthor)]
    public void What_is_required_if_known_may_be_absent(string slotOrScheme) =>
        SubmissionBuilder.OneDocument().Document(d => d.Without(slotOrScheme)).Accepted();

    [Test]
    public void Title_comments_and_authors_may_be_absent() => SubmissionBuilder.OneDocument()
        .Document(d => d.Title(null).Comments(null))
        .Set(s => s.Title(null).Without(SchemeUuids.SubmissionSetAuthor))
        .Accepted();

    [TestCase(SlotNames.SubmissionTime, "submissionTime")]
    [TestCase(SchemeUuids.ContentTypeCode, "contentTypeCode")]
    [TestCase(SchemeUuids.SubmissionSetPatientId, "patientId")]
    [TestCase(SchemeUuids.SourceId, "sourceId")]
    [TestCase(SchemeUuids.SubmissionSetUniqueId, "uniqueId")]
    public void A_SubmissionSet_without_it_is_refused(string slotOrScheme, string attribute) =>
        SubmissionBuilder.OneDocument().Set(s => s.Without(slotOrScheme)).Refused($"SubmissionSet 'SubmissionSet01': {attribute} is required");

    [TestCase(SchemeUuids.FolderCodeList, "codeList")]
    [TestCase(SchemeUuids.FolderPatientId, "patientId")]
    [TestCase(SchemeUuids.FolderUniqueId, "uniqueId")]
    public void A_Folder_without_it_is_refused(string slotOrScheme, string attribute) =>
        SubmissionBuilder.OneDocumentInFolder().Folder(f => f.Without(slotOrScheme)).Refused($"Folder 'Folder01': {attribute} is required");

    [TestCase(null)]
    [TestCase(" ")]
    public void A_Folder_without_title_is_refused(string? title) =>
        SubmissionBuilder.OneDocumentInFolder().Folder(f => f.Title(title)).Refused("Folder 'Folder01': title is required");

    [TestCase("20260102030405")]
    [TestCase("not a time")]
    public void The_lastUpdateTime_of_a_new_folder_is_ignored(string value) =>
        SubmissionBuilder.OneDocumentInFolder().Folder(f => f.Slot(SlotNames.LastUpdateTime, value)).Accepted();

    [TestCase("urn:oasis:names:tc:ebxml-regrep:StatusType:Approved")]
    [TestCase("urn:oasis:names:tc:ebxml-regrep:StatusType:Submitted")]
    [TestCase("Anything")]
    public void An_availabilityStatus_is_ignored(string status) =>
        SubmissionBuilder.OneDocumentInFolder().Document(d => d.Status = status).Set(s => s.Status = status).Folder(f => f.Status = status).Accepted();

    [Test]
    public void An_on_demand_entry_has_no_document_to_measure() => OnDemand().Accepted(SubmissionKind.RegisterOnDemand);

    [TestCase(SlotNames.CreationTime, "20260102")]
    [TestCase(SlotNames.Hash, "e543712c0e10501972de13a5bfcbe826c49feb75")]
    [TestCase(SlotNames.Size, "36")]
    public void What_only_a_stable_document_has_is_refused_of_an_on_demand_entry(string name, string value) =>
        OnDemand().Document(d => d.Slot(name, value)).Refused(SubmissionKind.RegisterOnDemand, $"{name} must not be submitted", "ITI-61");

    [Test]
    public void An_on_demand_entry_may_name_its_legalAuthenticator() =>
        OnDemand().Document(d => d.Slot(SlotNames.LegalAuthenticator, "^Testdoctor^Ada")).Accepted(SubmissionKind.RegisterOnDemand);

    [Test]
    public void An_on_demand_entry_needs_its_repository() => OnDemand().Document(d => d.Without(SlotNames.RepositoryUniqueId))
        .Refused(SubmissionKind.RegisterOnDemand, "repositoryUniqueId is required");

    [TestCase(SubmissionKind.Register)]
    [TestCase(SubmissionKind.ProvideAndRegister)]
    public void An_on_demand_entry_is_refused_elsewhere(SubmissionKind kind) => SubmissionBuilder.OneDocument()
        .Document(d => d.ObjectType = SchemeUuids.OnDemandDocumentEntry)
        .Refused(kind, "DocumentEntry 'Document01': objectType", SchemeUuids.OnDemandDocumentEntry);

    [Test]
    public void A_stable_entry_is_refused_as_on_demand() =>
        OnDemand().Document(d => d.ObjectType = SchemeUuids.StableDocumentEntry).Refused(SubmissionKind.RegisterOnDemand, "objectType");

    [TestCase(null)]
    [TestCase("urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1x")]
    public void An_unknown_objectType_is_refused(string? objectType) =>
        SubmissionBuilder.OneDocument().Document(d => d.ObjectType = objectType).Refused("objectType", objectType ?? "(absent)");

    [TestCase(null)]
    [TestCase("")]
    public void A_document_without_mimeType_is_refused(string? mimeType) =>
        SubmissionBuilder.OneDocument().Document(d => d.MimeType = mimeType).Refused("DocumentEntry 'Document01': mimeType is required");

    [TestCase(SubmissionKind.RegisterOnDemand, false)]
    [TestCase(SubmissionKind.Register, true)]
    public void Only_a_submission_of_on_demand_entries_needs_one(SubmissionKind kind, bool accepted)
    {
        var folder = SubmissionBuilder.Empty().AddFolder(SubmissionBuilder.FolderId);
        if (accepted) folder.Accepted(kind);
        else folder.Refused(kind, "has no DocumentEntry", "ITI TF-2 3.61.4.1.2");
    }

    static SubmissionBuilder OnDemand() => SubmissionBuilder.OneOnDemandDocument();
}
