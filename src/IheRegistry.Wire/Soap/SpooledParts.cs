using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>The parts that arrived before the root, kept in files that vanish when they are closed.</summary>
sealed class SpooledParts(SoapLimits limits) : IAsyncDisposable
{
    const int CopyBufferSize = 80 * 1024;

    readonly Queue<MimePart> _parts = new();
    long _bytes;
    MimePart? _current;

    /// <summary>Keeps a part aside.</summary>
    internal async ValueTask AddAsync(MimePart part, CancellationToken cancellationToken)
    {
        if (limits.SpoolFolder is not { } folder)
            throw new MimeRefusedException(SoapRejectionReason.MimePartsBeforeRootTooLarge);

        var file = CreateFile(folder);
        _parts.Enqueue(new MimePart
        {
            ContentId = part.ContentId,
            ContentType = part.ContentType,
            TransferEncoding = part.TransferEncoding,
            Content = file,
        });
        var buffer = new byte[CopyBufferSize];
        int count;
        while ((count = await part.Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            _bytes += count;
            if (_bytes > limits.MaxBytesBeforeRoot)
                throw new MimeRefusedException(SoapRejectionReason.MimePartsBeforeRootTooLarge);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        file.Position = 0;
    }

    /// <summary>The next part in the order they came; null when all were handed out.</summary>
    internal async ValueTask<MimePart?> TakeAsync()
    {
        if (_current is not null)
            await _current.Content.DisposeAsync().ConfigureAwait(false);
        _parts.TryDequeue(out _current);
        return _current;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        while (await TakeAsync().ConfigureAwait(false) is not null)
        {
        }
    }

    static FileStream CreateFile(string folder)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(folder, $"part-{Guid.NewGuid():N}.tmp"), options);
    }
}
