using System.Globalization;
using System.Security.Cryptography;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Store.Documents;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>The documents of one request on their way to disk, as any Content Receiver takes them. Disposing of it drops what was not committed.</summary>
sealed class DocumentStaging : IAsyncDisposable
{
    readonly IDocumentStore _store;
    readonly ProvidedDocumentSet _request;
    readonly long _maxBytes;
    readonly OrderedDictionary<string, RegistryObject> _entries = [];
    readonly Dictionary<string, StagedDocument> _staged = [];

    internal DocumentStaging(IDocumentStore store, ProvidedDocumentSet request, long maxBytes)
    {
        (_store, _request, _maxBytes) = (store, request, maxBytes);
        foreach (var entry in request.Metadata.Objects.Where(o => o.Element == EbrimElement.ExtrinsicObject)) _entries.Add(entry.Id!, entry);
    }

    /// <summary>The document of an entry, once it has come.</summary>
    internal StagedDocument this[string entryId] => _staged[entryId];

    /// <summary>Streams every document to disk and holds it against its declared hash and size (ITI TF-2 3.41.4.1.3).</summary>
    internal async Task StageAsync(ErrorList errors, CancellationToken cancellationToken)
    {
        await foreach (var document in _request.Documents.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var bounded = new BoundedStream(document.Content, _maxBytes);
            var goesOn = document.IsStray
                ? await PassOverAsync(document.Id, bounded, errors, cancellationToken).ConfigureAwait(false)
                : await StageAsync(document.Id, bounded, errors, cancellationToken).ConfigureAwait(false);
            if (!goesOn) return;
        }

        foreach (var id in _request.DocumentIds.Where(id => !_staged.ContainsKey(id)))
            errors.Add(XdsErrorCode.XDSMissingDocument, $"The content of document '{id}' is not in the message (ITI TF-2 3.41.4.1.2).", id);
    }

    /// <summary>What comes behind a stray part may still be of use to report on; not so behind one that does not end.</summary>
    static async Task<bool> PassOverAsync(string id, BoundedStream content, ErrorList errors, CancellationToken cancellationToken)
    {
        errors.Add(
            XdsErrorCode.XDSMissingDocumentMetadata,
            $"The message carries content '{id}' that no document of the request refers to (ITI TF-3 table 4.2.4.1-2).",
            id);
        await content.CopyToAsync(Stream.Null, cancellationToken).ConfigureAwait(false);
        return !content.Exceeded;
    }

    /// <summary>False when what comes behind this document must not be read.</summary>
    async Task<bool> StageAsync(string id, BoundedStream content, ErrorList errors, CancellationToken cancellationToken)
    {
        var outcome = await _store.StageAsync(content, cancellationToken).ConfigureAwait(false);
        if (!outcome.IsStaged)
        {
            Refuse(outcome.Refusal.Value, errors);
            return false;
        }

        _staged.Add(id, outcome.Document);
        if (content.Exceeded)
        {
            errors.Add(
                XdsErrorCode.XDSRepositoryOutOfResources,
                $"Document '{id}' has more than the {_maxBytes} bytes that this repository takes.",
                id);
            return false;
        }

        CheckDeclared(id, outcome.Document, errors);
        return true;
    }

    /// <summary>SHA-256 over the metadata as sent and the content of the documents: what makes a retry the same submission.</summary>
    internal byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Convert.FromHexString(SubmissionDigest.Of(_request.Metadata)));
        foreach (var (id, entry) in _entries) hash.AppendData(Convert.FromHexString(entry.SlotValue(SlotNames.Hash) ?? _staged[id].Sha1));
        return hash.GetHashAndReset();
    }

    /// <summary>Gives the documents their final names; null, and an error, when the store refuses.</summary>
    internal async Task<CommittedDocuments?> CommitAsync(string owner, ErrorList errors, CancellationToken cancellationToken)
    {
        var outcome = await _store.CommitAsync(owner, [.. _entries.Keys.Select(id => _staged[id])], cancellationToken).ConfigureAwait(false);
        if (outcome.IsCommitted) return outcome.Documents;
        Refuse(outcome.Refusal.Value, errors);
        return null;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var staged in _staged.Values) await staged.DisposeAsync().ConfigureAwait(false);
    }

    void CheckDeclared(string id, StagedDocument document, ErrorList errors)
    {
        var entry = _entries[id];
        if (entry.SlotValue(SlotNames.Hash) is { } hash && !hash.Equals(document.Sha1, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(
                XdsErrorCode.XDSRepositoryMetadataError,
                $"DocumentEntry.hash '{hash}' is not the SHA-1 of the document received, '{document.Sha1}' (ITI TF-2 3.41.4.1.3).",
                id);
        }

        if (entry.SlotValue(SlotNames.Size) is { } size && long.Parse(size, CultureInfo.InvariantCulture) != document.Size)
        {
            errors.Add(
                XdsErrorCode.XDSRepositoryMetadataError,
                $"DocumentEntry.size {size} is not the size of the document received, {document.Size} (ITI TF-2 3.41.4.1.3).",
                id);
        }
    }

    static void Refuse(WriteRefusal refusal, ErrorList errors)
    {
        if (refusal == WriteRefusal.LowDisk)
            errors.Add(XdsErrorCode.XDSRepositoryOutOfResources, "The repository has no room left; nothing was stored. Try again later.");
        else
            errors.Add(XdsErrorCode.XDSRepositoryError, "The repository cannot store documents at present; nothing was stored.");
    }
}
