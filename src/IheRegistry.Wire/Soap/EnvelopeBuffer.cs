using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace IheRegistry.Wire.Soap;

/// <summary>The bytes of one envelope in one array: pooled while it is of ordinary size, under a quota when it is large.</summary>
sealed class EnvelopeBuffer(SoapLimits limits) : IDisposable
{
    // Requests and answers about single documents fit; the array doubles for more.
    const int InitialSize = 16 * 1024;

    // The pool keeps of each size as many arrays as were ever in use at once; of large ones that would be too much.
    const int LargestPooled = 1024 * 1024;

    byte[] _array = ArrayPool<byte>.Shared.Rent(InitialSize);
    int _start;
    int _end;

    internal byte[] Array => _array;

    internal int Start => _start;

    internal int Length => _end - _start;

    internal ReadOnlyMemory<byte> Memory => _array.AsMemory(_start, Length);

    internal ReadOnlySpan<byte> Span => _array.AsSpan(_start, Length);

    /// <summary>Takes everything a pipe yields; null, or why that is refused.</summary>
    internal async ValueTask<SoapRejectionReason?> FillAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCanceled)
                throw new OperationCanceledException(cancellationToken);
            var flaw = Append(read.Buffer);
            pipe.AdvanceTo(read.Buffer.End);
            if (flaw is not null || read.IsCompleted)
                return flaw;
        }
    }

    /// <summary>Takes everything a stream yields; null, or why that is refused.</summary>
    internal async ValueTask<SoapRejectionReason?> FillAsync(Stream stream, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_end == _array.Length && !TryGrow(1))
                return SoapRejectionReason.EnvelopeMemoryFull;
            var count = await stream.ReadAsync(_array.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            _end += count;
            if (Length > limits.MaxEnvelopeBytes)
                return SoapRejectionReason.EnvelopeTooLarge;
            if (count == 0)
                return null;
        }
    }

    /// <summary>Drops bytes at the front.</summary>
    internal void Skip(int count) => _start += count;

    /// <summary>Brings the bytes from another encoding into UTF-8; null, or why that is refused.</summary>
    internal SoapRejectionReason? Transcode(Encoding encoding)
    {
        using var utf8 = new EnvelopeBuffer(limits);
        try
        {
            using var source = new MemoryStream(_array, _start, Length, writable: false);
            using var characters = Encoding.CreateTranscodingStream(source, encoding, Encoding.UTF8);
            int count;
            do
            {
                if (utf8._end == utf8._array.Length && !utf8.TryGrow(1))
                    return SoapRejectionReason.EnvelopeMemoryFull;
                count = characters.Read(utf8._array.AsSpan(utf8._end));
                utf8._end += count;
            }
            while (count > 0);
        }
        catch (DecoderFallbackException)
        {
            return SoapRejectionReason.NotWellFormed;
        }

        (_array, utf8._array) = (utf8._array, _array);
        (_start, _end) = (0, utf8._end);
        return null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        GiveBack(_array);
        _array = [];
        _start = _end = 0;
    }

    SoapRejectionReason? Append(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > limits.MaxEnvelopeBytes - Length)
            return SoapRejectionReason.EnvelopeTooLarge;
        var count = (int)bytes.Length;
        if (_array.Length - _end < count && !TryGrow(count))
            return SoapRejectionReason.EnvelopeMemoryFull;
        bytes.CopyTo(_array.AsSpan(_end));
        _end += count;
        return null;
    }

    bool TryGrow(int count)
    {
        // One byte more than the limit tells that it was passed.
        var size = Math.Max((int)Math.Min(_array.Length * 2L, limits.MaxEnvelopeBytes + 1L), _end + count);
        if (size > LargestPooled && limits.EnvelopeMemory?.TryTake(size - Taken(_array)) == false)
            return false;
        var larger = size > LargestPooled ? GC.AllocateUninitializedArray<byte>(size) : ArrayPool<byte>.Shared.Rent(size);
        _array.AsSpan(0, _end).CopyTo(larger);
        if (Taken(_array) == 0)
            GiveBack(_array);
        _array = larger;
        return true;
    }

    static int Taken(byte[] array) => array.Length > LargestPooled ? array.Length : 0;

    void GiveBack(byte[] array)
    {
        if (Taken(array) > 0)
            limits.EnvelopeMemory?.Return(array.Length);
        else if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
    }
}
