namespace IheRegistry.Store;

/// <summary>The store could not make a change durable: nothing of it is acknowledged or kept. Its text is for the log only.</summary>
public sealed class StoreUnavailableException(string message, Exception? cause = null) : IOException(message, cause)
{
    /// <summary>True when the disk is full: room has to be made; the store itself is sound.</summary>
    public bool IsFull { get; init; }
}
