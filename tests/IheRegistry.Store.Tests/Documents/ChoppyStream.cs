namespace IheRegistry.Store.Tests.Documents;

/// <summary>Hands out bytes in pieces of the given sizes, in turn, as a network does; may break off.</summary>
public sealed class ChoppyStream(byte[] bytes, IReadOnlyList<int> pieces) : Stream
{
    int _position;
    int _turn;

    public int? FailsAt { get; init; }

    public Action? OnRead { get; init; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        OnRead?.Invoke();
        if (_position >= FailsAt)
            throw new EndOfStreamException("The connection broke.");
        var piece = Math.Min(Math.Min(count, bytes.Length - _position), pieces[_turn++ % pieces.Count]);
        bytes.AsSpan(_position, piece).CopyTo(buffer.AsSpan(offset));
        _position += piece;
        return piece;
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_turn % 3 == 0)
            await Task.Yield();
        return Read(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
