namespace IheRegistry.Actors.DocumentRepository;

/// <summary>Ends a document early when it is larger than the limit, and says so: the rest of it is never read.</summary>
sealed class BoundedStream(Stream content, long limit) : Stream
{
    long _left = limit;

    /// <summary>True when there was more than the limit.</summary>
    internal bool Exceeded { get; private set; }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(Exceeded ? 0 : await content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Count(Exceeded ? 0 : content.Read(buffer, offset, count));

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    int Count(int read)
    {
        _left -= read;
        if (_left >= 0) return read;
        Exceeded = true;
        return 0;
    }
}
