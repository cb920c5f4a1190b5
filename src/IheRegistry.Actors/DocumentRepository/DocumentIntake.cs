using System.Globalization;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Store.Documents;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>The documents of one request on their way into the repository. Disposing of it drops what was not committed.</summary>
sealed class DocumentIntake : IAsyncDisposable
{
    readonly Submission _submission;
    readonly Dictionary<string, DocumentEntry> _entries;
    readonly DocumentStaging _staging;

    internal DocumentIntake(IDocumentStore store, ProvidedDocumentSet request, Submission submission, long maxBytes)
    {
        _submission = submission;
        _staging = new DocumentStaging(store, request, maxBytes);
        // The rules keep the order of the entries; symbolic ids are only known to the request.
        _entries = request.Metadata.Objects
            .Where(o => o.Element == EbrimElement.ExtrinsicObject)
            .Zip(submission.DocumentEntries, (item, entry) => (item.Id, Entry: entry))
            .ToDictionary(pair => pair.Id!, pair => pair.Entry);
    }

    /// <inheritdoc cref="DocumentStaging.StageAsync(ErrorList, CancellationToken)"/>
    internal Task StageAsync(ErrorList errors, CancellationToken cancellationToken) => _staging.StageAsync(errors, cancellationToken);

    /// <summary>The submission with hash, size and repositoryUniqueId filled in (ITI TF-2 3.41.4.1.3.2).</summary>
    internal Submission Complete(string repositoryUniqueId) => _submission with
    {
        DocumentEntries = [.. _entries.Select(pair => Complete(pair.Value, _staging[pair.Key], repositoryUniqueId))],
    };

    /// <inheritdoc cref="DocumentStaging.Digest"/>
    internal byte[] Digest() => _staging.Digest();

    /// <inheritdoc cref="DocumentStaging.CommitAsync"/>
    internal Task<CommittedDocuments?> CommitAsync(string owner, ErrorList errors, CancellationToken cancellationToken) =>
        _staging.CommitAsync(owner, errors, cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _staging.DisposeAsync();

    // hash and size are added where they are absent; as sent they are right, and stay as they were sent.
    static DocumentEntry Complete(DocumentEntry entry, StagedDocument document, string repositoryUniqueId)
    {
        var hash = entry.Hash ?? document.Sha1;
        var source = entry.Source.WithSlot(SlotNames.RepositoryUniqueId, repositoryUniqueId);
        if (entry.Hash is null) source = source.WithSlot(SlotNames.Hash, hash);
        if (entry.Size is null) source = source.WithSlot(SlotNames.Size, document.Size.ToString(CultureInfo.InvariantCulture));
        return entry with { Hash = hash, Size = document.Size, RepositoryUniqueId = repositoryUniqueId, Source = source };
    }
}
