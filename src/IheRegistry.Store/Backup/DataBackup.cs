using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Store.Backup;

/// <summary>
/// Backs a data folder up while a server in another process serves from it. The database is copied first, as of one moment, then every
/// document that its rows name: a document is committed before its row, so that none can be missing. The copy of the database takes its
/// place last; until then the folder holds the backup before, whole.
/// </summary>
/// <param name="data">The data folder.</param>
/// <param name="target">The folder of the backup; made where it is missing, completed where it holds an earlier one.</param>
/// <param name="time">The clock.</param>
public sealed class DataBackup(string data, string target, TimeProvider time)
{
    readonly string _data = Path.GetFullPath(data);
    readonly string _target = Path.GetFullPath(target);

    /// <summary>Runs the backup.</summary>
    /// <exception cref="IOException">A disk failed; the backup before is untouched.</exception>
    public async Task<BackupOutcome> RunAsync(CancellationToken cancellationToken)
    {
        var database = Path.Combine(_data, SqliteRegistryStore.FileName);
        if (!File.Exists(database)) return new(null, $"'{_data}' holds no {SqliteRegistryStore.FileName}: it is no data folder.");
        if (IsWithin(_data, _target)) return new(null, $"'{_target}' lies within the data folder.");
        using var hold = await RemovalHold.TakeAsync(_data, time, cancellationToken);
        if (hold is null) return new(null, $"Another backup of '{_data}' is running.");

        PrivateFiles.EnsureFolder(_target);
        return new(await RunAsync(database, cancellationToken), null);
    }

    async Task<BackupReport> RunAsync(string database, CancellationToken cancellationToken)
    {
        var final = Path.Combine(_target, SqliteRegistryStore.FileName);
        var copy = final + ".new";
        File.Delete(copy);
        using (var live = new RegistryFile(database)) live.CopyTo(copy);
        BackupReport report;
        using (var snapshot = new RegistryFile(copy))
        {
            report = await new DocumentBackup(DataFolder.DocumentsOf(_data), DataFolder.DocumentsOf(_target)).RunAsync(
                snapshot.ListContentsAsync(null, cancellationToken), cancellationToken);
        }

        File.Move(copy, final, overwrite: true);
        Posix.FlushDirectory(_target);
        return report;
    }

    static bool IsWithin(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path);
        return relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !Path.IsPathRooted(relative);
    }
}

/// <summary>What came of a backup, or why there is none.</summary>
/// <param name="Report">What was done; null where it was refused.</param>
/// <param name="Refusal">Why nothing was done, in words for the operator.</param>
public sealed record BackupOutcome(BackupReport? Report, string? Refusal);
