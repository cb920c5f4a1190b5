using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Updates;

/// <summary>What the tests of updates have in common.</summary>
public abstract class UpdateFixture : TransactionFixture
{
    /// <summary>availabilityStatus Approved.</summary>
    protected const string Approved = AvailabilityStatusUrn.Approved;

    /// <summary>availabilityStatus Deprecated.</summary>
    protected const string Deprecated = AvailabilityStatusUrn.Deprecated;

    /// <summary>id of the membership of the first document of a submission.</summary>
    protected const string Membership = $"{SubmissionBuilder.SetId}-{SubmissionBuilder.DocumentId}";

    /// <summary>id of the membership of the first folder of a submission.</summary>
    protected const string FolderMembership = $"{SubmissionBuilder.SetId}-{SubmissionBuilder.FolderId}";

    /// <summary>The id that submitted Associations have.</summary>
    protected const string SubmittedId = "Submitted01";

    /// <summary>The patient of the test.</summary>
    protected string Patient { get; private set; } = "";

    /// <summary>A registered document of that patient.</summary>
    protected RegistryObject Old { get; private set; } = null!;

    /// <summary>Registers the document.</summary>
    [SetUp]
    public async Task RegisterDocument()
    {
        Patient = await NewPatientAsync();
        Old = await RegisteredEntryAsync(Patient);
    }

    /// <summary>uniqueId of an entry.</summary>
    protected static string UniqueIdOf(RegistryObject entry) => entry.Identifier(SchemeUuids.DocumentEntryUniqueId)!;

    /// <summary>An update that makes a new version of an entry.</summary>
    protected static SubmissionBuilder NewVersion(RegistryObject entry, string patient, int previous = 1, string? propagation = null) =>
        SubmissionBuilder.OneDocument(patient)
            .Document(d =>
            {
                d.LogicalId = entry.LogicalId;
                d.Identifier(SchemeUuids.DocumentEntryUniqueId, UniqueIdOf(entry)).Title("Discharge summary, corrected");
            })
            .Change(Membership, a => Annotate(a, previous, propagation));

    /// <summary>An update that makes a new version of a folder.</summary>
    protected static SubmissionBuilder NewFolderVersion(RegistryObject folder, string patient, int previous = 1, string? propagation = null) =>
        AddFolderVersion(SubmissionBuilder.Empty(patient), folder, previous, propagation);

    /// <summary>Adds a new version of a folder to an update.</summary>
    protected static SubmissionBuilder AddFolderVersion(SubmissionBuilder update, RegistryObject folder, int previous = 1, string? propagation = null) =>
        update.AddFolder(SubmissionBuilder.FolderId)
            .Folder(f =>
            {
                f.LogicalId = folder.LogicalId;
                f.Identifier(SchemeUuids.FolderUniqueId, folder.Identifier(SchemeUuids.FolderUniqueId)).Title("Renamed");
            })
            .Change(FolderMembership, a => Annotate(a, previous, propagation));

    /// <summary>An update that changes a status.</summary>
    protected static SubmissionBuilder Status(string patient, string target, string original, string status) =>
        AddStatus(SubmissionBuilder.Empty(patient), target, original, status);

    /// <summary>Adds a change of status to an update.</summary>
    protected static SubmissionBuilder AddStatus(SubmissionBuilder update, string target, string original, string status) => update.AddAssociation(
        AssociationType.UpdateAvailabilityStatus,
        SubmissionBuilder.SetId,
        target,
        $"Status-{target}",
        a => a.Slot(SlotNames.OriginalStatus, original).Slot(SlotNames.NewStatus, status));

    /// <summary>An update that submits an Association.</summary>
    protected static SubmissionBuilder Submitted(string patient, AssociationType type, string source, string target) =>
        AddSubmitted(SubmissionBuilder.Empty(patient), type, source, target);

    /// <summary>Adds an Association to an update.</summary>
    protected static SubmissionBuilder AddSubmitted(SubmissionBuilder update, AssociationType type, string source, string target) => update
        .AddAssociation(type, source, target, SubmittedId)
        .AddAssociation(AssociationType.SubmitAssociation, SubmissionBuilder.SetId, SubmittedId, "Submit01");

