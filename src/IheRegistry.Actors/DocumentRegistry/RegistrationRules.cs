using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The rules of Register Document Set-b that need the registry's state (ITI TF-2 3.42.4.1.3).</summary>
static class RegistrationRules
{
    /// <summary>What these rules want to know of the registry.</summary>
    internal static RegistryLookup Lookup(Submission submission)
    {
        var ends = submission.Associations.SelectMany(a => new[] { a.Source, a.Target });
        return new RegistryLookup
        {
            SubmissionSetUniqueId = submission.SubmissionSet.UniqueId,
            Patients = [.. Patients(submission).Distinct()],
            EntryUuids = [.. Submitted(submission).Concat(ends).Distinct()],
            UniqueIds = [.. UniqueIds(submission)],
            LogicalIds = [.. Versioned(submission)],
            Replaced = [.. submission.Associations.Where(a => a.Type.Replaces()).Select(a => a.Target).Distinct()],
            Appended = [.. submission.Associations.Where(a => a.Type == AssociationType.Append).Select(a => a.Target).Distinct()],
        };
    }

    /// <summary>Judges a submission against the registry; all findings, not the first.</summary>
    internal static void Check(Submission submission, RegistrySnapshot registry, ErrorList errors)
    {
        CheckPatient(submission, registry, errors);
        CheckEntryUuids(submission, registry, errors);
        CheckDocumentUniqueIds(submission, registry, errors);
        CheckPackageUniqueIds(submission, registry, errors);
        new AssociationEndRules(submission, registry, errors).Check();
        CheckFoldersOfReplaced(submission, registry, errors);
    }

    static IEnumerable<PatientId> Patients(Submission submission) =>
        submission.DocumentEntries.Select(d => d.PatientId)
            .Concat(submission.Folders.Select(f => f.PatientId))
            .Prepend(submission.SubmissionSet.PatientId);

    static IEnumerable<string> Versioned(Submission submission) =>
        submission.DocumentEntries.Select(d => d.EntryUuid).Concat(submission.Folders.Select(f => f.EntryUuid));

    static IEnumerable<string> Submitted(Submission submission) =>
        Versioned(submission)
            .Concat(submission.Associations.Select(a => a.EntryUuid))
            .Prepend(submission.SubmissionSet.EntryUuid);

    static IEnumerable<string> UniqueIds(Submission submission) =>
        submission.DocumentEntries.Select(d => d.UniqueId)
            .Concat(submission.Folders.Select(f => f.UniqueId))
            .Append(submission.SubmissionSet.UniqueId)
            .Distinct();

    internal static void CheckPatient(Submission submission, RegistrySnapshot registry, ErrorList errors)
    {
        foreach (var patient in Patients(submission).Distinct())
        {
            var state = registry.Patient(patient);
            if (state == PatientState.Known) continue;
            errors.Add(
                XdsErrorCode.XDSUnknownPatientId,
                state == PatientState.Unknown
                    ? $"The registry has had no Patient Identity Feed for patientId '{patient}' (ITI TF-2 3.42.4.1.3.3.2)."
                    : $"patientId '{patient}' was merged into another one; submit under the surviving id (ITI TF-2 3.8.4.2.4).",
                submission.SubmissionSet.EntryUuid);
        }
    }

    internal static void CheckEntryUuids(Submission submission, RegistrySnapshot registry, ErrorList errors)
    {
        foreach (var uuid in Submitted(submission))
        {
            if (registry.Object(uuid) is not { } known) continue;
            errors.Add(
                XdsErrorCode.XDSRegistryMetadataError,
                $"entryUUID '{uuid}' is already used by a {known.Kind} of the registry (ITI TF-3 4.2.3.1.5).",
                uuid);
        }

        // The first version may have been removed before the others, whose logicalID its entryUUID remains.
        foreach (var uuid in Versioned(submission).Where(uuid => registry.Object(uuid) is null && registry.Newest(uuid) is not null))
            errors.Add(
                XdsErrorCode.XDSRegistryMetadataError,
                $"entryUUID '{uuid}' is the logicalID of versions that the registry has (ITI TF-3 4.2.3.1.5).",
                uuid);
    }

