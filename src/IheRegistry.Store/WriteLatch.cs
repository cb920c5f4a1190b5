namespace IheRegistry.Store;

/// <summary>
/// Stops all writing until the process is restarted. After a failed fsync nobody knows which pages reached the disk, and a second
/// fsync may report success for data that the kernel has already dropped; so the first failure is final for this process. The
/// document store and the database writer share one latch: half a store is no store.
/// </summary>
public sealed class WriteLatch
{
    string? _reason;

    /// <summary>True once a write could not be made durable.</summary>
    public bool IsTripped => Reason is not null;

    /// <summary>What failed first; null while all is well. For the log and the health answer, never for the wire.</summary>
    public string? Reason => Volatile.Read(ref _reason);

    /// <summary>Stops writing; the first reason is kept.</summary>
    public void Trip(string reason)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        Interlocked.CompareExchange(ref _reason, reason, null);
    }
}
