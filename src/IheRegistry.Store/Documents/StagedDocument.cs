namespace IheRegistry.Store.Documents;

/// <summary>
/// A document whose bytes are on disk under a temporary name. It becomes part of the store by <see cref="IDocumentStore.CommitAsync"/>;
/// disposing of it before that leaves nothing behind, and after that does nothing.
/// </summary>
public sealed class StagedDocument : IAsyncDisposable
{
    readonly Func<string, ValueTask> _drop;
    int _settled;

    internal StagedDocument(ContentId sha256, string sha1, long size, string location, Func<string, ValueTask> drop)
    {
        Sha256 = sha256;
        Sha1 = sha1;
        Size = size;
        Location = location;
        _drop = drop;
    }

    /// <summary>Its name in the store, once committed.</summary>
    public ContentId Sha256 { get; }

    /// <summary>SHA-1 in lower-case hexadecimal digits.</summary>
    public string Sha1 { get; }

    /// <summary>Bytes.</summary>
    public long Size { get; }

    /// <summary>Where the engine keeps it for now.</summary>
    internal string Location { get; }

    /// <summary>Takes the temporary file over; false where it was committed or dropped before.</summary>
    internal bool TrySettle() => Interlocked.Exchange(ref _settled, 1) == 0;

    /// <summary>Drops the bytes unless they were committed.</summary>
    public ValueTask DisposeAsync() => TrySettle() ? _drop(Location) : ValueTask.CompletedTask;
}
