using System.IO.Pipelines;

namespace IheRegistry.Wire.Tests.Mtom;

/// <summary>Yields bytes in chunks of given sizes, as a network might; the last size goes on.</summary>
sealed class ChunkedStream(byte[] bytes, params int[] sizes) : MemoryStream(bytes, writable: false)
{
    int _reads;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var size = sizes[Math.Min(_reads++, sizes.Length - 1)];
        return base.ReadAsync(buffer[..Math.Min(Math.Max(size, 1), buffer.Length)], cancellationToken);
    }

    /// <summary>A pipe that sees the bytes arrive in these chunks, kept in segments of <paramref name="segment"/> bytes.</summary>
    public static PipeReader Pipe(byte[] bytes, int segment, params int[] sizes) =>
        PipeReader.Create(new ChunkedStream(bytes, sizes), new StreamPipeReaderOptions(bufferSize: segment, minimumReadSize: 1));
}
