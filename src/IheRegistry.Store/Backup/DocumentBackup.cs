using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Backup;

/// <summary>
/// Puts documents into another folder of the same layout. Stored files never change, so that within one file system a second name is a
/// copy; elsewhere the bytes are copied, and their hash is checked on the way. What the target has already is left, which makes the next
/// backup into the same folder an incremental one.
/// </summary>
sealed class DocumentBackup
{
    readonly DocumentFolders _target;
    readonly DocumentCopy _copy;
    readonly string _source;
    readonly List<DocumentFault> _faults = [];
    int _linked;
    int _copied;
    int _present;

    public DocumentBackup(string source, string target)
    {
        // The target is a disk of its own: where it fails, the backup fails, and the server goes on.
        var durability = new Durability(new());
        _source = source;
        _target = new(target, durability);
        _copy = new(new(source), _target, durability);
        foreach (var leftOver in Directory.EnumerateFiles(_target.Staging)) File.Delete(leftOver);
    }

    public async ValueTask<BackupReport> RunAsync(IAsyncEnumerable<ContentKey> documents, CancellationToken cancellationToken)
    {
        await foreach (var key in documents.WithCancellation(cancellationToken))
        {
            if (await TakeAsync(key, cancellationToken) is { } fault)
                _faults.Add(new(key, fault));
        }

        _copy.Flush();
        return new(_linked, _copied, _present, _faults);
    }

    async ValueTask<ContentFault?> TakeAsync(ContentKey key, CancellationToken cancellationToken)
    {
        _target.Ensure(key.Owner);
        var original = new FileInfo(DocumentFolders.PathOf(_source, key.Owner, key.Sha256));
        var present = new FileInfo(_target.PathOf(key.Owner, key.Sha256));
        if (present.Exists && present.Length == key.Size)
        {
            _present++;
            return null;
        }

        // A link would share the wrong size with the original.
        if (!present.Exists && original.Exists && original.Length != key.Size) return ContentFault.WrongSize;
        if (!present.Exists && Posix.TryLink(original.FullName, present.FullName) == LinkOutcome.Linked)
        {
            _copy.Touch(key);
            _linked++;
            return null;
        }

        var fault = await _copy.CopyAsync(key, cancellationToken);
        if (fault is null) _copied++;
        return fault;
    }
}

/// <summary>What a backup did with the documents.</summary>
/// <param name="Linked">Documents that share their bytes with the original.</param>
/// <param name="Copied">Documents copied to another file system.</param>
/// <param name="Present">Documents that the target had already.</param>
/// <param name="Faults">Documents that are missing or damaged, and not in the backup unless an earlier one had them.</param>
public sealed record BackupReport(int Linked, int Copied, int Present, IReadOnlyList<DocumentFault> Faults);
