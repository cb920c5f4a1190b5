using System.ComponentModel;
using System.Runtime.InteropServices;

namespace IheRegistry.Store;

/// <summary>The calls of the operating system that .NET does not offer, and its error numbers.</summary>
static class Posix
{
    const int ReadOnlyCloseOnExec = 0x80000;
    const uint StartWriteback = 2;
    const int NoSuchFile = 2;
    const int FileExists = 17;
    const int CrossDevice = 18;
    const int NoSpace = 28;
    const int TooManyLinks = 31;
    const int NotSupported = 95;
    const int QuotaExceeded = 122;
    const int NotPermitted = 1;

    /// <summary>Makes the names in a directory durable: a rename is only kept by fsync of the directory that holds the new name.</summary>
    public static void FlushDirectory(string path)
    {
        // NTFS journals names by itself and cannot open a directory for flushing.
        if (OperatingSystem.IsWindows())
            return;

        var descriptor = Open(path, OperatingSystem.IsLinux() ? ReadOnlyCloseOnExec : 0);
        if (descriptor < 0)
            throw LastError($"open directory '{path}'");
        try
        {
            if (Fsync(descriptor) != 0)
                throw LastError($"fsync directory '{path}'");
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>
    /// Asks the kernel to begin writing a range, without waiting, so that the disk works while the rest still arrives and the fsync at
    /// the end finds little to do. A hint only: what it answers does not matter.
    /// </summary>
    public static void StartWriting(SafeHandle file, long offset, long length)
    {
        if (OperatingSystem.IsLinux())
            _ = SyncFileRange(file, offset, length, StartWriteback);
    }

    /// <summary>Makes a second name for a file.</summary>
    public static LinkOutcome TryLink(string existing, string added)
    {
        if (OperatingSystem.IsWindows())
            return LinkOutcome.Unsupported;
        if (Link(existing, added) == 0)
            return LinkOutcome.Linked;
        return Marshal.GetLastPInvokeError() switch
        {
            FileExists => LinkOutcome.Exists,
            NoSuchFile => LinkOutcome.Missing,
            CrossDevice or TooManyLinks or NotPermitted or NotSupported => LinkOutcome.Unsupported,
            _ => throw LastError($"link '{existing}' as '{added}'"),
        };
    }

    /// <summary>True where the disk, or the quota, is full. .NET keeps the error number in HResult.</summary>
    public static bool IsNoSpace(IOException error) => error.HResult is NoSpace or QuotaExceeded;

    static IOException LastError(string what)
    {
        var number = Marshal.GetLastPInvokeError();
        return new IOException($"{what}: {new Win32Exception(number).Message}", number);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    static extern int Fsync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    static extern int Close(int descriptor);

    [DllImport("libc", EntryPoint = "sync_file_range")]
    static extern int SyncFileRange(SafeHandle file, long offset, long length, uint flags);

    [DllImport("libc", EntryPoint = "link", SetLastError = true)]
    static extern int Link(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string existing, [MarshalAs(UnmanagedType.LPUTF8Str)] string added);
}

/// <summary>What came of a hard link.</summary>
enum LinkOutcome
{
    Linked,
    Exists,
    Missing,
    Unsupported,
}
