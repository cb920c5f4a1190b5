using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// The rules on the Associations that an update submits (Submit Associations, ITI TF-2 3.57.4.1.3.3.6): between registered objects, or new
/// versions of them, that are approved and stay so; a Folder's member or a relationship of documents; of one patient; not there already.
/// </summary>
/// <remarks>Every other write waits while these rules run, and an update may submit very many: what is asked of each is a lookup.</remarks>
sealed class SubmittedAssociationRules(MetadataUpdate update, RegistrySnapshot registry, ErrorList errors)
{
    readonly PatientId _patient = update.Submission.SubmissionSet.PatientId;
    readonly Dictionary<string, NewVersion> _versions = update.Versions.ToDictionary(v => v.EntryUuid);
    readonly HashSet<string> _superseded = [.. update.Versions.Select(v => v.LogicalId)];
    readonly HashSet<string> _changed = [.. update.Statuses.Select(s => s.Target)];
    readonly HashSet<string> _replaced = Replaced(update, registry);
    readonly HashSet<(AssociationType Type, string Source, string Target)> _there =
        [.. update.Associations.Select(a => a.Source).Distinct().SelectMany(registry.ApprovedAssociationsOf).Select(a => (a.Type, a.Source.EntryUuid, a.Target.EntryUuid))];

    internal void Check()
    {
        foreach (var association in update.Associations) Check(association);
    }

    // A replacement deprecates what it replaces with all that hangs on that (ITI TF-2 3.42.4.1.3.5).
    static HashSet<string> Replaced(MetadataUpdate update, RegistrySnapshot registry) =>
    [
        .. update.Associations
            .Where(a => a.Type.Replaces())
            .SelectMany(a => registry.DependentsOf(a.Target).Select(d => d.EntryUuid).Prepend(a.Target)),
    ];

    void Check(Association association)
    {
        var source = Resolve(association, association.Source, "sourceObject", isReplaced: false);
        var target = Resolve(association, association.Target, "targetObject", association.Type.Replaces());
        if (source is null || target is null) return;
        CheckKinds(association, source, target);
        CheckApproved(association, source, "sourceObject");
        CheckApproved(association, target, "targetObject");
        CheckPatient(association, source, target);
        if (!_there.Add((association.Type, association.Source, association.Target))) Refuse(association, "is there already, and approved");
    }

    End? Resolve(Association association, string uuid, string attribute, bool isReplaced)
    {
        if (_versions.TryGetValue(uuid, out var version)) return new End(version.Kind, version.PatientId, IsApproved: true, version.OnDemand, IsNew: true);
        if (registry.Object(uuid) is { } known)
            return new End(known.Kind, known.PatientId, StaysApproved(known, isReplaced), known.OnDemand, IsNew: false);
        Refuse(association, $"names a {attribute} '{uuid}' that the registry does not have");
        return null;
    }

    // What other operations of the same submission do to it counts.
    bool StaysApproved(KnownObject known, bool isReplaced) =>
        known.Status == AvailabilityStatus.Approved
        && !_changed.Contains(known.EntryUuid)
        && !_superseded.Contains(known.LogicalId)
        && (isReplaced || !_replaced.Contains(known.EntryUuid));

    void CheckKinds(Association association, End source, End target)
    {
        if (association.Type == AssociationType.HasMember)
        {
            if (source.Kind != ObjectKind.Folder) Refuse(association, $"gives a {source.Kind} a member: only a Folder gets one");
            if (target.Kind != ObjectKind.DocumentEntry) Refuse(association, $"makes a {target.Kind} a member of a Folder, which holds DocumentEntries");
            return;
        }

        if (source.Kind != ObjectKind.DocumentEntry || target.Kind != ObjectKind.DocumentEntry)
            Refuse(association, $"relates a {source.Kind} to a {target.Kind}: only documents are related");
        else if (association.Type == AssociationType.IsSnapshotOf && (source.OnDemand || !target.OnDemand))
            Refuse(association, "is no snapshot: that is a stable DocumentEntry of an on-demand one");
        else if (association.Type.Replaces() && target.IsNew)
            Refuse(association, "replaces a version that this submission makes");
        else if (association.Type == AssociationType.Append && registry.IsTransformation(association.Target))
            Refuse(association, "appends to a transformation, to which nothing is appended");
    }

    void CheckApproved(Association association, End end, string attribute)
    {
        if (!end.IsApproved) Refuse(association, $"has as {attribute} a {end.Kind} that is deprecated, or is when this update is done");
    }

    void CheckPatient(Association association, End source, End target)
    {
        if ((source.PatientId ?? _patient) == _patient && (target.PatientId ?? _patient) == _patient) return;
        errors.Add(
            XdsErrorCode.XDSPatientIDReconciliationError,
            $"{Name(association)} links objects of other patients than the SubmissionSet's (ITI TF-2 3.57.4.1.3.3.6.7).",
            association.EntryUuid);
    }

    void Refuse(Association association, string problem) =>
        errors.Add(XdsErrorCode.XDSMetadataUpdateError, $"{Name(association)} {problem} (ITI TF-2 3.57.4.1.3.3.6).", association.EntryUuid);

    static string Name(Association association) =>
        $"Association '{association.EntryUuid}', {association.Type} from '{association.Source}' to '{association.Target}',";

    sealed record End(ObjectKind Kind, PatientId? PatientId, bool IsApproved, bool OnDemand, bool IsNew);
}
