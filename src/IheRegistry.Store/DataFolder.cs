using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IheRegistry.Store;

/// <summary>
/// The folder that holds everything the server keeps. It belongs to one process at a time: the lock is the kernel's (flock), so
/// that it dies with the process, however that ends, and is never stale.
/// </summary>
public sealed class DataFolder : IDisposable
{
    readonly FileStream _lock;

    DataFolder(string root, FileStream @lock)
    {
        Root = root;
        _lock = @lock;
    }

    /// <summary>The folder itself, as a full path.</summary>
    public string Root { get; }

    /// <summary>Where the documents are.</summary>
    public string Documents => DocumentsOf(Root);

    /// <summary>Where messages and answers that are too large for memory wait; emptied at every start.</summary>
    public string Spool => Path.Combine(Root, "spool");

    /// <summary>Where large answers wait that are to be sent to addresses of their own.</summary>
    public string Outbox => Path.Combine(Root, "outbox");

    /// <summary>Where the documents are in a data folder that is not ours, or in a backup of one.</summary>
    public static string DocumentsOf(string root) => Path.Combine(root, "documents");

    /// <summary>The full path of a file directly in the folder. The name is the program's own, never a user's.</summary>
    public string PathOf(string name)
    {
        if (name != Path.GetFileName(name))
            throw new ArgumentException("Not a plain file name.", nameof(name));
        return Path.Combine(Root, name);
    }

    /// <summary>As <see cref="PathOf"/>, and an empty file of mode 0600 is made where none is.</summary>
    public string PrivateFile(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
            PrivateFiles.EnsureFile(path);
        return path;
    }

    /// <summary>Replaces a file of the program's own as a whole: a kill leaves the old one or the new one.</summary>
    public void Replace(string name, ReadOnlySpan<byte> content)
    {
        var final = PathOf(name);
        var temporary = final + ".new";
        File.Delete(temporary);
        using (var file = PrivateFiles.Create(temporary)) file.Write(content);
        File.Move(temporary, final, overwrite: true);
    }

    /// <summary>Makes the folder where it is missing, closes it to other accounts and locks it, or says why not.</summary>
    public static DataFolderOutcome Open(string path)
    {
        var root = Path.GetFullPath(path);
        try
        {
            PrivateFiles.EnsureFolder(root);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, $"The data folder '{root}' cannot be made or closed to others: {error.Message}");
        }
        return Lock(root);
    }

    static DataFolderOutcome Lock(string root)
    {
        // The process id has a file of its own, because the locked one cannot be read.
        var pidFile = Path.Combine(root, "lock.pid");
        FileStream held;
        try
        {
            held = PrivateFiles.OpenExclusive(Path.Combine(root, "lock"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var holder = ReadPid(pidFile) is { } pid ? $"process {pid}" : "another process";
            return new(null, $"The data folder '{root}' is in use by {holder}, or cannot be written: {error.Message}");
        }
        PrivateFiles.EnsureFile(pidFile);
        File.WriteAllText(pidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        var folder = new DataFolder(root, held);
        folder.EmptySpool();
        return new(folder, null);
    }

    void EmptySpool()
    {
        if (Directory.Exists(Spool)) Directory.Delete(Spool, recursive: true);
        PrivateFiles.EnsureFolder(Spool);
    }

    static string? ReadPid(string path) =>
        File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Lets another process in.</summary>
    public void Dispose() => _lock.Dispose();
}

/// <summary>A data folder, opened and locked, or the reason why it is not.</summary>
/// <param name="Folder">The folder; null where it was refused.</param>
/// <param name="Refusal">Why, in words for the operator; null where it was opened.</param>
public sealed record DataFolderOutcome(DataFolder? Folder, string? Refusal)
{
    /// <summary>True where the folder is ours now.</summary>
    [MemberNotNullWhen(true, nameof(Folder))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOpen => Folder is not null;
}
