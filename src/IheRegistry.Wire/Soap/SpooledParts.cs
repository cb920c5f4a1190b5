using System.Buffers;
using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>The parts that arrived before the root, one after the other in one file that vanishes when it is closed.</summary>
sealed class SpooledParts(SoapLimits limits) : IAsyncDisposable
{
    const int CopyBufferSize = 64 * 1024;

    readonly Queue<MimePart> _parts = new();
    FileStream? _file;
    long _end;
    long _taken;

    /// <summary>Keeps a part aside.</summary>
    internal async ValueTask AddAsync(MimePart part, CancellationToken cancellationToken)
    {
        if (limits.SpoolFolder is not { } folder)
            throw new MimeRefusedException(SoapRejectionReason.MimePartsBeforeRootTooLarge);

        _file ??= CreateFile(folder);
        var start = _end;
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBufferSize);
        try
        {
            int count;
            while ((count = await part.Content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (_end + count > limits.MaxBytesBeforeRoot)
                    throw new MimeRefusedException(SoapRejectionReason.MimePartsBeforeRootTooLarge);
                if (limits.SpoolQuota?.TryTake(count) == false)
                    throw new MimeRefusedException(SoapRejectionReason.SpoolFull);
                _taken += count;
                await RandomAccess.WriteAsync(_file.SafeFileHandle, buffer.AsMemory(0, count), _end, cancellationToken).ConfigureAwait(false);
                _end += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        _parts.Enqueue(new MimePart
        {
            ContentId = part.ContentId,
            ContentType = part.ContentType,
            TransferEncoding = part.TransferEncoding,
            Content = new SpooledPartStream(_file.SafeFileHandle, start, _end),
        });
    }

    /// <summary>The next part in the order they came; null when all were handed out.</summary>
    internal MimePart? Take()
    {
        _parts.TryDequeue(out var part);
        return part;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        limits.SpoolQuota?.Return(_taken);
        _taken = 0;
        return _file?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    static FileStream CreateFile(string folder)
    {
        var path = Path.Combine(folder, $"parts-{Guid.NewGuid():N}.tmp");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Without a name the file cannot outlive the process, whatever ends that.
        File.Delete(path);
        return file;
    }
}
