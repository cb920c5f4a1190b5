using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// The rules on one Association that an update submits (Submit Associations, ITI TF-2 3.57.4.1.3.3.6): between registered objects, or new
/// versions of them, that are approved and stay so; a Folder's member or a relationship of documents; of one patient; not there already.
/// </summary>
sealed class SubmittedAssociationRules(MetadataUpdate update, RegistrySnapshot registry, Association association, ErrorList errors)
{
    internal void Check()
    {
        var source = Resolve(association.Source, "sourceObject");
        var target = Resolve(association.Target, "targetObject");
        if (source is null || target is null) return;
        CheckKinds(source, target);
        CheckApproved(source, "sourceObject");
        CheckApproved(target, "targetObject");
        if (source.PatientId != target.PatientId && source.PatientId is not null && target.PatientId is not null)
            errors.Add(
                XdsErrorCode.XDSPatientIDReconciliationError,
                $"{Name} links objects of different patients (ITI TF-2 3.57.4.1.3.3.6.7).",
                association.EntryUuid);
        if (IsThere()) Refuse("is there already, and approved");
    }

    string Name => $"Association '{association.EntryUuid}', {association.Type} from '{association.Source}' to '{association.Target}',";

    End? Resolve(string uuid, string attribute)
    {
        if (update.Versions.FirstOrDefault(v => v.EntryUuid == uuid) is { } version)
            return new End(version.Kind, version.PatientId, IsApproved: true, version.OnDemand, IsNew: true);
        if (registry.Object(uuid) is { } known) return new End(known.Kind, known.PatientId, StaysApproved(known), known.OnDemand, IsNew: false);
        Refuse($"names a {attribute} '{uuid}' that the registry does not have");
        return null;
    }

    // What other operations of the same submission do to it counts.
    bool StaysApproved(KnownObject known) =>
        known.Status == AvailabilityStatus.Approved
        && !update.Statuses.Any(s => s.Target == known.EntryUuid)
        && !update.Versions.Any(v => v.LogicalId == known.LogicalId);

    void CheckKinds(End source, End target)
    {
        if (association.Type == AssociationType.HasMember)
        {
            if (source.Kind != ObjectKind.Folder) Refuse($"gives a {source.Kind} a member: only a Folder gets one");
            if (target.Kind != ObjectKind.DocumentEntry) Refuse($"makes a {target.Kind} a member of a Folder, which holds DocumentEntries");
            return;
        }

        if (source.Kind != ObjectKind.DocumentEntry || target.Kind != ObjectKind.DocumentEntry)
            Refuse($"relates a {source.Kind} to a {target.Kind}: only documents are related");
        else if (association.Type == AssociationType.IsSnapshotOf && (source.OnDemand || !target.OnDemand))
            Refuse("is no snapshot: that is a stable DocumentEntry of an on-demand one");
        else if (association.Type.Replaces() && target.IsNew)
            Refuse("replaces a version that this submission makes");
        else if (association.Type == AssociationType.Append && registry.IsTransformation(association.Target))
            Refuse("appends to a transformation, to which nothing is appended");
    }

    void CheckApproved(End end, string attribute)
    {
        if (!end.IsApproved) Refuse($"has as {attribute} a {end.Kind} that is deprecated, or is when this update is done");
    }

    bool IsThere() => registry.ApprovedAssociationsOf(association.Source)
        .Any(a => a.Type == association.Type && a.Source.EntryUuid == association.Source && a.Target.EntryUuid == association.Target)
        || update.Associations.Any(a => a != association && a.Type == association.Type && a.Source == association.Source && a.Target == association.Target);

    void Refuse(string problem) =>
        errors.Add(XdsErrorCode.XDSMetadataUpdateError, $"{Name} {problem} (ITI TF-2 3.57.4.1.3.3.6).", association.EntryUuid);

    sealed record End(ObjectKind Kind, PatientId? PatientId, bool IsApproved, bool OnDemand, bool IsNew);
}
