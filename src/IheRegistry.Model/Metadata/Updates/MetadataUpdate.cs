using IheRegistry.Model.Rules;

namespace IheRegistry.Model.Metadata.Updates;

/// <summary>An update that has passed the rules that need no registry: its SubmissionSet and its operations (ITI TF-2 3.57.4.1.3.1).</summary>
/// <param name="Submission">All that was submitted.</param>
/// <param name="Versions">New versions of DocumentEntries and Folders.</param>
/// <param name="Statuses">Changes of availabilityStatus.</param>
/// <param name="Associations">New Associations; their ends are entryUUIDs of the registry or of new versions.</param>
public sealed record MetadataUpdate(
    Submission Submission, IReadOnlyList<NewVersion> Versions, IReadOnlyList<StatusUpdate> Statuses, IReadOnlyList<Association> Associations)
{
    const string No = "no";

    /// <summary>Takes a submission that has passed the rules apart.</summary>
    public static MetadataUpdate Of(Submission submission)
    {
        var set = submission.SubmissionSet.EntryUuid;
        var memberships = submission.Associations.Where(a => a.Type == AssociationType.HasMember && a.Source == set).ToDictionary(a => a.Target);
        return new MetadataUpdate(
            submission,
            [
                .. submission.DocumentEntries.Select(e => VersionOf(
                    memberships[e.EntryUuid], new(ObjectKind.DocumentEntry, e.EntryUuid, e.LogicalId, e.UniqueId, e.PatientId, e.OnDemand, 0, Propagates: true))),
                .. submission.Folders.Select(f => VersionOf(
                    memberships[f.EntryUuid], new(ObjectKind.Folder, f.EntryUuid, f.LogicalId, f.UniqueId, f.PatientId, OnDemand: false, 0, Propagates: true))),
            ],
            [.. submission.Associations.Where(a => a.Type == AssociationType.UpdateAvailabilityStatus).Select(StatusOf)],
            [.. submission.Associations.Where(a => IsNew(a, set))]);
    }

    /// <summary>What is kept of the submission: all but the operations themselves, whose effects are kept.</summary>
    public Submission Kept => Submission with
    {
        Associations = [.. Submission.Associations.Where(a => a.Type is not (AssociationType.UpdateAvailabilityStatus or AssociationType.SubmitAssociation))],
    };

    static NewVersion VersionOf(Association membership, NewVersion version) => version with
    {
        PreviousVersion = UpdateOperationRules.VersionOf(membership.Object.SlotValue(SlotNames.PreviousVersion))!.Value,
        Propagates = membership.Object.SlotValue(SlotNames.AssociationPropagation) != No,
    };

    static StatusUpdate StatusOf(Association association) => new(
        association.Target,
        AvailabilityStatusUrn.Parse(association.Object.SlotValue(SlotNames.OriginalStatus))!.Value,
        AvailabilityStatusUrn.Parse(association.Object.SlotValue(SlotNames.NewStatus))!.Value);

    static bool IsNew(Association association, string set) =>
        association.Type is not (AssociationType.UpdateAvailabilityStatus or AssociationType.SubmitAssociation)
        && !(association.Type == AssociationType.HasMember && association.Source == set);
}
