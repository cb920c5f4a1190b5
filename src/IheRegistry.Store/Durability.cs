using Microsoft.Win32.SafeHandles;

namespace IheRegistry.Store;

/// <summary>Makes bytes and names durable; the first failure trips the latch.</summary>
sealed class Durability(WriteLatch latch)
{
    /// <summary>Makes the bytes of an open file durable.</summary>
    public void FlushFile(SafeFileHandle file, string path) => OrTrip(() => Posix.FlushFile(file, path));

    /// <summary>Makes the names in a directory durable.</summary>
    public void FlushDirectory(string path) => OrTrip(() => Posix.FlushDirectory(path));

    void OrTrip(Action flush)
    {
        try
        {
            flush();
        }
        catch (IOException error)
        {
            latch.Trip(error.Message);
            throw;
        }
    }
}
