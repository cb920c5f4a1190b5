using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Backup;

/// <summary>Copies documents from one folder of documents into another, each hashed on the way and given its name only when it is whole.</summary>
sealed class DocumentCopy(DocumentReader source, DocumentFolders target, Durability durability)
{
    const int BlockSize = 512 * 1024;

    readonly byte[] _block = new byte[BlockSize];
    readonly HashSet<string> _touched = new(StringComparer.Ordinal);

    /// <summary>Copies one document; null where that succeeded, else what is wrong with it.</summary>
    /// <exception cref="IOException">The target failed.</exception>
    public async ValueTask<ContentFault?> CopyAsync(ContentKey key, CancellationToken cancellationToken)
    {
        var opened = source.Open(key);
        if (!opened.IsOpen) return opened.Fault;

        await using var content = opened.Content;
        var temporary = target.NewTemporary();
        try
        {
            await using (var file = PrivateFiles.Create(temporary))
            {
                if (await WriteAsync(content, file, cancellationToken) is { } fault) return fault;
                durability.FlushFile(file.SafeFileHandle, temporary);
            }

            target.Ensure(key.Owner);
            File.Move(temporary, target.PathOf(key.Owner, key.Sha256), overwrite: true);
            Touch(key);
            return null;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Notes that a name was added for a document.</summary>
    public void Touch(ContentKey key) => _touched.Add(Path.GetDirectoryName(target.PathOf(key.Owner, key.Sha256))!);

    /// <summary>Makes all names that were added durable.</summary>
    public void Flush()
    {
        foreach (var shard in _touched) durability.FlushDirectory(shard);
        _touched.Clear();
    }

    // Only what fails while reading is the document's fault; what fails while writing is the target's.
    async ValueTask<ContentFault?> WriteAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        while (true)
        {
            int count;
            try
            {
                count = await content.ReadAsync(_block, cancellationToken);
            }
            catch (DocumentDamagedException damaged)
            {
                return damaged.Fault;
            }
            catch (IOException)
            {
                return ContentFault.Unreadable;
            }

            if (count == 0) return null;
            await file.WriteAsync(_block.AsMemory(0, count), cancellationToken);
        }
    }
}
