using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Updates;

/// <summary>Update availabilityStatus of DocumentEntries, Folders and Associations.</summary>
[TestFixture]
[Requirement("ITI-57:3.57.4.1.3.3.2")]
public sealed class Iti57StatusTests : UpdateFixture
{
    [Test]
    public async Task A_document_is_deprecated_and_approved_again()
    {
        await UpdatedAsync(Status(Patient, Old.Id!, Approved, Deprecated));
        Assert.That((await EntryAsync(UniqueIdOf(Old))).Status, Is.EqualTo(Deprecated));

        await UpdatedAsync(Status(Patient, Old.Id!, Deprecated, Approved));
        Assert.That((await EntryAsync(UniqueIdOf(Old))).Status, Is.EqualTo(Approved));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.4")]
    public async Task A_folder_is_deprecated_and_approved_again()
    {
        var folder = await FolderHoldingAsync(Old);

        await UpdatedAsync(Status(Patient, folder.Id!, Approved, Deprecated));
        Assert.That((await FolderVersionsAsync(folder)).Single().Status, Is.EqualTo(Deprecated));

        await UpdatedAsync(Status(Patient, folder.Id!, Deprecated, Approved));
        Assert.That((await FolderVersionsAsync(folder)).Single().Status, Is.EqualTo(Approved));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.5")]
    public async Task An_Association_is_deprecated_and_approved_again()
    {
        var folder = await FolderHoldingAsync(Old);
        var membership = (await AllAssociationsAsync(folder.Id!)).Single(a => a.SourceObject == folder.Id).Id!;

        var changes = FolderChanges();

        await UpdatedAsync(Status(Patient, membership, Approved, Deprecated));
        Assert.That(await MembersAsync(folder), Is.Empty);
        Assert.That(FolderChanges(), Is.EqualTo(changes + 1), "the Folder's lastUpdateTime");

        await UpdatedAsync(Status(Patient, membership, Deprecated, Approved));
        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id }));
        Assert.That(FolderChanges(), Is.EqualTo(changes + 2), "the Folder's lastUpdateTime");

        long FolderChanges() => Server.Query("SELECT count(*) FROM change_log WHERE action = 3", row => row.GetInt64(0)).Single();
    }

    [Test]
    public async Task Several_statuses_change_at_once()
    {
        var other = await RegisteredEntryAsync(Patient);

        await UpdatedAsync(AddStatus(Status(Patient, Old.Id!, Approved, Deprecated), other.Id!, Approved, Deprecated));

        Assert.That((await FindDocumentsAsync(Patient)).Select(d => d.Status), Is.All.EqualTo(Deprecated));
    }

    [Test]
    public async Task OriginalStatus_is_what_the_object_has() =>
        await RefusedAsync(Status(Patient, Old.Id!, Deprecated, Approved), "XDSMetadataUpdateError", Old.Id);

    [TestCase(SlotNames.OriginalStatus)]
    [TestCase(SlotNames.NewStatus)]
    public async Task Both_statuses_are_given(string slot) =>
        await RefusedAsync(
            Status(Patient, Old.Id!, Approved, Deprecated).Change($"Status-{Old.Id}", a => a.Without(slot)), "XDSMetadataUpdateOperationError", Old.Id);

    [TestCase("Deprecated")]
    [TestCase("urn:oasis:names:tc:ebxml-regrep:StatusType:Submitted")]
    public async Task A_status_is_Approved_or_Deprecated(string status) =>
        await RefusedAsync(Status(Patient, Old.Id!, Approved, status), "XDSMetadataUpdateOperationError", Old.Id);

    [Test]
    public async Task A_status_that_is_no_change_is_refused() =>
        await RefusedAsync(Status(Patient, Old.Id!, Approved, Approved), "XDSMetadataUpdateOperationError", Old.Id);

    [Test]
    public async Task Slots_of_another_operation_are_refused() =>
        await RefusedAsync(
            Status(Patient, Old.Id!, Approved, Deprecated).Change($"Status-{Old.Id}", a => a.Slot(SlotNames.PreviousVersion, "1")),
            "XDSMetadataUpdateOperationError",
            Old.Id);

    [Test]
    public async Task One_object_is_changed_once()
    {
        var update = AddStatus(Status(Patient, Old.Id!, Approved, Deprecated), Old.Id!, Approved, Deprecated);
        var first = update[$"Status-{Old.Id}"];
        first.Id = "Status-first";
        await RefusedAsync(update, "XDSMetadataUpdateOperationError", Old.Id);
    }

    [Test]
    public async Task An_object_that_is_not_there_is_refused()
    {
        var nobody = $"urn:uuid:{Guid.NewGuid()}";
        await RefusedAsync(Status(Patient, nobody, Approved, Deprecated), "XDSMetadataUpdateError", nobody);
    }

    [Test]
    public async Task A_superseded_version_is_not_approved_again()
    {
        await UpdatedAsync(NewVersion(Old, Patient));
        await RefusedAsync(Status(Patient, Old.Id!, Deprecated, Approved), "XDSMetadataUpdateError", Old.Id);

        var newest = (await VersionsAsync(Old))[^1].Id!;
        await UpdatedAsync(Status(Patient, newest, Approved, Deprecated));
        await RefusedAsync(Status(Patient, Old.Id!, Deprecated, Approved), "XDSMetadataUpdateError", Old.Id);
    }

    [Test]
    public async Task The_SubmissionSet_is_of_the_patient_whose_status_changes()
    {
        var folder = await FolderHoldingAsync(Old);
        var place = (await AllAssociationsAsync(folder.Id!)).Single(a => a.SourceObject == folder.Id);
        var other = await NewPatientAsync();

        foreach (var target in new[] { Old.Id!, folder.Id!, place.Id! })
            await RefusedAsync(Status(other, target, Approved, Deprecated), "XDSPatientIDReconciliationError", target);

        await MergeAsync(Patient, other);
        await UpdatedAsync(Status(other, Old.Id!, Approved, Deprecated));
    }

    [Test]
    public async Task An_Association_is_not_approved_beside_its_twin()
    {
        var folder = await FolderHoldingAsync(Old);
        var place = (await AllAssociationsAsync(folder.Id!)).Single(a => a.SourceObject == folder.Id);
        await UpdatedAsync(Status(Patient, place.Id!, Approved, Deprecated));

        await RefusedAsync(
            AddSubmitted(Status(Patient, place.Id!, Deprecated, Approved), AssociationType.HasMember, folder.Id!, Old.Id!), "XDSMetadataUpdateError", place.Id);
        await UpdatedAsync(Submitted(Patient, AssociationType.HasMember, folder.Id!, Old.Id!));
        await RefusedAsync(Status(Patient, place.Id!, Deprecated, Approved), "XDSMetadataUpdateError", place.Id);

        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id }));
    }

    [Test]
    public async Task What_links_a_SubmissionSet_and_the_SubmissionSet_itself_stay()
    {
        var membership = (await AllAssociationsAsync(Old.Id!)).Single();
        await RefusedAsync(Status(Patient, membership.Id!, Approved, Deprecated), "XDSMetadataUpdateError", membership.Id);
        await RefusedAsync(Status(Patient, membership.SourceObject!, Approved, Deprecated), "XDSMetadataUpdateError", membership.SourceObject);
    }
}
