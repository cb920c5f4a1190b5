namespace IheRegistry.Store.Documents;

/// <summary>
/// The documents of one submission, durable under their final names but not yet known to the registry. As long as this is not
/// disposed of, no sweep and no removal takes their content away. So: commit the documents, commit the rows that refer to them, then
/// dispose; or, where the registry refuses, <see cref="DiscardAsync"/>.
/// </summary>
public sealed class CommittedDocuments : IDisposable
{
    readonly Func<CommittedDocuments, CancellationToken, ValueTask> _discard;
    readonly Action<CommittedDocuments> _release;
    int _settled;

    internal CommittedDocuments(
        IReadOnlyList<StoredContent> contents,
        Func<CommittedDocuments, CancellationToken, ValueTask> discard,
        Action<CommittedDocuments> release)
    {
        Contents = contents;
        _discard = discard;
        _release = release;
    }

    /// <summary>What was stored, in the order of the staged documents.</summary>
    public IReadOnlyList<StoredContent> Contents { get; }

    /// <summary>Removes the content again where nothing else refers to it: a refused submission leaves nothing behind.</summary>
    public ValueTask DiscardAsync(CancellationToken cancellationToken) =>
        TrySettle() ? _discard(this, cancellationToken) : ValueTask.CompletedTask;

    /// <summary>Ends the protection. Call it after the rows that refer to the content are durable.</summary>
    public void Dispose()
    {
        if (TrySettle())
            _release(this);
    }

    bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;
}
