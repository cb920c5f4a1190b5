using System.IO.Pipelines;

namespace IheRegistry.Store.Outbox;

/// <summary>
/// An answer that is being written: in memory while it is small, then in a file of the outbox folder. Its place in the outbox is taken from
/// the beginning, so that a request is refused before it is acted on, and given back by disposing of what was not kept.
/// </summary>
public sealed class AnswerDraft : Stream
{
    /// <summary>What every answer has room for: all but query results and documents stay below.</summary>
    internal const int InlineBytes = 64 * 1024;

    readonly string _folder;
    readonly OutboxRoom _room;
    readonly FreeSpaceGuard _space;
    readonly MemoryStream _memory = new();
    FileStream? _file;
    long _taken = InlineBytes;
    long _written;
    bool _isSettled;

    internal AnswerDraft(string folder, OutboxRoom room, FreeSpaceGuard space)
    {
        (_folder, _room, _space) = (folder, room, space);
        Output = PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));
    }

    /// <summary>Takes the body.</summary>
    public PipeWriter Output { get; private set; }

    /// <summary>The HTTP Content-Type; set while the body is written.</summary>
    public string ContentType { get; set; } = "";

    /// <summary>The file's handle, once the body is in one.</summary>
    internal FileStream? File => _file;

    /// <summary>The name of the file; null while the body is in memory.</summary>
    internal string? FileName => _file is null ? null : Path.GetFileName(_file.Name);

    internal ReadOnlyMemory<byte> Memory => _memory.GetBuffer().AsMemory(0, (int)_memory.Length);

    /// <inheritdoc />
    public override bool CanRead => false;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => true;

    /// <inheritdoc />
    public override long Length => _written;

    /// <inheritdoc />
    public override long Position
    {
        get => _written;
        set => throw new NotSupportedException();
    }

    /// <summary>Forgets what was written: another answer takes its place.</summary>
    public void StartOver()
    {
        Output = PipeWriter.Create(this, new StreamPipeWriterOptions(leaveOpen: true));
        DropFile();
        _memory.SetLength(0);
        _written = 0;
        _room.ReturnBytes(_taken - InlineBytes);
        _taken = InlineBytes;
    }

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        TakeRoom(_written + buffer.Length);
        try
        {
            Append(buffer);
        }
        catch (IOException error) when (Posix.IsNoSpace(error))
        {
            throw new AnswerNotKeptException(error);
        }

        _written += buffer.Length;
    }

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc />
    public override void Flush()
    {
    }

    /// <inheritdoc />
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>It is kept: the file and the place in the outbox stay. What was taken in advance and not needed is given back.</summary>
    internal void Settle()
    {
        _isSettled = true;
        _room.ReturnBytes(_taken - _written);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isSettled)
        {
            _isSettled = true;
            DropFile();
            _room.ReturnAnswer(_taken);
        }

        _file?.Dispose();
        _memory.Dispose();
        base.Dispose(disposing);
    }

    void TakeRoom(long bytes)
    {
        if (bytes <= _taken) return;
        if (_space.IsLow || !_room.TryTakeBytes(bytes - _taken)) throw new AnswerNotKeptException();
        _taken = bytes;
    }

    void Append(ReadOnlySpan<byte> buffer)
    {
        if (_file is null && _written + buffer.Length > InlineBytes) MoveToFile();
        if (_file is null) _memory.Write(buffer);
        else RandomAccess.Write(_file.SafeFileHandle, buffer, _written);
    }

    void MoveToFile()
    {
        _file = PrivateFiles.Create(Path.Combine(_folder, $"{Guid.NewGuid():N}"));
        RandomAccess.Write(_file.SafeFileHandle, Memory.Span, 0);
        _memory.SetLength(0);
    }

    void DropFile()
    {
        if (_file is null) return;
        _file.Dispose();
        System.IO.File.Delete(_file.Name);
        _file = null;
    }
}
