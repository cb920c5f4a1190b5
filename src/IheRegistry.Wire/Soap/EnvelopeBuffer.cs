using System.Buffers;
using System.IO.Pipelines;

namespace IheRegistry.Wire.Soap;

/// <summary>The bytes of one envelope in a pooled array.</summary>
sealed class EnvelopeBuffer : IDisposable
{
    // Requests and answers about single documents fit; the array doubles for more.
    const int InitialSize = 16 * 1024;

    byte[] _array = ArrayPool<byte>.Shared.Rent(InitialSize);
    int _start;
    int _end;

    internal byte[] Array => _array;

    internal int Start => _start;

    internal int Length => _end - _start;

    internal ReadOnlyMemory<byte> Memory => _array.AsMemory(_start, Length);

    internal ReadOnlySpan<byte> Span => _array.AsSpan(_start, Length);

    /// <summary>Takes everything a pipe yields; false when that is more than <paramref name="maxBytes"/>.</summary>
    internal async ValueTask<bool> FillAsync(PipeReader pipe, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCanceled)
                throw new OperationCanceledException(cancellationToken);
            var fits = read.Buffer.Length <= maxBytes - Length;
            if (fits)
                Append(read.Buffer);
            pipe.AdvanceTo(read.Buffer.End);
            if (!fits || read.IsCompleted)
                return fits;
        }
    }

    /// <summary>Takes everything a stream yields; false when that is more than <paramref name="maxBytes"/>.</summary>
    internal async ValueTask<bool> FillAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_end == _array.Length)
                Grow(1);
            var count = await stream.ReadAsync(_array.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            if (count == 0 || Length > maxBytes)
                return count == 0;
        }
    }

    /// <summary>Drops bytes at the front.</summary>
    internal void Skip(int count) => _start += count;

    /// <summary>Puts another pooled array in place of the present one.</summary>
    internal void Replace(byte[] array, int length)
    {
        ArrayPool<byte>.Shared.Return(_array);
        _array = array;
        _start = 0;
        _end = length;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_array.Length > 0)
            ArrayPool<byte>.Shared.Return(_array);
        _array = [];
        _start = _end = 0;
    }

    void Append(in ReadOnlySequence<byte> bytes)
    {
        var count = (int)bytes.Length;
        if (_array.Length - _end < count)
            Grow(count);
        bytes.CopyTo(_array.AsSpan(_end));
        _end += count;
    }

    void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_array.Length * 2, _end + count));
        _array.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
