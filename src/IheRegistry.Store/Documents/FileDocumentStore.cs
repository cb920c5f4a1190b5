using System.Runtime.CompilerServices;

namespace IheRegistry.Store.Documents;

/// <summary>
/// Documents as files. The order that makes an acknowledged document safe: bytes and hash, fsync of the temporary file, rename to the
/// final name, fsync of the folder, and only then the answer.
/// </summary>
/// <remarks>
/// A rename replaces a file of the same name. The bytes are the same, for the name is their hash, so nothing is lost; no check of the
/// old file can be wrong, and a damaged one is mended by the next submission of the same document. A reader of the old file keeps it.
/// </remarks>
public sealed class FileDocumentStore : IDocumentStore
{
    readonly Durability _durability;
    readonly DocumentFolders _folders;
    readonly DocumentReader _reader;
    readonly string _dataFolder;
    readonly ContentProtection _protection = new();
    readonly ContentReferenced _referenced;
    readonly FreeSpaceGuard _space;
    readonly WriteLatch _latch;
    readonly TimeProvider _time;

    /// <summary>Opens the store in a locked data folder.</summary>
    public FileDocumentStore(
        DataFolder folder, ContentReferenced referenced, FreeSpaceGuard space, WriteLatch latch, TimeProvider time)
    {
        _durability = new(latch);
        _folders = new(folder.Documents, _durability);
        _reader = new(folder.Documents);
        _dataFolder = folder.Root;
        _referenced = referenced;
        _space = space;
        _latch = latch;
        _time = time;
    }

    /// <inheritdoc/>
    public async ValueTask<StageOutcome> StageAsync(Stream content, CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
            return StageOutcome.Refused(refusal);

        var path = _folders.NewTemporary();
        var staged = false;
        try
        {
            var document = await WriteAsync(path, content, cancellationToken);
            staged = document is not null;
            return document is null ? StageOutcome.Refused(WriteRefusal.LowDisk) : StageOutcome.Staged(document);
        }
        catch (IOException error) when (Posix.IsNoSpace(error) && !_latch.IsTripped)
        {
            return StageOutcome.Refused(WriteRefusal.LowDisk);
        }
        finally
        {
            if (!staged)
                File.Delete(path);
        }
    }

    async ValueTask<StagedDocument?> WriteAsync(string path, Stream content, CancellationToken cancellationToken)
    {
        using var file = PrivateFiles.Create(path);
        using var intake = new ContentIntake(file.SafeFileHandle, _space);
        if (!await intake.TakeAsync(content, cancellationToken))
            return null;
        _durability.FlushFile(file.SafeFileHandle, path);
        return new(intake.Sha256(), intake.Sha1(), intake.Size, path, Drop);
    }

    /// <inheritdoc/>
    public async ValueTask<CommitOutcome> CommitAsync(
        string owner, IReadOnlyList<StagedDocument> documents, CancellationToken cancellationToken)
    {
        if (_latch.IsTripped)
            return CommitOutcome.Refused(WriteRefusal.WritesStopped);
        cancellationToken.ThrowIfCancellationRequested();

        var placed = new List<StoredContent>(documents.Count);
        var committed = new CommittedDocuments(placed, DiscardAsync, Release);
        try
        {
            var folder = _folders.Ensure(owner);
            foreach (var document in documents)
                await PlaceAsync(owner, document, placed);
            foreach (var shard in placed.Select(content => DocumentFolders.Shard(folder, content.Sha256)).Distinct())
                _durability.FlushDirectory(shard);
            return CommitOutcome.Committed(committed);
        }
        catch (IOException error) when (Posix.IsNoSpace(error) && !_latch.IsTripped)
        {
            await committed.DiscardAsync(CancellationToken.None);
            return CommitOutcome.Refused(WriteRefusal.LowDisk);
        }
        catch (IOException)
        {
            // What was renamed before is an orphan now: no row will refer to it, and a sweep finds it.
            committed.Dispose();
            throw;
        }
    }

