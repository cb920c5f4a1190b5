using System.Buffers;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Hands out pieces of pooled arrays; all go back at once.</summary>
sealed class FragmentBuffer : IDisposable
{
    // A page of ten entries takes one or two of these.
    const int ChunkSize = 32 * 1024;

    readonly List<byte[]> _chunks = [];
    int _used;

    /// <summary>Room for so many bytes.</summary>
    internal Memory<byte> Take(int length)
    {
        if (_chunks.Count == 0 || _chunks[^1].Length - _used < length)
        {
            _chunks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(ChunkSize, length)));
            _used = 0;
        }

        var piece = _chunks[^1].AsMemory(_used, length);
        _used += length;
        return piece;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var chunk in _chunks) ArrayPool<byte>.Shared.Return(chunk);
        _chunks.Clear();
    }
}
