using IheRegistry.Store.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Documents;

[TestFixture]
public sealed class FileDocumentStoreTests : DocumentStoreContract
{
    /// <summary>Memory, where Linux offers it: removing hundreds of folders after each test is slow on a disk.</summary>
    static readonly string Memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    ScratchFolder _scratch = null!;
    DataFolder _folder = null!;
    WriteLatch _latch = null!;

    protected override IDocumentStore Open()
    {
        _scratch = new(Memory);
        _folder = DataFolder.Open(_scratch.PathOf("data")).Folder!;
        _latch = new();
        return Reopen();
    }

    FileDocumentStore Reopen(long lowMark = 0) =>
        new(_folder, Rows.RefersAsync, new(_folder.Root, lowMark, Time), _latch, Time);

    [TearDown]
    public void RemoveFolder()
    {
        _folder.Dispose();
        _scratch.Dispose();
    }

    [Test]
    public async Task A_document_is_a_file_named_by_its_sha256_below_its_owner()
    {
        var content = await PutAsync(Bytes(100));

        var name = content.Sha256.ToString();
        Assert.That(File.ReadAllBytes(Path.Combine(_folder.Documents, Owner, name[..2], name)), Is.EqualTo(Bytes(100)));
        Assert.That(Files(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Only_the_servers_account_can_look_into_files_and_folders()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no modes.");
            return;
        }
        await using var staged = await StageAsync(Bytes(1));
        await PutAsync(Bytes(2));

        foreach (var file in Directory.EnumerateFiles(_folder.Root, "*", SearchOption.AllDirectories))
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        foreach (var folder in Directory.EnumerateDirectories(_folder.Root, "*", SearchOption.AllDirectories).Append(_folder.Root))
        {
            Assert.That(
                File.GetUnixFileMode(folder),
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), folder);
        }
    }

    [TestCase("../../../escaped")]
    [TestCase("/escaped")]
    [TestCase("..")]
    public async Task No_owner_leads_out_of_the_folder(string owner)
    {
        await PutAsync(Bytes(5), owner);

        Assert.That(Directory.EnumerateFileSystemEntries(_scratch.Path), Is.EqualTo(new[] { _folder.Root }));
        Assert.That(Directory.EnumerateFileSystemEntries(_folder.Root).Select(Path.GetFileName),
            Is.EquivalentTo(new[] { "documents", "lock", "lock.pid", "spool" }));
        Assert.That(Directory.EnumerateDirectories(_folder.Documents).Count(), Is.EqualTo(2), "the staging folder and the owner's");
    }

    [Test]
    public async Task What_is_not_committed_leaves_no_file()
    {
        await (await StageAsync(Bytes(1000))).DisposeAsync();
        using var broken = new ChoppyStream(Bytes(2_000_000), [70_000]) { FailsAt = 1_500_000 };
        Assert.That(async () => await Store.StageAsync(broken, default), Throws.TypeOf<EndOfStreamException>());

        Assert.That(Files(), Is.Empty);
    }

    [Test]
    public async Task A_sweep_takes_the_temporary_files_of_earlier_processes_and_leaves_ours()
    {
        _ = await StageAsync(Bytes(10));
        var reopened = Reopen();
        var ours = (await reopened.StageAsync(new MemoryStream(Bytes(20)), default)).Document!;

        var report = await reopened.SweepAsync(TimeSpan.FromHours(1), default);

        Assert.That(report, Is.EqualTo(new SweepReport(1, 0, 0, 0)));
        Assert.That((await reopened.CommitAsync(Owner, [ours], default)).IsCommitted);
    }

    [Test]
    public async Task Below_the_low_mark_documents_are_refused_and_read()
    {
        var content = await PutAsync(Bytes(10));
        var low = Reopen(lowMark: long.MaxValue);

        var outcome = await low.StageAsync(new MemoryStream(Bytes(20)), default);

        Assert.That(outcome.Refusal, Is.EqualTo(WriteRefusal.LowDisk));
        Assert.That((await low.OpenAsync(content.Key, default)).IsOpen);
    }

