using IheRegistry.Store.Tests.Documents;

namespace IheRegistry.Store.Tests;

/// <summary>A real file system of a given size, in memory, that can be filled. Only root may mount one.</summary>
sealed class SmallDisk : IDisposable
{
    readonly ScratchFolder _folder = new();

    SmallDisk()
    {
    }

    public string Path => _folder.Path;

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Mounts the disk; the test is ignored where that is not permitted.</summary>
    public static SmallDisk Mount(long bytes)
    {
        var disk = new SmallDisk();
        try
        {
            ForeignTool.RunOrIgnore("mount", "-t", "tmpfs", "-o", $"size={bytes}", "tmpfs", disk.Path);
            return disk;
        }
        catch
        {
            disk._folder.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        var failure = ForeignTool.Run("umount", Path);
        if (failure is not null)
            throw new IOException($"{Path} stays mounted: {failure}");
        _folder.Dispose();
    }
}
