using System.Buffers;

namespace IheRegistry.Wire.Mtom;

/// <summary>Decodes a stream chunk by chunk through one pooled buffer of encoded bytes.</summary>
abstract class DecodingStream(Stream encoded) : ForwardOnlyStream
{
    const int BufferSize = 16 * 1024;

    byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    int _start;
    int _end;
    bool _ended;
    bool _disposed;

    /// <inheritdoc />
    public sealed override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (buffer.IsEmpty)
            return 0;

        while (true)
        {
            var written = Decode(_buffer.AsSpan(_start, _end - _start), buffer.Span, _ended, out var consumed);
            _start += consumed;
            if (written > 0)
                return written;
            if (_ended)
                return 0;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Decodes as much as fits. Nothing written means that more encoded bytes are needed, or, when <paramref name="isLast"/>, the end.
    /// </summary>
    protected abstract int Decode(Span<byte> source, Span<byte> destination, bool isLast, out int consumed);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = 0;
            encoded.Dispose();
        }

        base.Dispose(disposing);
    }

    async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var count = await encoded.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        _ended = count == 0;
    }
}
