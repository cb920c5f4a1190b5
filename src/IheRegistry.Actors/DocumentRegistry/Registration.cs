using IheRegistry.Actors.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>One submission on its way into the registry.</summary>
sealed class Registration(
    AuditContext call, Submission submission, SubmissionKind kind, byte[] digest, RepositoryPart repository, DateTimeOffset at)
{
    readonly Dictionary<string, byte[]> _fragments = [];
    readonly FragmentEncoder _encoder = new();

    internal Submission Submission => submission;

    string By => Submitter.Of(Source);

    Caller Source => repository.Source ?? call.Caller;

    /// <summary>Done before the store's transaction, which everybody waits for.</summary>
    internal void EncodeFragments()
    {
        Encode(submission.SubmissionSet.EntryUuid, submission.SubmissionSet.Source, ObjectKind.SubmissionSet);
        foreach (var entry in submission.DocumentEntries) Encode(entry.EntryUuid, entry.Source, ObjectKind.DocumentEntry);
        foreach (var folder in submission.Folders) Encode(folder.EntryUuid, folder.Source, ObjectKind.Folder);
        foreach (var association in submission.Associations) Encode(association.EntryUuid, association.Object, ObjectKind.Association);
    }

    /// <summary>
    /// The original answer, when this caller has sent this very submission before and it was accepted; else null.
    /// A SubmissionSet.uniqueId that is known stores nothing in either case.
    /// </summary>
    internal RegistryResponse? AnswerToRetry(RegistrySnapshot registry) =>
        Submitter.AnswerToRetry(registry.PriorSubmission, By, digest);

    internal IReadOnlyList<AuditRecord> Audit(RegistryResponse response) =>
        RegistrationAudit.Of(call, SubmissionFacts.Of(submission), kind, repository, response);

    /// <summary>Writes it with all that it entails, and what the repository writes beside it.</summary>
    internal void WriteTo(IRegistryTransaction tx, RegistrySnapshot registry, RegistryResponse response)
    {
        tx.Apply(Change(registry, response));
        repository.WriteBeside(tx);
    }

    RegistryChange Change(RegistrySnapshot registry, RegistryResponse response)
    {
        var replacement = Replacement.Of(submission, registry);
        foreach (var association in replacement.Memberships) Encode(association.EntryUuid, association.Object, ObjectKind.Association);
        return new RegistryChange
        {
            At = at,
            By = By,
            Submission = submission with { Associations = [.. submission.Associations, .. replacement.Memberships] },
            Fragments = _fragments,
            Digest = digest,
            Warnings = StoredWarnings.Format(response.Errors),
            Deprecated = replacement.Deprecated,
            ChangedFolders = [.. replacement.Folders, .. FoldersAddedTo(registry)],
            Documents = repository.Documents(submission),
            Audit = Audit(response),
        };
    }

    // Adding a document to a Folder of the registry changes the Folder (ITI TF-2 3.42.4.1.3.6).
    IEnumerable<KnownObject> FoldersAddedTo(RegistrySnapshot registry) =>
        submission.Associations
            .Where(a => a.Type == AssociationType.HasMember)
            .Select(a => registry.Object(a.Source))
            .OfType<KnownObject>()
            .Where(o => o.Kind == ObjectKind.Folder)
            .DistinctBy(o => o.Row);

    void Encode(string entryUuid, Model.Metadata.Ebrim.RegistryObject item, ObjectKind kind) =>
        _fragments[entryUuid] = _encoder.Encode(item, kind);
}
