using IheRegistry.Wire.Mtom;
using Microsoft.Win32.SafeHandles;

namespace IheRegistry.Wire.Soap;

/// <summary>The content of one of the <see cref="SpooledParts"/>.</summary>
sealed class SpooledPartStream(SafeFileHandle file, long start, long end) : ForwardOnlyStream
{
    long _at = start;

    /// <inheritdoc />
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var wanted = buffer[..(int)Math.Min(buffer.Length, end - _at)];
        if (wanted.IsEmpty)
            return 0;

        var count = await RandomAccess.ReadAsync(file, wanted, _at, cancellationToken).ConfigureAwait(false);
        if (count == 0)
            throw new EndOfStreamException();
        _at += count;
        return count;
    }
}