    static void CheckDocumentUniqueIds(Submission submission, RegistrySnapshot registry, ErrorList errors)
    {
        foreach (var entry in submission.DocumentEntries)
        {
            if (registry.UniqueId(entry.UniqueId) is not { } known) continue;
            if (known.Kind != ObjectKind.DocumentEntry) AddUsedByPackage(errors, entry, known.Kind);
            else if (entry.OnDemand != known.OnDemand) AddUsedByOtherType(errors, entry);
            else CheckSameContent(entry, known, errors);
        }
    }

    // The uniqueId of an on-demand entry never represents a document (ITI TF-3 4.1.1.3.2), so that neither type may take the other's;
    // several on-demand entries may share one.
    static void AddUsedByOtherType(ErrorList errors, DocumentEntry entry) =>
        errors.Add(
            XdsErrorCode.XDSRegistryMetadataError,
            $"DocumentEntry.uniqueId '{entry.UniqueId}' is already used by {(entry.OnDemand ? "a stable" : "an on-demand")} DocumentEntry"
            + " of the registry (ITI TF-2 3.61.4.1.3, TF-3 4.1.1.3.2).",
            entry.EntryUuid);

    // A document may be submitted again, as long as it is the same document (ITI TF-2 3.42.4.1.3.3.1).
    static void CheckSameContent(DocumentEntry entry, KnownUniqueId known, ErrorList errors)
    {
        if (known.Hash is not null && entry.Hash is not null && !known.Hash.Equals(entry.Hash, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(
                XdsErrorCode.XDSNonIdenticalHash,
                $"DocumentEntry.uniqueId '{entry.UniqueId}' is registered with another hash than '{entry.Hash}' (ITI TF-2 3.42.4.1.3.3.1).",
                entry.EntryUuid);
        }

        if (known.Size is not null && entry.Size is not null && known.Size != entry.Size)
        {
            errors.Add(
                XdsErrorCode.XDSNonIdenticalSize,
                $"DocumentEntry.uniqueId '{entry.UniqueId}' is registered with another size than {entry.Size} (ITI TF-2 3.42.4.1.3.3.1).",
                entry.EntryUuid);
        }
    }

    static void CheckPackageUniqueIds(Submission submission, RegistrySnapshot registry, ErrorList errors)
    {
        CheckSubmissionSetUniqueId(submission.SubmissionSet, registry, errors);
        foreach (var folder in submission.Folders)
            if (registry.UniqueId(folder.UniqueId) is { } known)
                AddDuplicate(errors, "Folder", folder.UniqueId, folder.EntryUuid, known.Kind);
    }

    internal static void CheckSubmissionSetUniqueId(SubmissionSet set, RegistrySnapshot registry, ErrorList errors)
    {
        if (registry.UniqueId(set.UniqueId) is { } used) AddDuplicate(errors, "SubmissionSet", set.UniqueId, set.EntryUuid, used.Kind);
    }

    // XDSDuplicateUniqueIdInRegistry is never said of a DocumentEntry (ITI TF-3 table 4.2.4.1-2).
    static void AddUsedByPackage(ErrorList errors, DocumentEntry entry, ObjectKind usedBy) =>
        errors.Add(
            XdsErrorCode.XDSRegistryMetadataError,
            $"DocumentEntry.uniqueId '{entry.UniqueId}' is already used by a {usedBy} of the registry (ITI TF-3 4.2.3.2.26).",
            entry.EntryUuid);

    // The replacement takes the place of what it replaces in every Folder, which holds documents of one patient.
    static void CheckFoldersOfReplaced(Submission submission, RegistrySnapshot registry, ErrorList errors)
    {
        foreach (var association in submission.Associations.Where(a => a.Type.Replaces()))
        {
            foreach (var folder in registry.FoldersOf(association.Target))
            {
                if (folder.PatientId == submission.SubmissionSet.PatientId) continue;
                errors.Add(
                    XdsErrorCode.XDSPatientIdDoesNotMatch,
                    $"What replaces '{association.Target}' is of patient '{submission.SubmissionSet.PatientId}', but joins a Folder of patient"
                    + $" '{folder.PatientId}' (ITI TF-2 3.42.4.1.3.5).",
                    association.EntryUuid);
            }
        }
    }

    static void AddDuplicate(ErrorList errors, string kind, string uniqueId, string location, ObjectKind usedBy) =>
        errors.Add(
            XdsErrorCode.XDSDuplicateUniqueIdInRegistry,
            $"{kind}.uniqueId '{uniqueId}' is already used by a {usedBy} of the registry (ITI TF-3 table 4.2.4.1-2).",
            location);
}
