using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>One update on its way into the registry.</summary>
sealed class DocumentSetUpdate(AuditContext call, MetadataUpdate update, byte[] digest, DateTimeOffset at)
{
    readonly Dictionary<string, byte[]> _fragments = [];
    readonly FragmentEncoder _encoder = new();

    internal MetadataUpdate Update => update;

    string By => Submitter.Of(call.Caller);

    /// <summary>Done before the store's transaction, which everybody waits for.</summary>
    internal void EncodeFragments()
    {
        var kept = update.Kept;
        Encode(kept.SubmissionSet.EntryUuid, kept.SubmissionSet.Source, ObjectKind.SubmissionSet);
        foreach (var entry in kept.DocumentEntries) Encode(entry.EntryUuid, entry.Source, ObjectKind.DocumentEntry);
        foreach (var folder in kept.Folders) Encode(folder.EntryUuid, folder.Source, ObjectKind.Folder);
        foreach (var association in kept.Associations) Encode(association.EntryUuid, association.Object, ObjectKind.Association);
    }

    /// <summary>The original answer, when this caller has sent this very update before and it was accepted; else null.</summary>
    internal RegistryResponse? AnswerToRetry(RegistrySnapshot registry) => Submitter.AnswerToRetry(registry.PriorSubmission, By, digest);

    /// <summary>What an update that has passed all rules does.</summary>
    internal RegistryChange Change(
        RegistrySnapshot registry, AssociationPropagation propagation, RegistryResponse response, IReadOnlyList<AuditRecord> audit)
    {
        var kept = update.Kept;
        var replacement = Replacement.Of(kept with { Associations = update.Associations }, registry);
        Association[] made = [.. propagation.Associations, .. replacement.Memberships, .. Memberships(kept.SubmissionSet)];
        foreach (var association in made) Encode(association.EntryUuid, association.Object, ObjectKind.Association);
        var superseded = update.Versions.ToDictionary(v => v.EntryUuid, v => registry.Newest(v.LogicalId)!);
        return new RegistryChange
        {
            At = at,
            By = By,
            Submission = kept with { Associations = [.. kept.Associations, .. made] },
            Fragments = _fragments,
            Digest = digest,
            Warnings = StoredWarnings.Format(response.Errors),
            Supersedes = superseded,
            Deprecated = [.. superseded.Values, .. replacement.Deprecated],
            StatusChanges = [.. update.Statuses.Select(s => new StatusChange(registry.Object(s.Target)!, s.New))],
            ChangedFolders = [.. propagation.Folders.Concat(replacement.Folders).Concat(FoldersAddedTo(registry)).Concat(FoldersOfMemberships(registry)).DistinctBy(f => f.Row)],
            Audit = audit,
        };
    }

    // A membership belongs to the SubmissionSet with which it came, as in a registration (ITI TF-3 4.2.2.1).
    IEnumerable<Association> Memberships(SubmissionSet set) => update.Associations
        .Where(a => a.Type == AssociationType.HasMember)
        .Select(a => HasMember.Of(set.EntryUuid, a.EntryUuid, original: true));

    IEnumerable<KnownObject> FoldersAddedTo(RegistrySnapshot registry) => update.Associations
        .Where(a => a.Type == AssociationType.HasMember)
        .Select(a => registry.Object(a.Source))
        .OfType<KnownObject>();

    // A membership that ends or begins again changes the Folder as one that is made does (ITI TF-2 3.42.4.1.3.6).
    IEnumerable<KnownObject> FoldersOfMemberships(RegistrySnapshot registry) => update.Statuses
        .Select(s => registry.Association(s.Target))
        .Where(a => a is { Type: AssociationType.HasMember, Source.Kind: ObjectKind.Folder })
        .Select(a => a!.Source);

    void Encode(string entryUuid, RegistryObject item, ObjectKind kind) => _fragments[entryUuid] = _encoder.Encode(item, kind);
}