    async ValueTask PlaceAsync(string owner, StagedDocument document, List<StoredContent> placed)
    {
        if (!document.TrySettle())
            throw new InvalidOperationException("The document was committed or dropped before.");
        try
        {
            // Not to be cancelled: half a submission under final names helps nobody, and the lock is never held for long.
            using var stripe = await _protection.EnterAsync(owner, document.Sha256, CancellationToken.None);
            // The age that a sweep looks at counts from now, however long ago the upload ended.
            File.SetLastWriteTimeUtc(document.Location, _time.GetUtcNow().UtcDateTime);
            _protection.Lease(owner, document.Sha256);
            placed.Add(new(owner, document.Sha256, document.Sha1, document.Size));
            File.Move(document.Location, _folders.PathOf(owner, document.Sha256), overwrite: true);
        }
        catch
        {
            File.Delete(document.Location);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<OpenOutcome> OpenAsync(ContentKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(_reader.Open(key));
    }

    /// <inheritdoc/>
    public async ValueTask<RemoveOutcome> RemoveAsync(string owner, ContentId sha256, CancellationToken cancellationToken)
    {
        using var stripe = await _protection.EnterAsync(owner, sha256, cancellationToken);
        return await RemoveLockedAsync(owner, sha256, cancellationToken);
    }

    async ValueTask<RemoveOutcome> RemoveLockedAsync(string owner, ContentId sha256, CancellationToken cancellationToken)
    {
        using var pass = RemovalHold.TryPass(_dataFolder);
        if (pass is null || _protection.IsProtected(owner, sha256) || await _referenced(owner, sha256, cancellationToken))
            return RemoveOutcome.Kept;
        var path = _folders.PathOf(owner, sha256);
        if (!File.Exists(path))
            return RemoveOutcome.Missing;
        File.Delete(path);
        // Gone for good, also after a power failure.
        _durability.FlushDirectory(Path.GetDirectoryName(path)!);
        return RemoveOutcome.Removed;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ContentKey> ListAsync(
        ContentKey? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (owner, id, file) in _folders.List(after?.Owner, after?.Sha256.ToString()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // It may have been removed since the folder was read.
            if (file.Exists)
                yield return new(owner, id, file.Length);
        }
        await ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask<SweepReport> SweepAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        var temporary = 0;
        foreach (var path in Directory.EnumerateFiles(_folders.Staging).Where(path => !_folders.IsOurs(path)))
        {
            File.Delete(path);
            temporary++;
        }

        var report = new SweepReport(temporary, 0, 0, 0);
        foreach (var (owner, id, _) in _folders.List(null, null))
            report = await SweepOneAsync(report, owner, id, grace, cancellationToken);
        return report;
    }

    async ValueTask<SweepReport> SweepOneAsync(
        SweepReport report, string owner, ContentId id, TimeSpan grace, CancellationToken cancellationToken)
    {
        // Most documents have a row: they are passed without the lock.
        if (await _referenced(owner, id, cancellationToken))
            return report;
        using var stripe = await _protection.EnterAsync(owner, id, cancellationToken);
        var file = new FileInfo(_folders.PathOf(owner, id));
        if (!file.Exists)
            return report;
        var size = file.Length;
        var young = _time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc < grace;
        if (!young && await RemoveLockedAsync(owner, id, cancellationToken) == RemoveOutcome.Removed)
            return report with { Orphans = report.Orphans + 1, OrphanBytes = report.OrphanBytes + size };
        return await _referenced(owner, id, cancellationToken) ? report : report with { YoungOrphans = report.YoungOrphans + 1 };
    }

    WriteRefusal? Refusal()
    {
        if (_latch.IsTripped)
            return WriteRefusal.WritesStopped;
        return _space.IsLow ? WriteRefusal.LowDisk : null;
    }

    async ValueTask DiscardAsync(CommittedDocuments documents, CancellationToken cancellationToken)
    {
        Release(documents);
        foreach (var (owner, id) in documents.Contents.Select(content => (content.Owner, content.Sha256)).Distinct())
            await RemoveAsync(owner, id, cancellationToken);
    }

    void Release(CommittedDocuments documents)
    {
        foreach (var content in documents.Contents)
            _protection.Release(content.Owner, content.Sha256);
    }

    static ValueTask Drop(string path)
    {
        File.Delete(path);
        return ValueTask.CompletedTask;
    }
}
