using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

/// <summary>External identifiers, and what patient ids and uniqueIds of a submission have to do with each other.</summary>
[TestFixture]
public sealed class IdentifierRulesTests
{
    const string OtherPatient = "IHERED-2002^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.DocumentEntryPatientId, "patientId")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.DocumentEntryUniqueId, "uniqueId")]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.SourceId, "sourceId")]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.FolderUniqueId, "uniqueId")]
    public void An_identifier_given_twice_is_refused(string id, string scheme, string attribute)
    {
        var builder = SubmissionBuilder.OneDocumentInFolder();
        var value = builder[id].Build().Identifier(scheme);
        builder.Change(id, o => o.AddIdentifier(scheme, value)).Refused($"'{id}': {attribute} is given 2 times");
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    public void An_empty_identifier_is_refused(string? value) =>
        SubmissionBuilder.OneDocument().Set(s => s.Identifier(SchemeUuids.SourceId, value)).Refused("SubmissionSet 'SubmissionSet01': sourceId is empty");

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.SourceId)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.DocumentEntryUniqueId)]
    [TestCase("SubmissionSet01-Document01", SchemeUuids.FolderUniqueId)]
    [TestCase(SubmissionBuilder.DocumentId, "urn:uuid:00000000-0000-0000-0000-000000000000")]
    public void A_scheme_that_the_object_does_not_have_is_refused(string id, string scheme) => SubmissionBuilder.OneDocument()
        .Change(id, o => o.AddIdentifier(scheme, "1.2.3"))
        .Refused($"'{id}': ExternalIdentifier has an identificationScheme", $"'{scheme}'");

    [Test]
    public void A_registryObject_that_is_another_object_is_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Without(SchemeUuids.DocumentEntryUniqueId).AddIdentifier(
            new ExternalIdentifier { RegistryObject = "Document09", Scheme = SchemeUuids.DocumentEntryUniqueId, Value = "1.2.3" }))
        .Refused("DocumentEntry 'Document01': ExternalIdentifier has registryObject 'Document09'");

    [Test]
    public void A_registryObject_and_a_name_may_be_left_out() => SubmissionBuilder.OneDocument()
        .Document(d => d.Without(SchemeUuids.DocumentEntryUniqueId).AddIdentifier(
            new ExternalIdentifier { Scheme = SchemeUuids.DocumentEntryUniqueId, Value = "1.2.3" }))
        .Accepted();

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.DocumentEntryPatientId)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.FolderPatientId)]
    public void An_object_of_another_patient_is_refused(string id, string scheme) => SubmissionBuilder.OneDocumentInFolder()
        .Change(id, o => o.Identifier(scheme, OtherPatient))
        .Refused(XdsErrorCode.XDSPatientIdDoesNotMatch, SubmissionKind.Register, $"'{id}': patientId '{OtherPatient}'", SubmissionBuilder.DefaultPatient);

    [Test]
    public void Each_object_of_another_patient_is_reported() => Assert.That(
        SubmissionBuilder.OneDocumentInFolder()
            .Set(s => s.Identifier(SchemeUuids.SubmissionSetPatientId, OtherPatient))
            .Judge().Select(e => (e.Code, e.Location)),
        Is.EquivalentTo([
            (XdsErrorCode.XDSPatientIdDoesNotMatch, "Document01/patientId"),
            (XdsErrorCode.XDSPatientIdDoesNotMatch, "Folder01/patientId"),
        ]));

    [TestCase(SubmissionBuilder.SetId, SchemeUuids.SubmissionSetUniqueId)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.FolderUniqueId)]
    public void A_uniqueId_of_two_objects_is_refused_whatever_their_kinds(string id, string scheme)
    {
        var builder = SubmissionBuilder.OneDocumentInFolder().Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "1.2.3"));
        builder.Change(id, o => o.Identifier(scheme, "1.2.3"))
            .Refused(XdsErrorCode.XDSRegistryDuplicateUniqueIdInMessage, SubmissionKind.Register, "'1.2.3'", "is also the uniqueId of");
    }

    [Test]
    public void A_uniqueId_of_two_documents_is_refused() => SubmissionBuilder.OneDocument()
        .AddDocument("Document02")
        .Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "1.2.3"))
        .Change("Document02", d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "1.2.3"))
        .Refused(
            XdsErrorCode.XDSRegistryDuplicateUniqueIdInMessage,
            SubmissionKind.ProvideAndRegister,
            "DocumentEntry 'Document02': uniqueId '1.2.3'",
            "DocumentEntry 'Document01'");

    [TestCase(SubmissionBuilder.DocumentId)]
    [TestCase(SubmissionBuilder.FolderId)]
    [TestCase("SubmissionSet01-Document01")]
    public void A_logicalID_that_names_another_object_is_refused(string id) => SubmissionBuilder.OneDocumentInFolder()
        .Change(id, o => o.LogicalId = "urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d")
        .Refused($"'{id}': logicalID 'urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d'", "ITI-57");

    [Test]
    public void A_logicalID_that_is_the_id_is_accepted() =>
        SubmissionBuilder.OneDocument().Document(d => (d.LogicalId, d.VersionName) = (SubmissionBuilder.DocumentId, "1.1")).Accepted();
}
