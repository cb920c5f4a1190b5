namespace IheRegistry.Wire.Soap;

/// <summary>What all messages together may spool, so that senders who never send metadata cannot fill the disk.</summary>
/// <param name="maxBytes">Most bytes at once.</param>
/// <param name="isDiskLow">Says that nothing more is to be spooled, whatever the quota has left.</param>
public sealed class SpoolQuota(long maxBytes, Func<bool> isDiskLow)
{
    long _taken;

    /// <summary>Bytes that messages have spooled at present.</summary>
    public long TakenBytes => Interlocked.Read(ref _taken);

    internal bool TryTake(long bytes)
    {
        if (isDiskLow()) return false;
        if (Interlocked.Add(ref _taken, bytes) <= maxBytes) return true;
        Return(bytes);
        return false;
    }

    internal void Return(long bytes) => Interlocked.Add(ref _taken, -bytes);
}
