using System.Security.Cryptography;
using IheRegistry.Store.Backup;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Tests.Documents;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Backup;

[TestFixture]
public sealed class DataBackupTests
{
    const string Owner = "1.3.6.1.4.1.21367.2026.7.1";
    static readonly string Memory = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    ScratchFolder _scratch = null!;
    DataFolder _folder = null!;
    SqliteRegistryStore _registry = null!;
    FileDocumentStore _documents = null!;

    [SetUp]
    public void Open()
    {
        _scratch = new(Memory);
        _folder = DataFolder.Open(_scratch.PathOf("data")).Folder!;
        var latch = new WriteLatch();
        _registry = new(_folder.PrivateFile(SqliteRegistryStore.FileName), latch);
        _documents = new(_folder, _registry.IsReferencedAsync, new(_folder.Root, 0, TimeProvider.System), latch, TimeProvider.System);
    }

    [TearDown]
    public async Task Close()
    {
        await _registry.DisposeAsync();
        _folder.Dispose();
        _scratch.Dispose();
    }

    [Test]
    public async Task On_the_same_file_system_it_links_and_the_next_one_takes_only_what_is_new()
    {
        await PutAsync(Bytes(10));
        await PutAsync(Bytes(20), "other");

        var first = await BackUpAsync(_scratch.PathOf("backup"));
        await PutAsync(Bytes(30));
        var second = await BackUpAsync(_scratch.PathOf("backup"));

        Assert.That((first.Linked, first.Copied, first.Present), Is.EqualTo((2, 0, 0)));
        Assert.That((second.Linked, second.Copied, second.Present), Is.EqualTo((1, 0, 2)));
    }

