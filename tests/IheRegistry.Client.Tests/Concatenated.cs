namespace IheRegistry.Client.Tests;

/// <summary>Streams, one after the other.</summary>
sealed class Concatenated(IEnumerable<Stream> streams) : Stream
{
    readonly Queue<Stream> _left = new(streams);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_left.TryPeek(out var stream))
        {
            var count = await stream.ReadAsync(buffer, cancellationToken);
            if (count > 0) return count;
            _left.Dequeue();
        }

        return 0;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
