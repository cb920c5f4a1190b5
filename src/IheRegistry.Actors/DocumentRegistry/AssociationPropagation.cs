using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// What new versions take over from the versions that they supersede (AssociationPropagation, ITI TF-2 3.57.4.1.3.3.1.5 and .3.5): a
/// DocumentEntry its places in approved Folders and its relationships, a Folder its approved DocumentEntries. The old Associations stay,
/// as they do when a document is replaced. Where both ends get a new version, the new versions are linked, once.
/// </summary>
/// <param name="Associations">New Associations: what was taken over, and the SubmissionSet's to each membership among it.</param>
/// <param name="Folders">Folders of the registry that gain a new version of a document.</param>
/// <param name="Conflicts">New versions that would be linked to another patient's object.</param>
sealed record AssociationPropagation(
    IReadOnlyList<Association> Associations, IReadOnlyList<KnownObject> Folders, IReadOnlyList<(NewVersion Version, KnownObject Other)> Conflicts)
{
    internal static AssociationPropagation Of(MetadataUpdate update, RegistrySnapshot registry)
    {
        var successors = new Dictionary<long, NewVersion>();
        foreach (var version in update.Versions)
            if (registry.Newest(version.LogicalId) is { } newest) successors.TryAdd(newest.Row, version);

        var associations = new List<Association>();
        var folders = new Dictionary<long, KnownObject>();
        var conflicts = new List<(NewVersion, KnownObject)>();
        var done = new HashSet<long>();
        var deprecated = update.Statuses.Where(s => s.New == AvailabilityStatus.Deprecated).Select(s => s.Target).ToHashSet();
        foreach (var (row, version) in successors)
        {
            if (!version.Propagates) continue;
            foreach (var association in registry.ApprovedAssociationsOf(registry.Newest(version.LogicalId)!.EntryUuid))
            {
                var other = association.Source.Row == row ? association.Target : association.Source;
                var successor = successors.GetValueOrDefault(other.Row);
                if (deprecated.Contains(association.Object.EntryUuid) || !IsTakenOver(association, other, successor) || !done.Add(association.Object.Row)) continue;
                if ((successor?.PatientId ?? other.PatientId) != version.PatientId) conflicts.Add((version, other));
                Add(association, associations, update.Submission.SubmissionSet, successors);
                if (other.Kind == ObjectKind.Folder && successor is null) folders[other.Row] = other;
            }
        }

        return new AssociationPropagation(associations, [.. folders.Values], conflicts);
    }

    // What links a SubmissionSet to its content is history. Whatever else was superseded or has left use stays as it was, but a new
    // version of a replacement still replaces what was deprecated by it.
    static bool IsTakenOver(KnownAssociation association, KnownObject other, NewVersion? successor)
    {
        if (association.Source.Kind is not (ObjectKind.DocumentEntry or ObjectKind.Folder) || other.IsSuperseded) return false;
        if (successor is { Propagates: false }) return false;
        return association.Type != AssociationType.HasMember || other.Status == AvailabilityStatus.Approved;
    }

    static void Add(
        KnownAssociation association, List<Association> associations, SubmissionSet set, Dictionary<long, NewVersion> successors)
    {
        var uuid = EntryUuid.New();
        var taken = AssociationMapping.Read(FragmentDecoder.Decode(association.Fragment.Span) with
        {
            Id = uuid,
            LogicalId = uuid,
            SourceObject = successors.GetValueOrDefault(association.Source.Row)?.EntryUuid ?? association.Source.EntryUuid,
            TargetObject = successors.GetValueOrDefault(association.Target.Row)?.EntryUuid ?? association.Target.EntryUuid,
        });
        taken = taken with { Object = WithOwnClassifications(taken.Object, uuid) };
        associations.Add(taken);
        if (taken.Type == AssociationType.HasMember) associations.Add(HasMember.Of(set.EntryUuid, uuid, original: true));
    }

    static RegistryObject WithOwnClassifications(RegistryObject item, string uuid) => item with
    {
        Classifications = [.. item.Classifications.Select(c => c with { Id = EntryUuid.New(), ClassifiedObject = uuid })],
    };
}
