namespace IheRegistry.Store;

/// <summary>
/// Says whether the file system of the data folder has fallen below its low mark. Writers ask before they write and refuse; readers
/// do not ask. The mark leaves room for the database to finish what it has begun: a full disk is refused politely only while a
/// few blocks are left.
/// </summary>
public sealed class FreeSpaceGuard
{
    /// <summary>1 GiB: more than the largest write-ahead log and the spooled answers of a busy server together.</summary>
    public const long DefaultLowMark = 1L << 30;

    /// <summary>statfs is cheap but not free; at 1 GB/s a second is the default mark.</summary>
    static readonly TimeSpan CacheTime = TimeSpan.FromSeconds(1);

    readonly DriveInfo _drive;
    readonly TimeProvider _time;
    readonly Lock _measuring = new();
    long _measuredAt;
    long _free;

    /// <summary>Watches the file system that holds <paramref name="path"/>.</summary>
    public FreeSpaceGuard(string path, long lowMark, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lowMark);
        _drive = new DriveInfo(Path.GetFullPath(path));
        _time = time;
        LowMark = lowMark;
        _free = _drive.AvailableFreeSpace;
        _measuredAt = time.GetTimestamp();
    }

    /// <summary>Writes are refused while fewer bytes than this are free.</summary>
    public long LowMark { get; }

    /// <summary>True while writes are to be refused.</summary>
    public bool IsLow => FreeBytes < LowMark;

    /// <summary>Bytes free for this process, at most a second old.</summary>
    public long FreeBytes
    {
        get
        {
            lock (_measuring)
            {
                if (_time.GetElapsedTime(_measuredAt) < CacheTime)
                    return _free;
                _free = _drive.AvailableFreeSpace;
                _measuredAt = _time.GetTimestamp();
                return _free;
            }
        }
    }
}
