using System.Globalization;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Sequences;

/// <summary>A request with what the model expects of it. Other transactions join by a row in <see cref="Kinds"/>.</summary>
/// <param name="Send">Sends it.</param>
/// <param name="Expected">The codes of the errors by which it is refused; none when it is accepted.</param>
/// <param name="Apply">What becomes of the model when it is accepted.</param>
sealed record Step(Func<FedRegistry, Task<RegistryResponse>> Send, IReadOnlyList<XdsErrorCode> Expected, Action Apply)
{
    /// <summary>The steps there are; the numbers choose the object and what is done to it.</summary>
    public static readonly Func<RegistryModel, int, int, Step>[] Kinds =
    [
        (model, _, _) => Submit(model, null),
        (model, index, _) => Submit(model, model.Document(index)),
        (model, index, choice) => Update(model, model.Document(index), choice),
        (model, index, choice) => Update(model, model.Document(index), choice),
        (model, _, choice) => Update(model, model.Folder, choice),
        (model, index, _) => PutIntoFolder(model, model.Document(index)),
        (model, index, choice) => ChangeStatus(model.Document(index), choice),
        (model, _, choice) => ChangeStatus(model.Folder, choice),
    ];

    /// <summary>The folder with one document, with which a sequence begins.</summary>
    public static Step Begin(RegistryModel model)
    {
        var document = new ModelObject();
        return new Step(
            registry => registry.RegisterAsync(AddFolder(Add(SubmissionBuilder.Empty(FedRegistry.Ada), document, document.LogicalId), model.Folder, model.Folder.LogicalId)
                .AddToFolder(model.Folder.LogicalId, document.LogicalId)),
            [],
            () =>
            {
                (document.EntryUuid, model.Folder.EntryUuid) = (document.LogicalId, model.Folder.LogicalId);
                model.Register(document);
                model.Members.Add(document);
            });
    }

    static Step Submit(RegistryModel model, ModelObject? replaced)
    {
        var document = new ModelObject();
        document.EntryUuid = document.LogicalId;
        var submission = Add(SubmissionBuilder.Empty(FedRegistry.Ada), document, document.EntryUuid);
        if (replaced is not null) submission.AddAssociation(AssociationType.Replace, document.EntryUuid, replaced.EntryUuid);
        return new Step(
            registry => registry.RegisterAsync(submission),
            Codes((replaced is { IsApproved: false }, XdsErrorCode.XDSRegistryDeprecatedDocumentError)),
            () => model.Register(document, replaced));
    }

    static Step Update(RegistryModel model, ModelObject item, int choice)
    {
        var (propagates, isSeen, version) = (choice % 2 == 0, choice % 5 != 0, ModelObject.NewUuid());
        var update = SubmissionBuilder.Empty(FedRegistry.Ada);
        update = item == model.Folder ? AddFolder(update, item, version) : Add(update, item, version);
        update[version].LogicalId = item.LogicalId;
        update[$"{SubmissionBuilder.SetId}-{version}"]
            .Slot(SlotNames.PreviousVersion, (item.Version + (isSeen ? 0 : 1)).ToString(CultureInfo.InvariantCulture))
            .Slot(SlotNames.AssociationPropagation, propagates ? "yes" : "no");
        return new Step(
            registry => registry.UpdateAsync(update),
            Codes((!isSeen, XdsErrorCode.XDSMetadataVersionError), (!item.IsApproved, XdsErrorCode.XDSMetadataUpdateError)),
            () => model.Supersede(item, version, propagates));
    }

    static Step PutIntoFolder(RegistryModel model, ModelObject document)
    {
        var update = SubmissionBuilder.Empty(FedRegistry.Ada)
            .AddAssociation(AssociationType.HasMember, model.Folder.EntryUuid, document.EntryUuid, "Membership")
            .AddAssociation(AssociationType.SubmitAssociation, SubmissionBuilder.SetId, "Membership", "Submit");
        return new Step(
            registry => registry.UpdateAsync(update),
            Codes((!model.Folder.IsApproved || !document.IsApproved || model.Members.Contains(document), XdsErrorCode.XDSMetadataUpdateError)),
            () => model.Members.Add(document));
    }

    static Step ChangeStatus(ModelObject item, int choice)
    {
        var isSeenApproved = choice % 3 == 0 ? !item.IsApproved : item.IsApproved;
        var update = SubmissionBuilder.Empty(FedRegistry.Ada).AddAssociation(
            AssociationType.UpdateAvailabilityStatus,
            SubmissionBuilder.SetId,
            item.EntryUuid,
            "Status",
            a => a.Slot(SlotNames.OriginalStatus, Urn(isSeenApproved)).Slot(SlotNames.NewStatus, Urn(!isSeenApproved)));
        return new Step(
            registry => registry.UpdateAsync(update),
            Codes((isSeenApproved != item.IsApproved, XdsErrorCode.XDSMetadataUpdateError)),
            () => item.IsApproved = !item.IsApproved);
    }

    static SubmissionBuilder Add(SubmissionBuilder submission, ModelObject document, string id) => submission.AddDocument(id)
        .Change(id, d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, document.UniqueId));

    static SubmissionBuilder AddFolder(SubmissionBuilder submission, ModelObject folder, string id) => submission.AddFolder(id)
        .Change(id, f => f.Identifier(SchemeUuids.FolderUniqueId, folder.UniqueId));

    static string Urn(bool isApproved) => (isApproved ? AvailabilityStatus.Approved : AvailabilityStatus.Deprecated).ToUrn();

    static XdsErrorCode[] Codes(params (bool IsRefused, XdsErrorCode Code)[] rules) => [.. rules.Where(r => r.IsRefused).Select(r => r.Code)];
}
