using IheRegistry.Store.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Documents;

/// <summary>ENOSPC, from a file system that is really full.</summary>
[TestFixture]
public sealed class FullDiskTests
{
    [Test]
    public async Task A_document_that_does_not_fit_is_refused_leaves_nothing_and_the_next_one_is_taken()
    {
        using var disk = SmallDisk.Mount(4 * 1024 * 1024);
        using var folder = DataFolder.Open(disk.PathOf("data")).Folder!;
        var latch = new WriteLatch();
        // The mark of zero is never reached: it is the disk itself that refuses.
        var store = DocumentProcess.Open(folder, latch);

        var refused = await store.StageAsync(new MemoryStream(new byte[10_000_000]), default);
        Assert.That(refused.Refusal, Is.EqualTo(WriteRefusal.LowDisk));
        Assert.That(latch.IsTripped, Is.False);
        Assert.That(Directory.EnumerateFiles(folder.Documents, "*", SearchOption.AllDirectories), Is.Empty);

        await using var fits = (await store.StageAsync(new MemoryStream(new byte[1_000_000]), default)).Document!;
        Assert.That((await store.CommitAsync(DocumentProcess.Owner, [fits], default)).IsCommitted);
    }

    [Test]
    public async Task A_disk_that_runs_low_during_an_upload_ends_it()
    {
        using var disk = SmallDisk.Mount(32 * 1024 * 1024);
        using var folder = DataFolder.Open(disk.PathOf("data")).Folder!;
        var time = new ManualTime();
        var store = new FileDocumentStore(
            folder, (_, _, _) => new(false), new(folder.Root, 16 * 1024 * 1024, time), new WriteLatch(), time);
        // Every piece takes a second, so that the guard looks again.
        using var slow = new ChoppyStream(new byte[30 * 1024 * 1024], [1024 * 1024]) { OnRead = () => time.Advance(TimeSpan.FromSeconds(1)) };

        var outcome = await store.StageAsync(slow, default);

        Assert.That(outcome.Refusal, Is.EqualTo(WriteRefusal.LowDisk));
        Assert.That(Directory.EnumerateFiles(folder.Documents, "*", SearchOption.AllDirectories), Is.Empty);
    }
}
