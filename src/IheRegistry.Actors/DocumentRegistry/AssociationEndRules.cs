using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// The rules on what the ends of a submitted association are, when an end is an object of the registry
/// (ITI TF-3 4.2.2, TF-2 3.42.4.1.3).
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
            CheckKinds(association, source, target);
            // A SubmissionSet may refer to anything the registry has; the rest must be in force (ITI TF-2 3.42.4.1.3.4, 3.42.4.1.3.5).
            if (source.Kind != ObjectKind.SubmissionSet)
            {
                CheckApproved(association, source, "sourceObject");
                CheckApproved(association, target, "targetObject");
            }

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
        if (registry.Object(uuid) is { } known) return new End(known.Kind, known.PatientId, known.Status, known.OnDemand);
        errors.Add(
            XdsErrorCode.UnresolvedReferenceException,
            $"Association.{attribute} '{uuid}' is neither in the submission nor in the registry (ITI TF-2 3.42.4.1.3.5).",
            association.EntryUuid);
        return null;
    }

    void CheckKinds(Association association, End source, End target)
    {
        var fits = association.Type switch
        {
            AssociationType.HasMember => source.Kind switch
            {
                ObjectKind.SubmissionSet => target.Kind != ObjectKind.SubmissionSet,
                ObjectKind.Folder => target.Kind == ObjectKind.DocumentEntry,
                _ => false,
            },
            AssociationType.IsSnapshotOf => source is { Kind: ObjectKind.DocumentEntry, OnDemand: false }
                                            && target is { Kind: ObjectKind.DocumentEntry, OnDemand: true },
            _ => source.Kind == ObjectKind.DocumentEntry && target.Kind == ObjectKind.DocumentEntry,
        };
        if (fits) return;
        var isBetweenDocuments = source.Kind == ObjectKind.DocumentEntry && target.Kind == ObjectKind.DocumentEntry;
        errors.Add(
            // A relationship whose target is no DocumentEntry has none (ITI TF-2 3.42.4.1.3.5).
            association.Type == AssociationType.HasMember || isBetweenDocuments
                ? XdsErrorCode.XDSRegistryMetadataError
                : XdsErrorCode.UnresolvedReferenceException,
            $"An association of type {association.Type} cannot lead from a {source} to a {target} (ITI TF-3 table 4.2.2-1).",
            association.EntryUuid);
    }

    void CheckApproved(Association association, End end, string attribute)
    {
        if (end.Status == AvailabilityStatus.Approved) return;
        errors.Add(
            XdsErrorCode.XDSRegistryDeprecatedDocumentError,
            $"Association.{attribute} of a {association.Type} is a {end.Kind} that is deprecated (ITI TF-2 3.42.4.1.3.4, 3.42.4.1.3.5).",
            association.EntryUuid);
    }

    // A SubmissionSet may refer to what belongs to another patient, never contain it (ITI TF-3 4.2.2.1.2).
    void CheckSamePatient(Association association, End source, End target)
    {
        if (source.PatientId is null || target.PatientId is null || source.PatientId == target.PatientId) return;
        if (source.Kind == ObjectKind.SubmissionSet && association.Original == false) return;
        errors.Add(
            XdsErrorCode.XDSPatientIdDoesNotMatch,
            $"An association of type {association.Type} links a {source.Kind} and a {target.Kind} of different patients (ITI TF-2 3.42.4.1.3.3.2).",
            association.EntryUuid);
    }

    sealed record End(ObjectKind Kind, PatientId? PatientId, AvailabilityStatus Status, bool OnDemand)
    {
        internal static End New(ObjectKind kind, PatientId? patient, bool onDemand = false) =>
            new(kind, patient, AvailabilityStatus.Approved, onDemand);

        public override string ToString() => OnDemand ? "on-demand DocumentEntry" : Kind.ToString();
    }
}
