using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Store.Backup;

/// <summary>
/// Makes a data folder of a backup: the database checked by SQLite, every document that its rows name read, its size and hash checked.
/// The bytes are copied and never linked: the backup stays a backup.
/// </summary>
/// <param name="backup">The folder of the backup.</param>
/// <param name="data">The data folder to make; it must be missing or empty.</param>
public sealed class DataRestore(string backup, string data)
{
    readonly string _backup = Path.GetFullPath(backup);
    readonly string _data = Path.GetFullPath(data);

    /// <summary>Restores all, or nothing.</summary>
    /// <param name="incomplete">Restore all the same where documents are missing or damaged.</param>
    /// <param name="cancellationToken">Breaks off, and leaves an empty folder.</param>
    /// <exception cref="IOException">A disk failed; an empty folder is left.</exception>
    public async Task<RestoreOutcome> RunAsync(bool incomplete, CancellationToken cancellationToken)
    {
        var database = Path.Combine(_backup, SqliteRegistryStore.FileName);
        if (!File.Exists(database)) return RestoreOutcome.Refused($"'{_backup}' holds no {SqliteRegistryStore.FileName}: it is no backup.");
        if (Path.Exists(_data) && (!Directory.Exists(_data) || Directory.EnumerateFileSystemEntries(_data).Any()))
            return RestoreOutcome.Refused($"'{_data}' is not empty; restore into a new folder.");

        using var registry = new RegistryFile(database);
        if (registry.CheckIntegrity() is { Count: > 0 } flaws)
            return RestoreOutcome.Refused($"The database of the backup is damaged: {string.Join("; ", flaws)}");
        var opened = DataFolder.Open(_data);
        if (!opened.IsOpen) return RestoreOutcome.Refused(opened.Refusal);
        return await RestoreAsync(registry, opened.Folder, incomplete, cancellationToken);
    }

    async Task<RestoreOutcome> RestoreAsync(RegistryFile registry, DataFolder folder, bool incomplete, CancellationToken cancellationToken)
    {
        var kept = false;
        try
        {
            var (documents, faults) = await CopyDocumentsAsync(registry, folder, cancellationToken);
            kept = faults.Count == 0 || incomplete;
            if (kept) PlaceDatabase(registry, folder);
            return new RestoreOutcome(kept, documents, faults, null);
        }
        catch
        {
            kept = false;
            throw;
        }
        finally
        {
            if (!kept) Empty(folder.Root);
            folder.Dispose();
        }
    }

    async Task<(int Documents, List<DocumentFault> Faults)> CopyDocumentsAsync(
        RegistryFile registry, DataFolder folder, CancellationToken cancellationToken)
    {
        var durability = new Durability(new());
        var copy = new DocumentCopy(new(DataFolder.DocumentsOf(_backup)), new(folder.Documents, durability), durability);
        var documents = 0;
        var faults = new List<DocumentFault>();
        await foreach (var key in registry.ListContentsAsync(null, cancellationToken))
        {
            if (await copy.CopyAsync(key, cancellationToken) is { } fault) faults.Add(new(key, fault));
            else documents++;
        }

        copy.Flush();
        return (documents, faults);
    }

    // Last: a folder with a database is a whole one.
    static void PlaceDatabase(RegistryFile registry, DataFolder folder)
    {
        var final = folder.PathOf(SqliteRegistryStore.FileName);
        registry.CopyTo(final + ".new");
        File.Move(final + ".new", final);
        Posix.FlushDirectory(folder.Root);
    }

    static void Empty(string folder)
    {
        foreach (var path in Directory.EnumerateDirectories(folder)) Directory.Delete(path, recursive: true);
        foreach (var path in Directory.EnumerateFiles(folder)) File.Delete(path);
    }
}

/// <summary>What came of a restore.</summary>
/// <param name="IsRestored">True where the data folder can be started on.</param>
/// <param name="Documents">Documents that are whole.</param>
/// <param name="Faults">Documents that are missing from the backup, or damaged there.</param>
/// <param name="Refusal">Why nothing was tried, in words for the operator; null otherwise.</param>
public sealed record RestoreOutcome(bool IsRestored, int Documents, IReadOnlyList<DocumentFault> Faults, string? Refusal)
{
    internal static RestoreOutcome Refused(string refusal) => new(false, 0, [], refusal);
}
