using System.Runtime.InteropServices;

namespace IheRegistry.Store.Documents;

/// <summary>
/// Keeps bytes that were made for one answer until they are sent: few in memory, many in a file without a name, gone when it is closed or
/// the process dies. However slowly a client takes its answer, it costs no memory.
/// </summary>
/// <param name="folder">Where the files are made.</param>
public sealed class TemporaryContents(string folder)
{
    // A thousand clients at once stay within 256 MiB.
    const int MaxBytesInMemory = 256 * 1024;

    /// <summary>The bytes to be read once, from their first to their last.</summary>
    public Stream Keep(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length <= MaxBytesInMemory) return InMemory(bytes);
        var file = Unnamed();
        file.Write(bytes.Span);
        file.Position = 0;
        return file;
    }

    static MemoryStream InMemory(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    FileStream Unnamed()
    {
        var path = Path.Combine(folder, $".iheregistry-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite };
        if (OperatingSystem.IsWindows()) options.Options = FileOptions.DeleteOnClose;
        else options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