    [Test]
    public async Task To_another_file_system_it_copies_and_reports_what_is_damaged_short_or_missing()
    {
        using var other = OtherFileSystem();
        var whole = await PutAsync(Bytes(300_000));
        var broken = await PutAsync(Bytes(400_000));
        var shortened = await PutAsync(Bytes(500_000));
        var missing = await PutAsync(Bytes(600_000));
        Damage(PathOf(broken));
        File.WriteAllBytes(PathOf(shortened), [1, 2, 3]);
        File.Delete(PathOf(missing));

        var report = await BackUpAsync(other.PathOf("backup"));

        Assert.That((report.Linked, report.Copied, report.Present), Is.EqualTo((0, 1, 0)));
        Assert.That(report.Faults, Is.EquivalentTo(new DocumentFault[]
        {
            new(broken, ContentFault.WrongHash), new(shortened, ContentFault.WrongSize), new(missing, ContentFault.Missing),
        }));
        Assert.That(File.ReadAllBytes(PathOf(whole, other.PathOf("backup"))), Is.EqualTo(Bytes(300_000)));
        Assert.That(Files(other.PathOf("backup/documents")), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_document_without_a_row_is_not_in_the_backup()
    {
        using var orphan = (await _documents.CommitAsync(Owner, [(await _documents.StageAsync(new MemoryStream(Bytes(7)), default)).Document!], default)).Documents!;

        Assert.That(await BackUpAsync(_scratch.PathOf("backup")), Has.Property(nameof(BackupReport.Linked)).Zero);
    }

    [Test]
    public async Task What_a_broken_off_backup_left_is_cleared_by_the_next()
    {
        await PutAsync(Bytes(10));
        var target = _scratch.PathOf("backup");
        await BackUpAsync(target);
        await File.WriteAllBytesAsync(Path.Combine(target, "documents/.staging/left-over"), Bytes(5));
        await File.WriteAllBytesAsync(Path.Combine(target, "registry.db.new"), Bytes(5));

        await BackUpAsync(target);

        Assert.That(Files(target), Has.Count.EqualTo(2), "the database and the document");
    }

    [Test]
    public async Task While_one_backup_runs_another_is_refused()
    {
        using var running = await RemovalHold.TakeAsync(_folder.Root, TimeProvider.System, default);

        var outcome = await new DataBackup(_folder.Root, _scratch.PathOf("backup"), new WaitingTime()).RunAsync(default);

        Assert.That(outcome.Refusal, Does.Contain("Another backup"));
        Assert.That(Directory.Exists(_scratch.PathOf("backup")), Is.False);
    }

    [Test]
    public async Task A_folder_that_is_no_data_folder_or_a_target_within_it_is_refused()
    {
        var noData = await new DataBackup(_scratch.PathOf("nothing"), _scratch.PathOf("backup"), TimeProvider.System).RunAsync(default);
        var within = await new DataBackup(_folder.Root, _folder.PathOf("backup"), TimeProvider.System).RunAsync(default);

        Assert.That(noData.Refusal, Does.Contain("no data folder"));
        Assert.That(within.Refusal, Does.Contain("within the data folder"));
    }

    [Test]
    public async Task A_restored_folder_has_every_row_and_document_as_copies_closed_to_others()
    {
        var contents = new[] { await PutAsync(Bytes(10)), await PutAsync(Bytes(2_000_000), "other") };
        await BackUpAsync(_scratch.PathOf("backup"));
        var data = _scratch.PathOf("restored");

        var outcome = await new DataRestore(_scratch.PathOf("backup"), data).RunAsync(incomplete: false, default);

        Assert.That(outcome, Is.EqualTo(new RestoreOutcome(true, 2, outcome.Faults, null)));
        Assert.That(outcome.Faults, Is.Empty);
        using var restored = new RegistryFile(Path.Combine(data, SqliteRegistryStore.FileName));
        Assert.That(await restored.ListContentsAsync(null, default).ToListAsync(), Is.EquivalentTo(contents));
        Damage(PathOf(contents[0], data));
        Assert.That(File.ReadAllBytes(PathOf(contents[0], _scratch.PathOf("backup"))), Is.EqualTo(Bytes(10)), "shared with the backup");
        AssertClosed(data);
        AssertClosed(_scratch.PathOf("backup"));
    }

    [Test]
    public async Task Restore_refuses_a_folder_that_is_not_empty_and_touches_nothing()
    {
        await BackUpAsync(_scratch.PathOf("backup"));
        var before = Files(_folder.Root);

        var outcome = await new DataRestore(_scratch.PathOf("backup"), _folder.Root).RunAsync(incomplete: false, default);

        Assert.That((outcome.IsRestored, outcome.Refusal), Is.EqualTo((false, $"'{_folder.Root}' is not empty; restore into a new folder.")));
        Assert.That(Files(_folder.Root), Is.EqualTo(before));
    }

    [Test]
    public async Task Restore_refuses_a_backup_whose_database_is_damaged()
    {
        var backup = _scratch.PathOf("backup");
        for (var size = 1; size <= 200; size++) await PutAsync(Bytes(size));
        await BackUpAsync(backup);
        OverwriteIndex(Path.Combine(backup, SqliteRegistryStore.FileName));

        var outcome = await new DataRestore(backup, _scratch.PathOf("restored")).RunAsync(incomplete: false, default);

        Assert.That(outcome.Refusal, Does.Contain("damaged"));
        Assert.That(Directory.Exists(_scratch.PathOf("restored")), Is.False);
    }

    [Test]
    public async Task Restore_leaves_nothing_where_documents_are_missing_or_damaged_unless_that_is_meant()
    {
        var backup = _scratch.PathOf("backup");
        var (whole, damaged, missing) = (await PutAsync(Bytes(10)), await PutAsync(Bytes(20)), await PutAsync(Bytes(30)));
        await BackUpAsync(backup);
        Damage(PathOf(damaged, backup));
        File.Delete(PathOf(missing, backup));
        var data = _scratch.PathOf("restored");

        var refused = await new DataRestore(backup, data).RunAsync(incomplete: false, default);

        Assert.That(refused.IsRestored, Is.False);
        Assert.That(refused.Faults, Is.EquivalentTo(new DocumentFault[] { new(damaged, ContentFault.WrongHash), new(missing, ContentFault.Missing) }));
        Assert.That(Directory.EnumerateFileSystemEntries(data), Is.Empty);

        var meant = await new DataRestore(backup, data).RunAsync(incomplete: true, default);

        Assert.That((meant.IsRestored, meant.Documents, meant.Faults.Count), Is.EqualTo((true, 1, 2)));
        Assert.That(File.ReadAllBytes(PathOf(whole, data)), Is.EqualTo(Bytes(10)));
        Assert.That(File.Exists(PathOf(damaged, data)), Is.False);
    }

    [Test]
    public async Task The_listing_gives_every_content_once_in_order_and_goes_on_from_any_position()
    {
        var contents = new List<ContentKey>();
        foreach (var owner in (string[])["b", "a"])
            for (var size = 1; size <= 3; size++) contents.Add(await PutAsync(Bytes(size), owner));
        await PutAsync(Bytes(1), "a");
        var expected = contents.OrderBy(key => key.Owner, StringComparer.Ordinal).ThenBy(key => key.Sha256.ToString(), StringComparer.Ordinal).ToList();

        Assert.That(await _registry.ListContentsAsync(null, default).ToListAsync(), Is.EqualTo(expected));
        for (var position = 0; position < expected.Count; position++)
            Assert.That(await _registry.ListContentsAsync(expected[position], default).ToListAsync(), Is.EqualTo(expected.Skip(position + 1)));
    }

    [Test]
    public async Task The_listing_goes_on_beyond_a_page()
    {
        await AddRowsAsync(Enumerable.Range(0, 2500).Select(number => new ContentKey(Owner, ContentId.Of(SHA256.HashData(BitConverter.GetBytes(number))), number)));

        Assert.That(await _registry.ListContentsAsync(null, default).Select(key => key.Sha256).Distinct().CountAsync(), Is.EqualTo(2500));
    }

    async Task<BackupReport> BackUpAsync(string target)
    {
        var outcome = await new DataBackup(_folder.Root, target, TimeProvider.System).RunAsync(default);
        Assert.That(outcome.Refusal, Is.Null);
        return outcome.Report!;
    }

    async Task<ContentKey> PutAsync(byte[] bytes, string owner = Owner)
    {
        await using var staged = (await _documents.StageAsync(new MemoryStream(bytes), default)).Document!;
        using var committed = (await _documents.CommitAsync(owner, [staged], default)).Documents!;
        var key = committed.Contents[0].Key;
        await AddRowsAsync([key]);
        return key;
    }

    // Rows alone: what a submission writes besides them plays no part here.
    async Task AddRowsAsync(IEnumerable<ContentKey> keys)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.PathOf(SqliteRegistryStore.FileName)};Pooling=False");
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var key in keys)
        {
            await using var insert = connection.CreateCommand();
            insert.CommandText = """
                INSERT INTO stored_document (unique_id, owner, sha256, sha1, size, mime_type, patient_id, entry_uuid, confidentiality_code, stored_at)
                VALUES ('1.2', $owner, $sha256, x'00', $size, 'text/xml', 'p', x'00', 'N', 0)
                """;
            insert.Parameters.AddWithValue("$owner", key.Owner);
            insert.Parameters.AddWithValue("$sha256", Convert.FromHexString(key.Sha256.ToString()));
            insert.Parameters.AddWithValue("$size", key.Size);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    static ScratchFolder OtherFileSystem()
    {
        if (Memory == Path.GetTempPath())
            Assert.Ignore("There is no /dev/shm to be the other file system.");
        return new ScratchFolder();
    }

    static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    string PathOf(ContentKey key, string? root = null)
    {
        var name = key.Sha256.ToString();
        return Path.Combine(root ?? _folder.Root, "documents", key.Owner, name[..2], name);
    }

    static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    // A page in the middle of an index that restore does not read by itself: only the integrity check sees it.
    static void OverwriteIndex(string database)
    {
        long page;
        using (var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT rootpage FROM sqlite_schema WHERE name = 'stored_document_by_unique_id'";
            page = (long)command.ExecuteScalar()!;
        }

        using var file = File.OpenHandle(database, access: FileAccess.ReadWrite);
        RandomAccess.Write(file, new byte[512], ((page - 1) * 4096) + 2048);
    }

    static List<string> Files(string folder) => [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    static void AssertClosed(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        foreach (var file in Files(folder))
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite), file);
        foreach (var inner in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
            Assert.That(File.GetUnixFileMode(inner), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), inner);
    }
}
