using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>
/// Takes the bytes of removed documents off the disk. That a content is pending erasure was committed with the removal of its rows, so
/// that a crash, a failing disk or a backup under way only puts it off.
/// </summary>
public sealed class DocumentErasure(IDocumentStore documents, IRegistryStore store)
{
    /// <summary>Erases all that is pending; what a backup or a submission under way still needs stays pending.</summary>
    /// <exception cref="IOException">The disk failed; the rest stays pending.</exception>
    /// <exception cref="StoreUnavailableException">What was done could not be noted; it is done again.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var ended = new List<PendingErasure>();
        try
        {
            foreach (var content in await store.ListErasuresAsync(cancellationToken).ConfigureAwait(false))
                if (await TryEraseAsync(content, cancellationToken).ConfigureAwait(false)) ended.Add(content);
        }
        finally
        {
            if (ended.Count > 0) await EndAsync(ended).ConfigureAwait(false);
        }
    }

    // Content that was submitted again meanwhile has a row, and is not to be erased any more.
    async ValueTask<bool> TryEraseAsync(PendingErasure content, CancellationToken cancellationToken) =>
        await documents.RemoveAsync(content.Owner, content.Sha256, cancellationToken).ConfigureAwait(false) != RemoveOutcome.Kept
        || await store.IsReferencedAsync(content.Owner, content.Sha256, cancellationToken).ConfigureAwait(false);

    Task EndAsync(List<PendingErasure> ended) => store.WriteAsync(
        tx =>
        {
            foreach (var content in ended) tx.EndErasure(content);
            return true;
        },
        CancellationToken.None);
}
