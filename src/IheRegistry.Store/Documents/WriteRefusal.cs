namespace IheRegistry.Store.Documents;

/// <summary>Why a store takes no document just now. Reading goes on in either case.</summary>
public enum WriteRefusal
{
    /// <summary>The disk is full, or free space is below the low mark.</summary>
    LowDisk,

    /// <summary>An earlier write could not be made durable; see <see cref="WriteLatch"/>.</summary>
    WritesStopped,
}
