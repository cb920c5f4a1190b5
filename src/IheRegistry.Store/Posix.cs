using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace IheRegistry.Store;

/// <summary>The calls of the operating system that .NET does not offer, and its error numbers.</summary>
static class Posix
{
    const int ReadOnlyCloseOnExec = 0x80000;
    const uint StartWriteback = 2;
    const int NoSuchFile = 2;
    const int Interrupted = 4;
    const int WouldBlock = 11;
    const int FileExists = 17;
    const int CrossDevice = 18;
    const int NoSpace = 28;
    const int TooManyLinks = 31;
    const int NotSupported = 95;
    const int QuotaExceeded = 122;
    const int NotPermitted = 1;

    // Windows' own number, as .NET keeps it in HResult.
    const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>
    /// Makes the bytes of a file durable. <see cref="RandomAccess.FlushToDisk"/> and <c>FileStream.Flush(true)</c> call fsync too, but
    /// (seen with .NET 10) drop its error, and a lost write would be acknowledged.
    /// </summary>
    public static void FlushFile(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
            return;
        }
        while (Fsync(file) != 0)
        {
            if (Marshal.GetLastPInvokeError() != Interrupted)
                throw LastError($"fsync '{path}'");
        }
    }

    /// <summary>Makes the names in a directory durable: a rename is only kept by fsync of the directory that holds the new name.</summary>
    public static void FlushDirectory(string path)
    {
        // NTFS journals names by itself and cannot open a directory for flushing.
        if (OperatingSystem.IsWindows())
            return;

        // .NET does not open directories.
        using var directory = new SafeFileHandle(Open(path, OperatingSystem.IsLinux() ? ReadOnlyCloseOnExec : 0), ownsHandle: true);
        if (directory.IsInvalid)
            throw LastError($"open directory '{path}'");
        FlushFile(directory, path);
    }

    /// <summary>
    /// Asks the kernel to begin writing a range, without waiting, so that the disk works while the rest still arrives and the fsync at
    /// the end finds little to do. A hint only: what it answers does not matter.
    /// </summary>
    public static void StartWriting(SafeFileHandle file, long offset, long length)
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

    /// <summary>True where a file could not be opened because another process has locked it.</summary>
    public static bool IsLockedByAnother(IOException error) => error.HResult is WouldBlock or SharingViolation;

    static IOException LastError(string what)
    {
        var number = Marshal.GetLastPInvokeError();
        return new IOException($"{what}: {new Win32Exception(number).Message}", number);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    static extern int Fsync(SafeFileHandle file);

    [DllImport("libc", EntryPoint = "sync_file_range")]
    static extern int SyncFileRange(SafeFileHandle file, long offset, long length, uint flags);

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
