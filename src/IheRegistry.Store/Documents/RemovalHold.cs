namespace IheRegistry.Store.Documents;

/// <summary>
/// Keeps removals of documents and backups apart, also between processes: a removal shares the kernel's lock of one file, a backup has it
/// alone from before its snapshot of the rows until it has copied the documents. What should have been removed meanwhile stays for the
/// next sweep. The lock dies with its process, so that no hold is ever stale.
/// </summary>
public static class RemovalHold
{
    const string FileName = "removals.lock";

    // A removal is one unlink: whoever waits longer than this waits for another backup.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Holds all removals in a data folder until the answer is disposed of; null where another backup does so already.</summary>
    public static async Task<IDisposable?> TakeAsync(string dataFolder, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            if (TryOpen(dataFolder, FileShare.None) is { } hold) return hold;
            if (time.GetElapsedTime(start) > Patience) return null;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>Lets one removal pass; null while they are held.</summary>
    internal static IDisposable? TryPass(string dataFolder) => TryOpen(dataFolder, FileShare.Read);

    static FileStream? TryOpen(string dataFolder, FileShare share)
    {
        try
        {
            return PrivateFiles.OpenShared(Path.Combine(dataFolder, FileName), share);
        }
        catch (IOException error) when (Posix.IsLockedByAnother(error))
        {
            return null;
        }
    }
}
