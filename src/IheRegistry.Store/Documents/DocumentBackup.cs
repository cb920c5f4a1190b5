namespace IheRegistry.Store.Documents;

/// <summary>
/// Puts every document into another folder of the same layout. Stored files never change, so that within one file system a second name
/// is a copy; elsewhere the bytes are copied, and their hash is checked on the way. What the target has already is left, which makes the
/// next backup into the same folder an incremental one.
/// </summary>
sealed class DocumentBackup
{
    readonly FileDocumentStore _store;
    readonly DocumentFolders _source;
    readonly DocumentFolders _target;
    /// <summary>The target is a disk of its own: where it fails, the backup fails, and the server goes on.</summary>
    readonly Durability _durability = new(new());
    readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    readonly List<ContentKey> _damaged = [];
    int _linked;
    int _copied;
    int _present;

    public DocumentBackup(FileDocumentStore store, DocumentFolders source, string folder)
    {
        _store = store;
        _source = source;
        _target = new(folder, _durability);
    }

    public async ValueTask<BackupReport> RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var key in _store.ListAsync(null, cancellationToken))
            await TakeAsync(key, cancellationToken);
        foreach (var shard in _touched)
            _durability.FlushDirectory(shard);
        return new(_linked, _copied, _present, _damaged);
    }

    async ValueTask TakeAsync(ContentKey key, CancellationToken cancellationToken)
    {
        var shard = DocumentFolders.Shard(_target.Ensure(key.Owner), key.Sha256);
        var path = _target.PathOf(key.Owner, key.Sha256);
        switch (Posix.TryLink(_source.PathOf(key.Owner, key.Sha256), path))
        {
            case LinkOutcome.Linked:
                _linked++;
                break;
            case LinkOutcome.Exists:
                _present++;
                return;
            case LinkOutcome.Missing:
                // Removed since it was listed.
                return;
            case LinkOutcome.Unsupported when File.Exists(path):
                _present++;
                return;
            case LinkOutcome.Unsupported:
                if (!await CopyAsync(key, path, cancellationToken))
                    return;
                _copied++;
                break;
        }
        _touched.Add(shard);
    }

    async ValueTask<bool> CopyAsync(ContentKey key, string path, CancellationToken cancellationToken)
    {
        var opened = await _store.OpenAsync(key, cancellationToken);
        if (!opened.IsOpen)
            return false;
        await using var content = opened.Content;
        var temporary = _target.NewTemporary();
        try
        {
            await using (var file = PrivateFiles.Create(temporary))
            {
                await content.CopyToAsync(file, cancellationToken);
                _durability.FlushFile(file.SafeFileHandle, temporary);
            }
            File.Move(temporary, path, overwrite: true);
            return true;
        }
        catch (DocumentDamagedException)
        {
            _damaged.Add(key);
            return false;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}

/// <summary>What a backup of the documents did.</summary>
/// <param name="Linked">Documents that share their bytes with the original.</param>
/// <param name="Copied">Documents copied to another file system.</param>
/// <param name="Present">Documents that the target had already.</param>
/// <param name="Damaged">Documents that were not copied because their bytes have changed.</param>
public sealed record BackupReport(int Linked, int Copied, int Present, IReadOnlyList<ContentKey> Damaged);
