using IheRegistry.Wire.Mtom;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>Ends a document early when it is larger than the limit, and says so: the rest of it is never read.</summary>
sealed class BoundedStream(Stream content, long limit) : ForwardOnlyStream
{
    long _left = limit;

    /// <summary>True when there was more than the limit.</summary>
    internal bool Exceeded { get; private set; }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Exceeded) return 0;
        var read = await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        _left -= read;
        if (_left >= 0) return read;
        Exceeded = true;
        return 0;
    }
}
