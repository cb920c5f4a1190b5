namespace IheRegistry.Store;

/// <summary>Files and folders that nobody but the server's own account may look into: 0600 and 0700.</summary>
static class PrivateFiles
{
    const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder, or closes one that others could enter.</summary>
    public static void EnsureFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }
        Directory.CreateDirectory(path, FolderMode);
        if (File.GetUnixFileMode(path) != FolderMode)
            File.SetUnixFileMode(path, FolderMode);
    }

    /// <summary>Makes a file that must not exist yet, and opens it for writing by nobody else.</summary>
    public static FileStream Create(string path) => new(path, Options(System.IO.FileMode.CreateNew));

    /// <summary>Opens a file that may exist, exclusively.</summary>
    public static FileStream OpenExclusive(string path) => new(path, Options(System.IO.FileMode.OpenOrCreate));

    /// <summary>Opens a file that may exist for reading; with <see cref="FileShare.Read"/> beside other readers, else alone.</summary>
    public static FileStream OpenShared(string path, FileShare share)
    {
        var options = Options(System.IO.FileMode.OpenOrCreate);
        options.Access = FileAccess.Read;
        options.Share = share;
        return new(path, options);
    }

    /// <summary>Makes an empty file where there is none, so that whoever opens it later (SQLite, say) inherits the mode.</summary>
    public static void EnsureFile(string path) => OpenExclusive(path).Dispose();

    static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        return options;
    }
}
