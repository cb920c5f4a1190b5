namespace IheRegistry.Wire.Mtom;

/// <summary>The content of the part a <see cref="MultipartReader"/> stands in.</summary>
sealed class MimeContentStream(MultipartReader reader) : ForwardOnlyStream
{
    readonly int _part = reader.CurrentPart;
    bool _disposed;

    /// <inheritdoc />
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed || _part != reader.CurrentPart, this);
        return reader.ReadContentAsync(buffer, cancellationToken);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        base.Dispose(disposing);
    }
}
