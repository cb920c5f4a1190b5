namespace IheRegistry.Store.Documents;

/// <summary>
/// Answers whether any row of the repository refers to the content. It must see every committed row, and it is asked before a
/// document is taken away.
/// </summary>
public delegate ValueTask<bool> ContentReferenced(string owner, ContentId sha256, CancellationToken cancellationToken);

/// <summary>
/// Documents by the SHA-256 of their bytes, shared within one owner. A submission stages its documents one by one as they arrive,
/// commits them together, registers, and then either keeps or discards them. Implementations: files; object storage later.
/// </summary>
public interface IDocumentStore
{
    /// <summary>
    /// Takes one document to its end, with SHA-1, SHA-256 and size, in constant memory, and makes the bytes durable under a temporary
    /// name. Where the source fails or the call is cancelled nothing is left.
    /// </summary>
    /// <remarks>The owner is not asked for: a MIME part may come before the one that says who sends it.</remarks>
    /// <exception cref="IOException">The disk failed. Where it was fsync that failed, the write latch is tripped.</exception>
    ValueTask<StageOutcome> StageAsync(Stream content, CancellationToken cancellationToken);

    /// <summary>Gives the staged documents their final names. When it returns, they survive a power failure; all, or none.</summary>
    /// <exception cref="IOException">As <see cref="StageAsync"/>.</exception>
    ValueTask<CommitOutcome> CommitAsync(
        string owner, IReadOnlyList<StagedDocument> documents, CancellationToken cancellationToken);

    /// <summary>Opens a document; existence and size are checked before, the hash while it is read.</summary>
    ValueTask<OpenOutcome> OpenAsync(ContentKey key, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the content away unless a row still refers to it or a submission is just using it. The caller's own row must be gone before.
    /// </summary>
    ValueTask<RemoveOutcome> RemoveAsync(string owner, ContentId sha256, CancellationToken cancellationToken);

    /// <summary>Every document kept, in the order of owner and name, from just after a position.</summary>
    /// <param name="after">Where an earlier listing stopped; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<ContentKey> ListAsync(ContentKey? after, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes what killed processes left: temporary files of earlier processes, and content without any row that is older than the
    /// grace age. Safe while serving.
    /// </summary>
    ValueTask<SweepReport> SweepAsync(TimeSpan grace, CancellationToken cancellationToken);
}

/// <summary>What came of a removal.</summary>
public enum RemoveOutcome
{
    /// <summary>The content is gone.</summary>
    Removed,

    /// <summary>There was none.</summary>
    Missing,

    /// <summary>Something still needs it.</summary>
    Kept,
}

/// <summary>What a sweep did.</summary>
/// <param name="TemporaryFiles">Temporary files of earlier processes, deleted.</param>
/// <param name="Orphans">Documents without a row, deleted.</param>
/// <param name="OrphanBytes">The bytes of those.</param>
/// <param name="YoungOrphans">Documents without a row, kept because they are too young or in use.</param>
public sealed record SweepReport(int TemporaryFiles, int Orphans, long OrphanBytes, int YoungOrphans);
