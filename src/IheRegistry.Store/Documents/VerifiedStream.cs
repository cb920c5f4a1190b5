using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace IheRegistry.Store.Documents;

/// <summary>
/// A stored document from its first byte to its last, hashed on the way; the last bytes are handed out only if the hash is right.
/// </summary>
/// <remarks>
/// ReadAsync reads on the caller's thread: on Linux an asynchronous file read is the same call on another thread of the same pool, and
/// the hop costs more than a read from the page cache, which the kernel's read-ahead makes nearly every one.
/// </remarks>
sealed class VerifiedStream(SafeFileHandle file, ContentKey key) : Stream
{
    readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    long _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => key.Size;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || _position == key.Size)
            return 0;
        var count = RandomAccess.Read(file, buffer[..(int)Math.Min(buffer.Length, key.Size - _position)], _position);
        if (count == 0)
            throw new DocumentDamagedException(key, ContentFault.WrongSize);
        _sha256.AppendData(buffer[..count]);
        _position += count;
        if (_position == key.Size && ContentId.Of(_sha256.GetHashAndReset()) != key.Sha256)
            throw new DocumentDamagedException(key, ContentFault.WrongHash);
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<int>(cancellationToken);
        return new(Read(buffer.Span));
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
            _sha256.Dispose();
        }
        base.Dispose(disposing);
    }
}
