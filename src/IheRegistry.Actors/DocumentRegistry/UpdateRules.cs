using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Model.Rules;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The rules of Update Document Set that need the registry's state (ITI TF-2 3.57.4.1.3); codeContext names the object at fault.</summary>
sealed class UpdateRules(MetadataUpdate update, RegistrySnapshot registry, UpdateErrorCodes codes, ErrorList errors)
{
    // The approved Associations of an update: those that it submits, and those that it approves again.
    readonly HashSet<(AssociationType Type, string Source, string Target)> _approved =
        [.. update.Associations.Select(a => (a.Type, a.Source, a.Target))];

    readonly HashSet<string> _versioned = [.. update.Versions.Select(v => v.LogicalId)];

    // What replacements of the same update deprecate beside what they replace, and the Folders in which they take its place.
    readonly HashSet<long> _replaced =
    [
        .. update.Associations
            .Where(a => a.Type.Replaces())
            .SelectMany(a => registry.DependentsOf(a.Target).Concat(registry.FoldersOf(a.Target)))
            .Select(item => item.Row),
    ];

    /// <summary>What these rules, and the effects of an update, want to know of the registry.</summary>
    internal static RegistryLookup Lookup(MetadataUpdate update)
    {
        var lookup = RegistrationRules.Lookup(update.Kept);
        var ends = update.Associations.SelectMany(a => new[] { a.Source, a.Target });
        return lookup with
        {
            UniqueIds = [update.Submission.SubmissionSet.UniqueId],
            LogicalIds = [.. lookup.LogicalIds.Concat(update.Versions.Select(v => v.LogicalId)).Distinct()],
            Touched = [.. update.Statuses.Select(s => s.Target).Concat(ends).Distinct()],
        };
    }

    internal void Check(AssociationPropagation propagation)
    {
        var submission = update.Submission;
        RegistrationRules.CheckPatient(submission, registry, errors);
        RegistrationRules.CheckEntryUuids(submission, registry, errors);
        RegistrationRules.CheckSubmissionSetUniqueId(submission.SubmissionSet, registry, errors);
        foreach (var version in update.Versions) CheckVersion(version);
        foreach (var (version, other) in propagation.Conflicts) CheckPropagation(version, other);
        foreach (var status in update.Statuses) CheckStatus(status);
        new SubmittedAssociationRules(update, registry, errors).Check();
    }

    void CheckVersion(NewVersion version)
    {
        var name = $"{version.Kind} '{version.EntryUuid}' of logicalID '{version.LogicalId}'";
        if (registry.Newest(version.LogicalId) is not { } newest)
        {
            Add(XdsErrorCode.XDSMetadataVersionError, $"{name}: the registry has no object of this logicalID (ITI TF-2 3.57.4.1.3.3.1.3).");
            return;
        }

        if (newest.Kind != version.Kind)
        {
            Add(codes.ObjectType, $"{name}: the object of this logicalID is a {newest.Kind} (ITI TF-2 3.57.4.1.3.3.1.3).");
            return;
        }

        if (newest.Version != version.PreviousVersion)
            Add(
                XdsErrorCode.XDSMetadataVersionError,
                $"{name}: PreviousVersion {version.PreviousVersion} is not the newest, which is {newest.Version} (ITI TF-2 3.57.4.1.3.3.1.3).");
        if (newest.Status != AvailabilityStatus.Approved)
            Add(codes.State, $"{name}: its newest version is {newest.Status}, and only an approved one is updated (ITI TF-2 3.57.4.1.3.3.1.3).");
        if (newest.UniqueId != version.UniqueId)
            Add(codes.Identifier, $"{name}: uniqueId '{version.UniqueId}' is not that of the versions before (ITI TF-2 3.57.4.1.3.3.1.3).");
        if (newest.OnDemand != version.OnDemand) Add(codes.ObjectType, $"{name}: objectType is not that of the versions before (ITI TF-2 3.57.4.1.3.3.1.3).");
        if (_replaced.Contains(newest.Row))
            Add(codes.Undecodable, $"{name}: a replacement of the submission changes it, too, and only one operation may work on an object (ITI TF-2 3.57.4.1.3.1).");

        void Add(XdsErrorCode code, string context) => errors.Add(code, context, version.EntryUuid);
    }

    // Whose the other object is is not for its id to find out.
    void CheckPropagation(NewVersion version, KnownObject other) => errors.Add(
        XdsErrorCode.XDSPatientIDReconciliationError,
        $"{version.Kind} '{version.EntryUuid}' of logicalID '{version.LogicalId}' would take over an Association with {other.Kind} '{other.EntryUuid}'"
        + " of another patient; update that too, or do not propagate Associations (ITI TF-2 3.57.4.1.3.3.1.7).",
        version.EntryUuid);

    void CheckStatus(StatusUpdate status)
    {
        if (registry.Object(status.Target) is not { } target)
        {
            Refuse(status, "the registry has no object of this entryUUID");
            return;
        }

        if (target.Status != status.Original) Refuse(status, $"OriginalStatus {status.Original} is not the {target.Kind}'s, {target.Status}");
        if (target.Kind == ObjectKind.SubmissionSet) Refuse(status, "the status of a SubmissionSet cannot be changed");
        else if (registry.Association(status.Target) is { } association) CheckAssociationStatus(status, association);
        else CheckVersionStatus(status, target);
        CheckStatusPatient(status, registry.Association(status.Target)?.Source.PatientId ?? target.PatientId);
    }

    // The SubmissionSet, and with it the audit, says whose metadata are changed. An Association's ends are of one patient.
    void CheckStatusPatient(StatusUpdate status, PatientId? patient)
    {
        if (patient == update.Submission.SubmissionSet.PatientId) return;
        errors.Add(
            XdsErrorCode.XDSPatientIDReconciliationError,
            $"availabilityStatus of '{status.Target}': it is of another patient than the SubmissionSet (ITI TF-2 3.57.4.1.3.3.2).",
            status.Target);
    }

    void CheckAssociationStatus(StatusUpdate status, KnownAssociation association)
    {
        if (association.Source.Kind == ObjectKind.SubmissionSet) Refuse(status, "what links a SubmissionSet to its content cannot be changed");
        else if (status.New == AvailabilityStatus.Approved && IsThere(association)) Refuse(status, "an approved Association of its type links the same objects already");
    }

    bool IsThere(KnownAssociation association) =>
        registry.ApprovedAssociationsOf(association.Target.EntryUuid).Any(a => a.Type == association.Type && a.Source.Row == association.Source.Row)
        || !_approved.Add((association.Type, association.Source.EntryUuid, association.Target.EntryUuid));

    void CheckVersionStatus(StatusUpdate status, KnownObject target)
    {
        if (target.IsSuperseded) Refuse(status, "a newer version supersedes it, and only the newest version's status can be changed");
        if (_versioned.Contains(target.LogicalId))
            errors.Add(
                XdsErrorCode.XDSMetadataUpdateOperationError,
                $"availabilityStatus of '{status.Target}': the submission has a new version of it, too, and only one operation may work on an object"
                + " (ITI TF-2 3.57.4.1.3.1).",
                status.Target);
    }

    void Refuse(StatusUpdate status, string problem) => errors.Add(
        XdsErrorCode.XDSMetadataUpdateError, $"availabilityStatus of '{status.Target}': {problem} (ITI TF-2 3.57.4.1.3.3.2).", status.Target);
}
