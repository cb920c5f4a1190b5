using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry;

/// <summary>Rules of Register Document Set-b that need the registry's state.</summary>
[TestFixture]
public sealed class RegistrationRulesTests
{
    const string Document = SubmissionBuilder.DocumentId;

    FedRegistry _registry = null!;

    [SetUp]
    public async Task Open() => _registry = await FedRegistry.OpenAsync();

    [TearDown]
    public async Task Close() => await _registry.DisposeAsync();

    static SubmissionBuilder OneDocument(string patient = FedRegistry.Ada) => SubmissionBuilder.OneDocument(patient);

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.2")]
    public async Task A_patient_who_was_never_fed_is_unknown()
    {
        const string Nobody = "nobody^^^&" + FedRegistry.Authority + "&ISO";
        var refused = await _registry.RefusesAsync(OneDocument(Nobody));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSUnknownPatientId]));
        Assert.That(refused.Contexts, Does.Contain(Nobody));
    }

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.Append)]
    [TestCase(AssociationType.Transform)]
    [TestCase(AssociationType.TransformReplace)]
    [TestCase(AssociationType.Signs)]
    [TestCase(AssociationType.IsSnapshotOf)]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task A_relationship_to_nothing_or_to_no_document_cannot_be_resolved(AssociationType type)
    {
        var old = await _registry.HasAsync(SubmissionBuilder.OneDocumentInFolder(FedRegistry.Ada));
        foreach (var target in new[] { EntryUuid.New(), old.Folder, old.Set })
        {
            var refused = await _registry.RefusesAsync(OneDocument().Relate(type, target));
            Assert.That(refused.Codes, Has.Some.EqualTo(XdsErrorCode.UnresolvedReferenceException));
            Assert.That(refused.Contexts, Does.Contain(target));
        }
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task A_relationship_to_a_document_of_another_patient_is_refused_and_tells_nothing_of_that_patient()
    {
        var old = await _registry.HasAsync(OneDocument(FedRegistry.Bob));
        var refused = await _registry.RefusesAsync(OneDocument().Relate(AssociationType.Append, old.Document));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSPatientIdDoesNotMatch]));
        Assert.That(refused.Contexts, Does.Contain(old.Document).And.Not.Contain(FedRegistry.Bob));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task A_snapshot_of_a_stable_document_is_refused()
    {
        var old = await _registry.HasAsync(OneDocument());
        var refused = await _registry.RefusesAsync(OneDocument().Relate(AssociationType.IsSnapshotOf, old.Document));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSRegistryMetadataError]));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task Only_the_newest_version_is_replaced()
    {
        var old = await _registry.HasAsync(OneDocument());
        await _registry.HasAsync(OneDocument().Relate(AssociationType.Replace, old.Document));
        var refused = await _registry.RefusesAsync(OneDocument().Relate(AssociationType.Replace, old.Document));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSRegistryDeprecatedDocumentError]));
    }

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.TransformReplace)]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task Replacing_a_document_deprecates_it_its_addenda_and_its_transformations(AssociationType type)
    {
        var old = await _registry.HasAsync(OneDocument());
        var addendum = await _registry.HasAsync(OneDocument().Relate(AssociationType.Append, old.Document));
        var transformation = await _registry.HasAsync(OneDocument().Relate(AssociationType.Transform, old.Document));
        var signature = await _registry.HasAsync(OneDocument().Relate(AssociationType.Signs, old.Document));
        var replacement = await _registry.HasAsync(OneDocument().Relate(type, old.Document));
        Assert.That(
            new[] { old, addendum, transformation, signature, replacement }.Select(r => _registry.StatusOf(r.Document)),
            Is.EqualTo([
                AvailabilityStatus.Deprecated,
                AvailabilityStatus.Deprecated,
                AvailabilityStatus.Deprecated,
                AvailabilityStatus.Approved,
                AvailabilityStatus.Approved,
            ]));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.5")]
    public async Task A_replacement_joins_the_folders_of_what_it_replaces_once()
    {
        var old = await _registry.HasAsync(
            SubmissionBuilder.OneDocumentInFolder(FedRegistry.Ada).AddDocument("Document02").AddToFolder(SubmissionBuilder.FolderId, "Document02"));
        var second = await _registry.HasAsync(OneDocument().AddToFolder(old.Folder, Document));
        await _registry.HasAsync(OneDocument().Relate(AssociationType.Replace, old.Document).Relate(AssociationType.Replace, second.Document));
        Assert.That(_registry.MembersOf(old.Folder), Is.EqualTo(4));
    }

    [Test]
    [Requirement("TF-3:4.2.2.2.1")]
    public async Task Nothing_is_appended_to_a_transformation()
    {
        var old = await _registry.HasAsync(OneDocument());
        var transformation = await _registry.HasAsync(OneDocument().Relate(AssociationType.Transform, old.Document));
        var later = await _registry.RefusesAsync(OneDocument().Relate(AssociationType.Append, transformation.Document));
        var together = await _registry.RefusesAsync(OneDocument()
            .Relate(AssociationType.Transform, old.Document)
            .AddDocument("Document02")
            .AddAssociation(AssociationType.Append, "Document02", Document));
        Assert.That(later.Codes.Concat(together.Codes), Is.EqualTo([XdsErrorCode.XDSRegistryMetadataError, XdsErrorCode.XDSRegistryMetadataError]));
        await _registry.HasAsync(OneDocument().Relate(AssociationType.Append, old.Document));
    }

    [Test]
    [Requirement("TF-3:4.2.2.1.1")]
    public async Task A_SubmissionSet_refers_to_a_document_of_any_patient()
    {
        var old = await _registry.HasAsync(OneDocument(FedRegistry.Bob));
        await _registry.HasAsync(SubmissionBuilder.Empty(FedRegistry.Ada).AddReference(old.Document));
    }

    [Test]
    [Requirement("TF-3:4.2.2")]
    public async Task A_deprecated_document_is_referred_to_no_more()
    {
        var old = await _registry.HasAsync(OneDocument());
        await _registry.HasAsync(OneDocument().Relate(AssociationType.Replace, old.Document));
        var refused = await _registry.RefusesAsync(SubmissionBuilder.Empty(FedRegistry.Ada).AddReference(old.Document));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSRegistryDeprecatedDocumentError]));
    }

    [Test]
    [Requirement("TF-3:4.2.2.1.2")]
    public async Task Only_documents_are_referred_to()
    {
        var old = await _registry.HasAsync(SubmissionBuilder.OneDocumentInFolder(FedRegistry.Ada));
        var refused = await _registry.RefusesAsync(SubmissionBuilder.Empty(FedRegistry.Ada).AddReference(old.Folder));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSRegistryMetadataError]));
    }

    [Test]
    [Requirement("TF-3:4.2.1.2")]
    public async Task A_registered_SubmissionSet_gets_no_members()
    {
        var old = await _registry.HasAsync(OneDocument());
        var refused = await _registry.RefusesAsync(OneDocument().AddToFolder(old.Set, Document));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSRegistryMetadataError]));
        Assert.That(refused.Contexts, Does.Contain("registered before"));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.2")]
    public async Task A_folder_holds_documents_of_one_patient()
    {
        var old = await _registry.HasAsync(SubmissionBuilder.OneDocumentInFolder(FedRegistry.Bob));
        var refused = await _registry.RefusesAsync(OneDocument().AddToFolder(old.Folder, Document));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSPatientIdDoesNotMatch]));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.1")]
    public async Task A_document_is_registered_again_as_it_is()
    {
        var builder = () => OneDocument().Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "1.2.3"));
        await _registry.HasAsync(builder());
        await _registry.HasAsync(builder());
        var refused = await _registry.RefusesAsync(builder().Document(d => d
            .Slot(SlotNames.Hash, "da39a3ee5e6b4b0d3255bfef95601890afd80709")
            .Slot(SlotNames.Size, "0")));
        Assert.That(refused.Codes, Is.EquivalentTo([XdsErrorCode.XDSNonIdenticalHash, XdsErrorCode.XDSNonIdenticalSize]));
        Assert.That(refused.Contexts, Does.Contain("'1.2.3'"));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    public async Task The_uniqueId_of_a_package_is_new()
    {
        await _registry.HasAsync(OneDocument().Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "1.2.3")));
        var set = await _registry.RefusesAsync(OneDocument().Set(s => s.Identifier(SchemeUuids.SubmissionSetUniqueId, "1.2.3")));
        var folder = await _registry.RefusesAsync(
            SubmissionBuilder.OneDocumentInFolder(FedRegistry.Ada).Folder(f => f.Identifier(SchemeUuids.FolderUniqueId, "1.2.3")));
        Assert.That(
            set.Codes.Concat(folder.Codes),
            Is.EqualTo([XdsErrorCode.XDSDuplicateUniqueIdInRegistry, XdsErrorCode.XDSDuplicateUniqueIdInRegistry]));
    }

    [Test]
    [Requirement("TF-3:4.2.4.1")]
    public async Task Of_a_document_no_duplicate_uniqueId_is_said()
    {
        await _registry.HasAsync(SubmissionBuilder.OneDocumentInFolder(FedRegistry.Ada).Folder(f => f.Identifier(SchemeUuids.FolderUniqueId, "1.2.3")));
        var refused = await _registry.RefusesAsync(OneDocument().Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, "1.2.3")));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSRegistryMetadataError]));
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task After_a_merge_the_surviving_patient_replaces_what_the_subsumed_one_had()
    {
        var old = await _registry.HasAsync(SubmissionBuilder.OneDocumentInFolder(FedRegistry.Bob));
        Assert.That(await _registry.FeedAsync("A40", [FedRegistry.Id("ada")], FedRegistry.Id("bob")), Is.Empty);
        await _registry.HasAsync(OneDocument().Relate(AssociationType.Replace, old.Document));
        var refused = await _registry.RefusesAsync(OneDocument(FedRegistry.Bob));
        Assert.That(refused.Codes, Is.EqualTo([XdsErrorCode.XDSUnknownPatientId]));
        Assert.That(_registry.MembersOf(old.Folder), Is.EqualTo(2));
    }
}
