namespace IheRegistry.Wire.Soap;

/// <summary>What the large envelopes of all messages together may take: a limit for each would not keep many from taking all there is.</summary>
/// <param name="maxBytes">Most bytes at once.</param>
public sealed class MemoryQuota(long maxBytes)
{
    long _taken;

    internal bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= maxBytes) return true;
        Return(bytes);
        return false;
    }

    internal void Return(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
