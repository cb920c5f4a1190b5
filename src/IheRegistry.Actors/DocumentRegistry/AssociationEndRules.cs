using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// The rules on the ends of a submitted association when an end is an object of the registry (ITI TF-3 4.2.2,
/// TF-2 3.42.4.1.3.3.2 to 3.42.4.1.3.5). What can be said without the registry has been said before.
/// </summary>
sealed class AssociationEndRules(Submission submission, RegistrySnapshot registry, ErrorList errors)
{
    readonly Dictionary<string, End> _submitted = SubmittedEnds(submission);

    internal void Check()
    {
        foreach (var association in submission.Associations)
        {
            var source = Resolve(association, association.Source, "sourceObject");
            var target = Resolve(association, association.Target, "targetObject");
            if (source is null || target is null) continue;
            if (association.Type == AssociationType.HasMember) CheckMembership(association, source, target);
            else CheckRelationship(association, target);
            CheckApproved(association, source, "sourceObject");
            CheckApproved(association, target, "targetObject");
            CheckSamePatient(association, source, target);
        }
    }

    static Dictionary<string, End> SubmittedEnds(Submission submission)
    {
        var ends = new Dictionary<string, End>
        {
            [submission.SubmissionSet.EntryUuid] = End.New(ObjectKind.SubmissionSet, submission.SubmissionSet.PatientId),
        };
        foreach (var entry in submission.DocumentEntries) ends[entry.EntryUuid] = End.New(ObjectKind.DocumentEntry, entry.PatientId, entry.OnDemand);
        foreach (var folder in submission.Folders) ends[folder.EntryUuid] = End.New(ObjectKind.Folder, folder.PatientId);
        foreach (var association in submission.Associations) ends[association.EntryUuid] = End.New(ObjectKind.Association, null);
        return ends;
    }

    End? Resolve(Association association, string uuid, string attribute)
    {
        if (_submitted.TryGetValue(uuid, out var end)) return end;
        if (registry.Object(uuid) is { } known) return new End(known.Kind, known.PatientId, known.Status, known.OnDemand, IsNew: false);
        errors.Add(
            XdsErrorCode.UnresolvedReferenceException,
            $"Association.{attribute} '{uuid}' is neither in the submission nor in the registry (ITI TF-2 3.42.4.1.3.5).",
            association.EntryUuid);
        return null;
    }

    // New Folders and memberships are members of their own SubmissionSet; of what is registered, documents may be referred to.
    void CheckMembership(Association association, End source, End target)
    {
        if (source is { Kind: ObjectKind.SubmissionSet, IsNew: false })
            Refuse(association, "no association leads from a SubmissionSet that was registered before", "ITI TF-3 4.2.1.2");
        else if (source.Kind is not (ObjectKind.SubmissionSet or ObjectKind.Folder))
            Refuse(association, $"a {source.Kind} has no members", "ITI TF-3 4.2.2.1");
        else if (target.Kind != ObjectKind.DocumentEntry && !(source.Kind == ObjectKind.SubmissionSet && target.IsNew))
            Refuse(association, $"a {target.Kind} of the registry cannot become a member of a {source.Kind}", "ITI TF-3 4.2.2.1");
    }

    void CheckRelationship(Association association, End target)
    {
        if (target.Kind != ObjectKind.DocumentEntry)
        {
            errors.Add(
                XdsErrorCode.UnresolvedReferenceException,
                $"Association.targetObject '{association.Target}' of a {association.Type} is no DocumentEntry, but a {target.Kind} (ITI TF-2 3.42.4.1.3.5).",
                association.EntryUuid);
        }
        else if (association.Type == AssociationType.IsSnapshotOf && !target.OnDemand)
        {
            Refuse(association, "a snapshot is of an on-demand DocumentEntry, not of a stable one", "ITI TF-2 3.42.4.1.3.5");
        }
        else if (association.Type == AssociationType.Append && IsTransformation(association.Target))
        {
            Refuse(association, "nothing is appended to a transformation", "ITI TF-3 4.2.2.2.1");
        }
    }

    bool IsTransformation(string document) =>
        registry.IsTransformation(document)
        || submission.Associations.Any(a => a.Type == AssociationType.Transform && a.Source == document);

    // Once deprecated, a document takes part in no new association, not even by reference (ITI TF-3 4.2.2).
    void CheckApproved(Association association, End end, string attribute)
    {
        if (end.Status == AvailabilityStatus.Approved) return;
        errors.Add(
            XdsErrorCode.XDSRegistryDeprecatedDocumentError,
            $"{Ends(association)} has a {end.Kind} as {attribute} that is deprecated (ITI TF-2 3.42.4.1.3.4, 3.42.4.1.3.5, TF-3 4.2.2).",
            association.EntryUuid);
    }

    // A SubmissionSet may refer to a document of another patient, never contain one (ITI TF-3 4.2.2.1.1). Whose the registered object is
    // is not for its id to find out.
    void CheckSamePatient(Association association, End source, End target)
    {
        if (source.PatientId is null || target.PatientId is null || source.PatientId == target.PatientId) return;
        if (source.Kind == ObjectKind.SubmissionSet && association.Original == false) return;
        errors.Add(
            XdsErrorCode.XDSPatientIdDoesNotMatch,
            $"{Ends(association)} links a {source.Kind} and a {target.Kind} of different patients (ITI TF-2 3.42.4.1.3.3.2, 3.42.4.1.3.5).",
            association.EntryUuid);
    }

    void Refuse(Association association, string problem, string rule) =>
        errors.Add(XdsErrorCode.XDSRegistryMetadataError, $"{Ends(association)}: {problem} ({rule}).", association.EntryUuid);

    static string Ends(Association association) => $"{association.Type} from '{association.Source}' to '{association.Target}'";

    sealed record End(ObjectKind Kind, PatientId? PatientId, AvailabilityStatus Status, bool OnDemand, bool IsNew)
    {
        internal static End New(ObjectKind kind, PatientId? patient, bool onDemand = false) =>
            new(kind, patient, AvailabilityStatus.Approved, onDemand, IsNew: true);
    }
}
