using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Updates;

/// <summary>Update DocumentEntry Metadata and Update Folder Metadata.</summary>
[TestFixture]
[Requirement("ITI-57:3.57.4.1.3.3.1")]
public sealed class Iti57NewVersionTests : UpdateFixture
{
    [Test]
    public async Task A_new_version_is_approved_and_the_version_before_deprecated()
    {
        await UpdatedAsync(NewVersion(Old, Patient));

        var versions = await VersionsAsync(Old);
        Assert.Multiple(() =>
        {
            Assert.That(versions.Select(v => (v.VersionName, v.Status)), Is.EqualTo(new[] { ("1", Deprecated), ("2", Approved) }));
            Assert.That(versions.Select(v => v.LogicalId), Is.All.EqualTo(Old.Id));
            Assert.That(versions[0].Id, Is.EqualTo(Old.Id));
            Assert.That(versions[1].Name[0].Value, Is.EqualTo("Discharge summary, corrected"));
            Assert.That(versions[0].Name[0].Value, Is.EqualTo("Discharge summary"));
        });
    }

    [Test]
    public async Task Versions_are_counted_on()
    {
        for (var previous = 1; previous <= 4; previous++) await UpdatedAsync(NewVersion(Old, Patient, previous));

        Assert.That((await VersionsAsync(Old)).Count(v => v.Status == Approved), Is.EqualTo(1));
        Assert.That((await VersionsAsync(Old))[^1].VersionName, Is.EqualTo("5"));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.3")]
    public async Task A_folder_gets_a_new_version_likewise()
    {
        var folder = await FolderHoldingAsync(Old);

        await UpdatedAsync(NewFolderVersion(folder, Patient));

        var versions = await FolderVersionsAsync(folder);
        Assert.That(versions.Select(v => (v.VersionName, v.Status)), Is.EqualTo(new[] { ("1", Deprecated), ("2", Approved) }));
        Assert.That(versions[1].Name[0].Value, Is.EqualTo("Renamed"));
    }

    [Test]
    public async Task The_SubmissionSet_of_the_update_is_kept_and_holds_the_new_version()
    {
        var update = NewVersion(Old, Patient);
        await UpdatedAsync(update);

        var version = (await VersionsAsync(Old))[^1];
        var membership = (await AllAssociationsAsync(version.Id!)).Single();
        Assert.That(membership.SlotValue(SlotNames.PreviousVersion), Is.EqualTo("1"));
        var sets = await QueryAsync(Model.Metadata.Queries.StoredQueryIds.GetSubmissionSets, (Model.Metadata.Queries.ParameterNames.Uuid, $"('{version.Id}')"));
        Assert.That(
            sets.Objects.Single(o => o.Element == EbrimElement.RegistryPackage).Identifier(SchemeUuids.SubmissionSetUniqueId),
            Is.EqualTo(update[SubmissionBuilder.SetId].Build().Identifier(SchemeUuids.SubmissionSetUniqueId)));
    }

    [Test]
    public async Task Hash_size_and_repository_may_change_and_a_resubmission_is_held_against_the_newest()
    {
        const string hash = "da39a3ee5e6b4b0d3255bfef95601890afd80709";
        await UpdatedAsync(NewVersion(Old, Patient).Document(d => d.Slot(SlotNames.Hash, hash).Slot(SlotNames.Size, "0").Slot(SlotNames.RepositoryUniqueId, "1.2.3")));

        var again = SubmissionBuilder.OneDocument(Patient).Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, UniqueIdOf(Old)));
        var refused = await RegisterAsync(again);
        Assert.That(refused.ErrorCodes, Does.Contain("XDSNonIdenticalHash"));
        await RegisteredAsync(again.Document(d => d.Slot(SlotNames.Hash, hash).Slot(SlotNames.Size, "0")));
    }

    [Test]
    [Requirement("ITI-57:3.57.4.1.3.3.1.7")]
    public async Task A_document_can_be_given_to_another_patient()
    {
        var other = await NewPatientAsync();

        await UpdatedAsync(NewVersion(Old, other));

        Assert.That((await FindDocumentsAsync(other)).Single().Status, Is.EqualTo(Approved));
        Assert.That(await FindDocumentsAsync(Patient), Is.Empty);
    }

    [Test]
    public async Task Several_objects_are_updated_at_once()
    {
        var folder = await FolderHoldingAsync(Old);

        await UpdatedAsync(AddFolderVersion(NewVersion(Old, Patient), folder));

        var document = (await VersionsAsync(Old))[^1];
        var newFolder = (await FolderVersionsAsync(folder))[^1];
        Assert.That(await MembersAsync(newFolder), Is.EqualTo(new[] { document.Id }));
        Assert.That(await MembersAsync(folder), Is.EqualTo(new[] { Old.Id }), "What was stays as it was.");
    }

    [Test]
    public async Task One_operation_that_fails_undoes_all()
    {
        var other = await RegisteredEntryAsync(Patient);

        await RefusedAsync(
            AddStatus(NewVersion(Old, Patient), other.Id!, Deprecated, Approved), "XDSMetadataUpdateError", other.Id);
    }

    [TestCase(0, "XDSMetadataUpdateOperationError")]
    [TestCase(2, "XDSMetadataVersionError")]
    public async Task A_previous_version_that_is_not_the_newest_is_refused(int previous, string code) =>
        await RefusedAsync(NewVersion(Old, Patient, previous), code, previous == 0 ? SubmissionBuilder.DocumentId : Old.LogicalId);

    [Test]
    public async Task The_newest_version_counts_not_the_first()
    {
        await UpdatedAsync(NewVersion(Old, Patient));

        await RefusedAsync(NewVersion(Old, Patient), "XDSMetadataVersionError", Old.LogicalId);
        await UpdatedAsync(NewVersion(Old, Patient, previous: 2));
    }

    [Test]
    public async Task An_unknown_logicalID_is_refused()
    {
        var nobody = $"urn:uuid:{Guid.NewGuid()}";
        await RefusedAsync(NewVersion(Old, Patient).Document(d => d.LogicalId = nobody), "XDSMetadataVersionError", nobody);
    }

    [Test]
    public async Task A_version_is_no_logicalID()
    {
        await UpdatedAsync(NewVersion(Old, Patient));
        var second = (await VersionsAsync(Old))[^1].Id!;

        await RefusedAsync(NewVersion(Old, Patient, 2).Document(d => d.LogicalId = second), "XDSMetadataVersionError", second);
    }

    [TestCase(null)]
    [TestCase("Document01")]
    [TestCase("urn:uuid:not-one")]
    [Requirement("ITI-57:3.57.4.1.3.1")]
    public async Task What_has_no_logicalID_of_another_object_is_no_new_version(string? logicalId) =>
        await RefusedAsync(
            NewVersion(Old, Patient).Document(d => d.LogicalId = logicalId), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);

    [Test]
    public async Task A_first_version_is_submitted_by_ITI_42() =>
        await RefusedAsync(SubmissionBuilder.OneDocument(Patient), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);

    [Test]
    public async Task An_entry_that_is_not_linked_to_the_SubmissionSet_is_refused() =>
        await RefusedAsync(NewVersion(Old, Patient).Remove(Membership), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);

    [TestCase("soon")]
    [TestCase("-1")]
    [TestCase("1.0")]
    [Requirement("ITI-57:3.57.4.1.3.1.3.3")]
    public async Task PreviousVersion_is_a_number(string value) =>
        await RefusedAsync(
            NewVersion(Old, Patient).Change(Membership, a => a.Slot(SlotNames.PreviousVersion, value)), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);

    [TestCase("maybe")]
    [TestCase("YES")]
    [Requirement("ITI-57:3.57.4.1.3.1.3.4")]
    public async Task AssociationPropagation_is_yes_or_no(string value) =>
        await RefusedAsync(NewVersion(Old, Patient, propagation: value), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);

    [TestCase(SlotNames.OriginalStatus)]
    [TestCase(SlotNames.NewStatus)]
    public async Task Slots_of_another_operation_are_refused(string slot) =>
        await RefusedAsync(
            NewVersion(Old, Patient).Change(Membership, a => a.Slot(slot, Approved)), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);

    [Test]
    public async Task A_new_version_has_all_that_a_registration_asks() =>
        await RefusedAsync(NewVersion(Old, Patient).Document(d => d.Without(SlotNames.LanguageCode)), "XDSRegistryMetadataError", SubmissionBuilder.DocumentId);

    [Test]
    public async Task The_uniqueId_stays() =>
        await RefusedAsync(
            NewVersion(Old, Patient).Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, SubmissionBuilder.NewOid())),
            "XDSMetadataUpdateError",
            Old.LogicalId);

    [Test]
    public async Task The_objectType_stays() =>
        await RefusedAsync(
            NewVersion(Old, Patient).Document(d =>
            {
                d.ObjectType = SchemeUuids.OnDemandDocumentEntry;
                d.Without(SlotNames.CreationTime).Without(SlotNames.Hash).Without(SlotNames.Size);
            }),
            "XDSMetadataUpdateError",
            Old.LogicalId);

    [Test]
    public async Task A_document_does_not_become_a_folder()
    {
        var folder = await FolderHoldingAsync(Old);
        await RefusedAsync(NewFolderVersion(folder, Patient).Folder(f => f.LogicalId = Old.LogicalId), "XDSMetadataUpdateError", Old.LogicalId);
    }

    [Test]
    public async Task A_deprecated_entry_is_not_updated()
    {
        await UpdatedAsync(Status(Patient, Old.Id!, Approved, Deprecated));

        await RefusedAsync(NewVersion(Old, Patient), "XDSMetadataUpdateError", Old.LogicalId);

        await UpdatedAsync(Status(Patient, Old.Id!, Deprecated, Approved));
        await UpdatedAsync(NewVersion(Old, Patient));
    }

    [Test]
    public async Task Two_updates_of_one_object_in_a_submission_are_refused()
    {
        var update = NewVersion(Old, Patient).AddDocument("Document02").Change("Document02", d => d.LogicalId = Old.LogicalId)
            .Change($"{SubmissionBuilder.SetId}-Document02", a => a.Slot(SlotNames.PreviousVersion, "2"));
        await RefusedAsync(update, "XDSMetadataUpdateOperationError", Old.LogicalId);
    }

    [Test]
    public async Task A_new_version_and_a_status_of_one_object_are_refused()
    {
        await RefusedAsync(
            AddStatus(NewVersion(Old, Patient), SubmissionBuilder.DocumentId, Approved, Deprecated), "XDSMetadataUpdateOperationError", SubmissionBuilder.DocumentId);
        await RefusedAsync(AddStatus(NewVersion(Old, Patient), Old.Id!, Approved, Deprecated), "XDSMetadataUpdateOperationError", Old.Id);
    }

    [Test]
    public async Task A_SubmissionSet_is_not_updated() =>
        await RefusedAsync(
            SubmissionBuilder.Empty(Patient).AddAssociation(
                AssociationType.HasMember,
                SubmissionBuilder.SetId,
                SubmissionBuilder.SetId,
                change: a => a.Slot(SlotNames.SubmissionSetStatus, "Original").Slot(SlotNames.PreviousVersion, "1")),
            "XDSMetadataUpdateOperationError",
            SubmissionBuilder.SetId);

    [Test]
    public async Task An_update_without_operations_is_refused() =>
        await RefusedAsync(SubmissionBuilder.Empty(Patient), "XDSMetadataUpdateOperationError", SubmissionBuilder.SetId);

    [Test]
    public async Task An_Association_that_no_operation_submits_is_refused()
    {
        var other = await RegisteredEntryAsync(Patient);
        await RefusedAsync(
            NewVersion(Old, Patient, propagation: "no").AddAssociation(AssociationType.Append, SubmissionBuilder.DocumentId, other.Id!, "Stray"),
            "XDSMetadataUpdateOperationError",
            "Stray");
    }

    [Test]
    public async Task The_patient_of_the_SubmissionSet_is_the_new_versions()
    {
        var other = await NewPatientAsync();
        await RefusedAsync(
            NewVersion(Old, Patient).Document(d => d.Identifier(SchemeUuids.DocumentEntryPatientId, other)),
            "XDSPatientIDReconciliationError",
            SubmissionBuilder.DocumentId);
    }

    [Test]
    public async Task A_patient_that_was_never_fed_is_refused() =>
        await RefusedAsync(NewVersion(Old, UnknownPatient()), "XDSUnknownPatientId", null);

    [Test]
    public async Task A_known_SubmissionSet_uniqueId_is_refused()
    {
        var first = await RegisteredAsync(SubmissionBuilder.OneDocument(Patient));
        var taken = first[SubmissionBuilder.SetId].Build().Identifier(SchemeUuids.SubmissionSetUniqueId);
        await RefusedAsync(
            NewVersion(Old, Patient).Set(s => s.Identifier(SchemeUuids.SubmissionSetUniqueId, taken)), "XDSDuplicateUniqueIdInRegistry", taken);
    }

    [Test]
    public async Task A_new_versions_entryUUID_is_new()
    {
        var taken = (await RegisteredEntryAsync(Patient)).Id!;
        var update = SubmissionBuilder.Empty(Patient).AddDocument(taken)
            .Change(taken, d =>
            {
                d.LogicalId = Old.LogicalId;
                d.Identifier(SchemeUuids.DocumentEntryUniqueId, UniqueIdOf(Old));
            })
            .Change($"{SubmissionBuilder.SetId}-{taken}", a => a.Slot(SlotNames.PreviousVersion, "1"));
        await RefusedAsync(update, "XDSRegistryMetadataError", $"'{taken}' is already used");
    }

    [Test]
    [Requirement("ITI-62:3.62.4.1.3")]
    public async Task The_logicalID_of_versions_that_remain_is_not_the_entryUUID_of_another_object()
    {
        await UpdatedAsync(NewVersion(Old, Patient));
        var again = SubmissionBuilder.Empty(Patient).AddDocument(Old.Id!);

        await RemovedWithItsSubmissionAsync(Old.Id!);
        await RefusedAsync(() => RegisterAsync(again), "XDSRegistryMetadataError", $"'{Old.Id}' is the logicalID");

        await RemovedWithItsSubmissionAsync((await VersionsAsync(Old)).Single().Id!);
        await RegisteredAsync(again);
    }

    [Test]
    public async Task A_retry_gets_the_first_answer_and_changes_nothing()
    {
        var request = SoapRequest.Update(NewVersion(Old, Patient).Build());
        Assert.That((await Peer.PostAsync(Server.Registry, request)).Status, Is.EqualTo("Success"));
        var kept = Kept();

        Assert.That((await Peer.PostAsync(Server.Registry, request)).Status, Is.EqualTo("Success"));

        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task Of_updates_at_once_one_wins_and_the_others_learn_that_they_have_seen_an_old_version()
    {
        var updates = Enumerable.Range(0, 8).Select(_ => SoapRequest.Update(NewVersion(Old, Patient).Build())).ToList();

        var replies = await Task.WhenAll(updates.Select(update => Peer.PostAsync(Server.Registry, update)));

        Assert.That(replies.Count(r => r.Status == "Success"), Is.EqualTo(1));
        Assert.That(replies.Where(r => r.Status != "Success").Select(r => r.ErrorCodes), Is.All.EqualTo(new[] { "XDSMetadataVersionError" }));
        Assert.That(await VersionsAsync(Old), Has.Count.EqualTo(2));
    }

    [Test]
    [Requirement("ITI-57:3.57.5.1.2")]
    public async Task Every_update_is_audited_whether_it_succeeds_or_not()
    {
        var mark = AuditMark();

        await UpdateAsync(NewVersion(Old, Patient));
        await UpdateAsync(NewVersion(Old, Patient));
        await UpdateAsync(SubmissionBuilder.Empty(Patient));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-57 110107 U 0", "ITI-57 110107 U 8", "ITI-57 110107 U 8" }));
    }

    [Test]
    public async Task Who_asked_and_which_SubmissionSet_is_in_the_change_log()
    {
        await UpdatedAsync(NewVersion(Old, Patient));

        var changes = Server.Query(
            "SELECT action, changed_by, submission_row IS NOT NULL FROM change_log ORDER BY sequence DESC LIMIT 4",
            row => (row.GetInt32(0), row.GetString(1), row.GetBoolean(2)));
        Assert.That(changes.Select(c => c.Item1), Is.EqualTo(new[] { 2, 1, 4, 1 }));
        Assert.That(changes.Select(c => (c.Item2, c.Item3)), Is.All.EqualTo(("unknown/127.0.0.1", true)));
    }

    async Task RemovedWithItsSubmissionAsync(string entryUuid)
    {
        var membership = (await AllAssociationsAsync(entryUuid)).Single();
        var reply = await RemoveMetadataAsync(entryUuid, membership.Id!, membership.SourceObject!);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }
}