    /// <summary>ITI-57.</summary>
    protected Task<SoapReply> UpdateAsync(SubmissionBuilder update) => Peer.PostAsync(Server.Registry, SoapRequest.Update(update.Build()));

    /// <summary>ITI-57, which must succeed.</summary>
    protected async Task UpdatedAsync(SubmissionBuilder update)
    {
        var reply = await UpdateAsync(update);
        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Success", Array.Empty<string>())), reply.ErrorText);
    }

    /// <summary>ITI-57, which must be refused with one kind of error that names an id, and store nothing.</summary>
    protected Task RefusedAsync(SubmissionBuilder update, string code, string? named) => RefusedAsync(() => UpdateAsync(update), code, named);

    /// <summary>A request that must be refused with one kind of error that names an id, and store nothing.</summary>
    protected async Task RefusedAsync(Func<Task<SoapReply>> request, string code, string? named)
    {
        var kept = Kept();
        var reply = await request();
        Assert.Multiple(() =>
        {
            Assert.That((reply.Status, reply.ErrorCodes.Distinct()), Is.EqualTo(("Failure", new[] { code })), reply.ErrorText);
            Assert.That(reply.ErrorText, Does.Contain(named ?? ""));
            Assert.That(Kept(), Is.EqualTo(kept));
        });
    }

    /// <summary>All versions of a document, oldest first.</summary>
    protected Task<IReadOnlyList<RegistryObject>> VersionsAsync(RegistryObject entry) =>
        VersionsAsync(StoredQueryIds.GetDocuments, ParameterNames.DocumentEntryLogicalId, entry.LogicalId!);

    /// <summary>All versions of a folder, oldest first.</summary>
    protected Task<IReadOnlyList<RegistryObject>> FolderVersionsAsync(RegistryObject folder) =>
        VersionsAsync(StoredQueryIds.GetFolders, ParameterNames.FolderLogicalId, folder.LogicalId!);

    /// <summary>The Associations at an object, of any status.</summary>
    protected async Task<IReadOnlyList<RegistryObject>> AllAssociationsAsync(string entryUuid) =>
        (await QueryAsync(
            StoredQueryIds.GetAssociations,
            (ParameterNames.Uuid, $"('{entryUuid}')"),
            (ParameterNames.MetadataLevel, "2"),
            (ParameterNames.AssociationStatus, $"('{Approved}','{Deprecated}')"))).Objects;

    /// <summary>A registered folder that holds the document.</summary>
    protected async Task<RegistryObject> FolderHoldingAsync(RegistryObject entry)
    {
        var submission = await RegisteredAsync(SubmissionBuilder.Empty(Patient)
            .AddFolder(SubmissionBuilder.FolderId)
            .AddToFolder(SubmissionBuilder.FolderId, entry.Id!));
        return await FolderAsync(submission[SubmissionBuilder.FolderId].Build().Identifier(SchemeUuids.FolderUniqueId)!);
    }

    /// <summary>The members of a folder by its approved Associations.</summary>
    protected async Task<IReadOnlyList<string>> MembersAsync(RegistryObject folder) =>
        [.. (await AllAssociationsAsync(folder.Id!)).Where(a => a.SourceObject == folder.Id && a.Status == Approved).Select(a => a.TargetObject!)];

    async Task<IReadOnlyList<RegistryObject>> VersionsAsync(string query, string parameter, string logicalId)
    {
        var reply = await QueryAsync(query, (parameter, $"('{logicalId}')"), (ParameterNames.MetadataLevel, "2"));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return [.. reply.Objects.OrderBy(o => int.Parse(o.VersionName!, System.Globalization.CultureInfo.InvariantCulture))];
    }

    static void Annotate(ObjectBuilder membership, int previous, string? propagation)
    {
        membership.Slot(SlotNames.PreviousVersion, previous.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (propagation is not null) membership.Slot(SlotNames.AssociationPropagation, propagation);
    }
}
