using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What Restricted Update Document Set asks beyond the rules of an update (ITI TF-2 3.92.4.1.3): attributes that stay, and who may.</summary>
sealed class RestrictedUpdateRules(MetadataUpdate update, RegistrySnapshot registry, AffinityDomain domain, ErrorList errors)
{
    const string Online = "urn:ihe:iti:2010:DocumentAvailability:Online";

    /// <summary>False when the source may not update one of the objects: it is told nothing else of them, so that it cannot ask by trying.</summary>
    internal bool CheckPermissions()
    {
        var isLet = true;
        foreach (var version in update.Versions)
            if (registry.Content(version.LogicalId) is { } registered) isLet &= CheckPermission(version, registered);
        return isLet;
    }

    internal void Check()
    {
        foreach (var version in update.Versions)
        {
            if (registry.Content(version.LogicalId) is not { } registered || registered.Newest.Kind != ObjectKind.DocumentEntry) continue;
            CheckPatient(version, registered);
            var submitted = update.Submission.DocumentEntries.First(e => e.EntryUuid == version.EntryUuid).Source;
            CheckUnmodified(version, submitted, FragmentDecoder.Decode(registered.Fragment.Span));
        }
    }

    bool CheckPermission(NewVersion version, KnownContent registered)
    {
        var source = update.Submission.SubmissionSet.SourceId;
        if (domain.MayUpdate(source, registered.SourceId)) return true;
        errors.Add(
            XdsErrorCode.LocalPolicyRestrictionError,
            $"{Name(version)}: the affinity domain does not let sourceId '{source}' update it (ITI TF-2 3.92.4.1.3).",
            version.EntryUuid);
        return false;
    }

    void CheckPatient(NewVersion version, KnownContent registered)
    {
        if (registered.Newest.PatientId == version.PatientId) return;
        errors.Add(
            XdsErrorCode.XDSPatientIDReconciliationError,
            $"{Name(version)}: patientId '{version.PatientId}' is not the registered one's (ITI TF-2 3.92.4.1.3).",
            version.EntryUuid);
    }

    void CheckUnmodified(NewVersion version, RegistryObject submitted, RegistryObject registered)
    {
        Check("objectType", submitted.ObjectType, registered.ObjectType);
        Check(SlotNames.SourcePatientId, submitted.SlotValue(SlotNames.SourcePatientId), registered.SlotValue(SlotNames.SourcePatientId));
        Check(SlotNames.RepositoryUniqueId, submitted.SlotValue(SlotNames.RepositoryUniqueId), registered.SlotValue(SlotNames.RepositoryUniqueId));
        Check(SlotNames.DocumentAvailability, Availability(submitted), Availability(registered));

        void Check(string attribute, string? value, string? stands)
        {
            if (value == stands) return;
            errors.Add(
                XdsErrorCode.UnmodifiableMetadataError,
                $"{Name(version)}: {attribute} '{value}' is not the registered one's, and ITI-92 cannot change it (ITI TF-2 3.92.4.1.3).",
                version.EntryUuid);
        }
    }

    static string Availability(RegistryObject item) => item.SlotValue(SlotNames.DocumentAvailability) ?? Online;

    static string Name(NewVersion version) => $"DocumentEntry '{version.EntryUuid}' of logicalID '{version.LogicalId}'";
}