    [Test]
    public async Task Once_the_latch_is_tripped_documents_are_refused_and_read()
    {
        var content = await PutAsync(Bytes(10));
        await using var staged = await StageAsync(Bytes(20));

        _latch.Trip("The disk is gone.");

        Assert.That((await Store.StageAsync(new MemoryStream(Bytes(30)), default)).Refusal, Is.EqualTo(WriteRefusal.WritesStopped));
        Assert.That((await Store.CommitAsync(Owner, [staged], default)).Refusal, Is.EqualTo(WriteRefusal.WritesStopped));
        Assert.That(await ReadAsync(content.Key), Is.EqualTo(Bytes(10)));
    }

    [Test]
    public async Task The_last_bytes_of_a_damaged_document_are_never_handed_out([Values(1, 1000, 65536, 1_000_000)] int piece)
    {
        var content = await PutAsync(Bytes(100_000));
        Damage(content, position: 50_000);
        await using var stream = (await Store.OpenAsync(content.Key, default)).Content!;

        var handedOut = 0;
        var buffer = new byte[piece];
        var damaged = Assert.ThrowsAsync<DocumentDamagedException>(async () =>
        {
            while (true)
                handedOut += await stream.ReadAsync(buffer);
        });

        Assert.That(damaged!.Fault, Is.EqualTo(ContentFault.WrongHash));
        Assert.That(handedOut, Is.LessThan(100_000));
    }

    [Test]
    public async Task A_document_cut_short_while_it_is_read_is_found_out()
    {
        var content = await PutAsync(Bytes(100_000));
        await using var stream = (await Store.OpenAsync(content.Key, default)).Content!;
        Truncate(content, 40_000);

        var damaged = Assert.ThrowsAsync<DocumentDamagedException>(async () => await stream.CopyToAsync(Stream.Null));

        Assert.That(damaged!.Fault, Is.EqualTo(ContentFault.WrongSize));
    }

    [Test]
    public async Task Submitting_a_damaged_document_again_mends_it()
    {
        var content = await PutAsync(Bytes(1000));
        Damage(content, position: 1);

        await PutAsync(Bytes(1000));

        Assert.That(await ReadAsync(content.Key), Is.EqualTo(Bytes(1000)));
    }

    [Test]
    public async Task A_rehash_finds_what_is_damaged_short_or_gone_and_leaves_it_there()
    {
        var contents = new List<StoredContent>();
        for (var size = 1; size <= 5; size++)
            contents.Add(await PutAsync(Bytes(size * 1000)));
        Damage(contents[1], position: 5);
        Truncate(contents[2], 10);
        File.Delete(PathOf(contents[3]));
        File.Delete(PathOf(contents[4]));
        Directory.CreateDirectory(PathOf(contents[4]));

        var results = await RehashAsync(contents.Select(content => content.Key));

        ContentFault?[] expected =
            [null, ContentFault.WrongHash, ContentFault.WrongSize, ContentFault.Missing, ContentFault.Unreadable];
        Assert.That(results.Select(result => result.Fault), Is.EqualTo(expected));
        Assert.That(Files(), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task While_removals_are_held_nothing_goes_and_afterwards_the_sweep_takes_it()
    {
        var content = await PutAsync(Bytes(10));
        Rows.Remove(Owner, content.Sha256);
        Time.Advance(TimeSpan.FromDays(1));

        using (await RemovalHold.TakeAsync(_folder.Root, TimeProvider.System, default))
        {
            Assert.That(await Store.RemoveAsync(Owner, content.Sha256, default), Is.EqualTo(RemoveOutcome.Kept));
            Assert.That(await Store.SweepAsync(TimeSpan.Zero, default), Is.EqualTo(new SweepReport(0, 0, 0, 1)));
        }

        Assert.That(await Store.SweepAsync(TimeSpan.Zero, default), Is.EqualTo(new SweepReport(0, 1, 10, 0)));
        Assert.That(await ListAsync(), Is.Empty);
    }

    string PathOf(StoredContent content)
    {
        var name = content.Sha256.ToString();
        return Path.Combine(_folder.Documents, content.Owner, name[..2], name);
    }

    void Damage(StoredContent content, int position)
    {
        using var file = new FileStream(PathOf(content), FileMode.Open, FileAccess.ReadWrite);
        file.Position = position;
        var octet = file.ReadByte();
        file.Position = position;
        file.WriteByte((byte)(octet ^ 1));
    }

    void Truncate(StoredContent content, long length)
    {
        using var file = new FileStream(PathOf(content), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.SetLength(length);
    }

    List<string> Files() => [.. Directory.EnumerateFiles(_folder.Documents, "*", SearchOption.AllDirectories)];
}
