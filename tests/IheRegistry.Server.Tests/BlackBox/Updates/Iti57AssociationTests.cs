using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Updates;

/// <summary>AssociationPropagation, and Associations that an update submits.</summary>
[TestFixture]
public sealed class Iti57AssociationTests : UpdateFixture
{
    [TestCase(null)]
    [TestCase("yes")]
    [Requirement("ITI-57:3.57.4.1.3.3.1.5")]
    public async Task A_new_version_takes_its_place_in_the_folder(string? propagation)
    {
        var folder = await FolderHoldingAsync(Old);

        await UpdatedAsync(NewVersion(Old, Patient, propagation: propagation));

        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id, (await VersionsAsync(Old))[^1].Id }));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.1.5")]
    public async Task Without_propagation_the_folder_holds_the_old_version_alone()
    {
        var folder = await FolderHoldingAsync(Old);

        await UpdatedAsync(NewVersion(Old, Patient, propagation: "no"));

        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id }));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.1.5")]
    public async Task A_new_version_takes_over_relationships_in_either_direction()
    {
        var addendum = await EntryAsync(UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(Patient).Relate(AssociationType.Append, Old.Id!))));

        await UpdatedAsync(NewVersion(Old, Patient));
        await UpdatedAsync(NewVersion(addendum, Patient));

        var (document, newAddendum) = ((await VersionsAsync(Old))[^1], (await VersionsAsync(addendum))[^1]);
        var ends = (await AllAssociationsAsync(newAddendum.Id!)).Where(a => a.AssociationType == AssociationType.Append.ToUrn())
            .Select(a => (a.SourceObject, a.TargetObject));
        Assert.That(ends, Is.EqualTo(new[] { (newAddendum.Id, document.Id) }), "Superseded versions are left where they are.");
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.3.5")]
    public async Task A_new_version_of_a_folder_holds_the_approved_documents()
    {
        var folder = await FolderHoldingAsync(Old);
        var second = await EntryAsync(UniqueId(await RegisteredAsync(
            SubmissionBuilder.OneDocument(Patient).AddToFolder(folder.Id!, SubmissionBuilder.DocumentId))));
        await UpdatedAsync(Status(Patient, second.Id!, Approved, Deprecated));

        await UpdatedAsync(NewFolderVersion(folder, Patient));

        Assert.That(await MembersAsync((await FolderVersionsAsync(folder))[^1]), Is.EqualTo(new[] { Old.Id }));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.3.5")]
    public async Task Without_propagation_a_new_version_of_a_folder_is_empty()
    {
        var folder = await FolderHoldingAsync(Old);

        await UpdatedAsync(NewFolderVersion(folder, Patient, propagation: "no"));

        Assert.That(await MembersAsync((await FolderVersionsAsync(folder))[^1]), Is.Empty);
        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id }));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.1.7")]
    public async Task A_document_in_a_folder_goes_to_another_patient_with_the_folder_or_without_its_place_there()
    {
        var other = await NewPatientAsync();
        var folder = await FolderHoldingAsync(Old);

        await RefusedAsync(NewVersion(Old, other), "XDSPatientIDReconciliationError", folder.Id);
        await RefusedAsync(NewFolderVersion(folder, other), "XDSPatientIDReconciliationError", Old.Id);
        await UpdatedAsync(AddFolderVersion(NewVersion(Old, other), folder));
        await UpdatedAsync(NewVersion(Old, Patient, 2, "no"));

        Assert.That(await FindDocumentsAsync(other), Is.Empty);
        Assert.That((await FindDocumentsAsync(Patient)).Select(d => (d.VersionName, d.Status)), Is.EqualTo(new[] { ("3", Approved) }));
    }

    [TestCase(AssociationType.Append)]
    [TestCase(AssociationType.Transform)]
    [TestCase(AssociationType.Signs)]
    [Requirement("ITI-57:3.57.4.1.3.3.6")]
    public async Task A_relationship_of_registered_documents_is_submitted(AssociationType type)
    {
        var other = await RegisteredEntryAsync(Patient);

        await UpdatedAsync(Submitted(Patient, type, other.Id!, Old.Id!));

        var association = (await AllAssociationsAsync(Old.Id!)).Single(a => a.AssociationType == type.ToUrn());
        Assert.That((association.SourceObject, association.Status), Is.EqualTo((other.Id, Approved)));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.6")]
    public async Task A_submitted_replacement_deprecates_what_it_replaces()
    {
        var other = await RegisteredEntryAsync(Patient);

        await UpdatedAsync(Submitted(Patient, AssociationType.Replace, other.Id!, Old.Id!));

        Assert.That((await EntryAsync(UniqueIdOf(Old))).Status, Is.EqualTo(Deprecated));
        Assert.That((await EntryAsync(UniqueIdOf(other))).Status, Is.EqualTo(Approved));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.6")]
    public async Task A_document_does_not_replace_what_it_hangs_on()
    {
        var addendum = await EntryAsync(UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(Patient).Relate(AssociationType.Append, Old.Id!))));

        await RefusedAsync(Submitted(Patient, AssociationType.Replace, addendum.Id!, Old.Id!), "XDSMetadataUpdateError", addendum.Id);

        var append = (await AllAssociationsAsync(Old.Id!)).Single(a => a.AssociationType == AssociationType.Append.ToUrn());
        await UpdatedAsync(Status(Patient, append.Id!, Approved, Deprecated));
        await UpdatedAsync(Submitted(Patient, AssociationType.Replace, addendum.Id!, Old.Id!));
        Assert.That((await EntryAsync(UniqueIdOf(addendum))).Status, Is.EqualTo(Approved));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.1")]
    public async Task What_a_replacement_changes_gets_no_new_version_by_the_same_update()
    {
        var folder = await FolderHoldingAsync(Old);
        var addendum = await EntryAsync(UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(Patient).Relate(AssociationType.Append, Old.Id!))));
        var other = await RegisteredEntryAsync(Patient);

        await RefusedAsync(
            AddSubmitted(NewVersion(addendum, Patient), AssociationType.Replace, other.Id!, Old.Id!), "XDSMetadataUpdateOperationError", addendum.LogicalId);
        await RefusedAsync(
            AddSubmitted(NewFolderVersion(folder, Patient), AssociationType.Replace, other.Id!, Old.Id!), "XDSMetadataUpdateOperationError", folder.LogicalId);
        await UpdatedAsync(Submitted(Patient, AssociationType.Replace, other.Id!, Old.Id!));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.1.5")]
    public async Task A_place_that_the_same_update_gives_up_is_not_taken_over()
    {
        var folder = await FolderHoldingAsync(Old);
        var place = (await AllAssociationsAsync(folder.Id!)).Single(a => a.SourceObject == folder.Id);

        await UpdatedAsync(AddStatus(NewVersion(Old, Patient), place.Id!, Approved, Deprecated));

        Assert.That(await MembersAsync(folder), Is.Empty);
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.6")]
    public async Task A_registered_document_is_put_into_a_registered_folder()
    {
        var folder = await FolderHoldingAsync(Old);
        var other = await RegisteredEntryAsync(Patient);

        await UpdatedAsync(Submitted(Patient, AssociationType.HasMember, folder.Id!, other.Id!));

        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id, other.Id }));
    }

    [Test]
    public async Task A_new_version_is_related_by_hand_when_nothing_is_propagated()
    {
        var other = await RegisteredEntryAsync(Patient);

        await RefusedAsync(
            AddSubmitted(NewVersion(Old, Patient), AssociationType.Append, SubmissionBuilder.DocumentId, other.Id!),
            "XDSMetadataUpdateOperationError",
            SubmissionBuilder.DocumentId);
        await UpdatedAsync(AddSubmitted(NewVersion(Old, Patient, propagation: "no"), AssociationType.Append, SubmissionBuilder.DocumentId, other.Id!));

        Assert.That((await AllAssociationsAsync(other.Id!)).Select(a => a.SourceObject), Does.Contain((await VersionsAsync(Old))[^1].Id));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.6.7")]
    public async Task Documents_of_different_patients_are_not_related()
    {
        var other = await RegisteredEntryAsync(await NewPatientAsync());
        await RefusedAsync(Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!), "XDSPatientIDReconciliationError", other.Id);
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.6.7")]
    public async Task The_SubmissionSet_is_of_the_patient_whose_documents_are_related()
    {
        var other = await RegisteredEntryAsync(Patient);
        await RefusedAsync(Submitted(await NewPatientAsync(), AssociationType.Append, other.Id!, Old.Id!), "XDSPatientIDReconciliationError", other.Id);
        await UpdatedAsync(Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Deprecated_documents_are_not_related(bool isSource)
    {
        var other = await RegisteredEntryAsync(Patient);
        await UpdatedAsync(Status(Patient, other.Id!, Approved, Deprecated));
        var (source, target) = isSource ? (other.Id!, Old.Id!) : (Old.Id!, other.Id!);

        await RefusedAsync(Submitted(Patient, AssociationType.Append, source, target), "XDSMetadataUpdateError", other.Id);

        await UpdatedAsync(Status(Patient, other.Id!, Deprecated, Approved));
        await UpdatedAsync(Submitted(Patient, AssociationType.Append, source, target));
    }

    [Test]
    public async Task What_the_same_update_deprecates_is_not_related()
    {
        var other = await RegisteredEntryAsync(Patient);
        await RefusedAsync(
            AddSubmitted(Status(Patient, other.Id!, Approved, Deprecated), AssociationType.Append, other.Id!, Old.Id!), "XDSMetadataUpdateError", other.Id);
        await RefusedAsync(AddSubmitted(NewVersion(Old, Patient), AssociationType.Append, other.Id!, Old.Id!), "XDSMetadataUpdateError", Old.Id);
    }

    [Test]
    public async Task Nothing_is_related_to_nothing()
    {
        var nobody = $"urn:uuid:{Guid.NewGuid()}";
        await RefusedAsync(Submitted(Patient, AssociationType.Append, Old.Id!, nobody), "XDSMetadataUpdateError", nobody);
        await RefusedAsync(Submitted(Patient, AssociationType.Append, Old.Id!, Old.Id!), "XDSMetadataUpdateOperationError", Old.Id);
    }

    [Test]
    public async Task The_same_relationship_is_submitted_once()
    {
        var other = await RegisteredEntryAsync(Patient);
        await UpdatedAsync(Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!));

        await RefusedAsync(Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!), "XDSMetadataUpdateError", other.Id);

        await UpdatedAsync(Submitted(Patient, AssociationType.Signs, other.Id!, Old.Id!));
    }

    [Test]
    public async Task A_SubmissionSet_and_a_folder_are_not_related_and_a_document_has_no_members()
    {
        var folder = await FolderHoldingAsync(Old);
        var other = await RegisteredEntryAsync(Patient);
        var set = (await AllAssociationsAsync(Old.Id!)).First(a => a.SlotValue(SlotNames.SubmissionSetStatus) == "Original").SourceObject!;

        await RefusedAsync(Submitted(Patient, AssociationType.HasMember, set, other.Id!), "XDSMetadataUpdateError", set);
        await RefusedAsync(Submitted(Patient, AssociationType.Append, folder.Id!, other.Id!), "XDSMetadataUpdateError", folder.Id);
        await RefusedAsync(Submitted(Patient, AssociationType.HasMember, Old.Id!, other.Id!), "XDSMetadataUpdateError", Old.Id);
        await RefusedAsync(Submitted(Patient, AssociationType.HasMember, folder.Id!, folder.Id!), "XDSMetadataUpdateOperationError", folder.Id);
    }

    [Test]
    public async Task What_is_submitted_is_an_Association_of_the_submission()
    {
        await RefusedAsync(
            SubmissionBuilder.Empty(Patient).AddAssociation(AssociationType.SubmitAssociation, SubmissionBuilder.SetId, Old.Id!, "Submit01"),
            "XDSMetadataUpdateOperationError",
            Old.Id);
    }

    [Test]
    public async Task An_operation_starts_from_the_SubmissionSet()
    {
        var other = await RegisteredEntryAsync(Patient);
        var update = Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!);
        update["Submit01"].SourceObject = other.Id;
        await RefusedAsync(update, "XDSMetadataUpdateOperationError", other.Id);
        var status = Status(Patient, Old.Id!, Approved, Deprecated);
        status[$"Status-{Old.Id}"].SourceObject = other.Id;
        await RefusedAsync(status, "XDSMetadataUpdateOperationError", other.Id);
    }

    [Test]
    public async Task An_unknown_type_of_Association_is_refused()
    {
        var other = await RegisteredEntryAsync(Patient);
        var update = Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!);
        update[SubmittedId].AssociationType = "urn:ihe:iti:2007:AssociationType:APND_XFRM";
        var reply = await UpdateAsync(update);
        Assert.That((reply.Status, reply.ErrorCodes[0]), Is.EqualTo(("Failure", "XDSRegistryMetadataError")), reply.ErrorText);
    }
}
