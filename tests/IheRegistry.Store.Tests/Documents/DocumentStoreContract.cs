using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Store.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Documents;

/// <summary>What any engine of <see cref="IDocumentStore"/> must do. A fixture per engine derives from it.</summary>
public abstract class DocumentStoreContract
{
    protected const string Owner = "1.3.6.1.4.1.21367.2026.7.1";

    static readonly int[] Sizes = [0, 1, 20_000, (512 * 1024) - 1, 512 * 1024, (512 * 1024) + 1, (3 * 1024 * 1024) + 7];

    static readonly string[] NoOwners = ["", "half a pair \ud800", new('x', 256)];

    protected ReferencingRows Rows { get; private set; } = null!;

    protected ManualTime Time { get; private set; } = null!;

    protected IDocumentStore Store { get; private set; } = null!;

    [SetUp]
    public void OpenStore()
    {
        Rows = new();
        Time = new();
        Store = Open();
    }

    /// <summary>An empty store that asks <see cref="Rows"/> and <see cref="Time"/>.</summary>
    protected abstract IDocumentStore Open();

    [TestCaseSource(nameof(Sizes))]
    public async Task A_document_comes_back_byte_for_byte_with_its_hashes_and_size(int size)
    {
        var bytes = Bytes(size);

        var content = await PutAsync(bytes);

        Assert.That(content.Size, Is.EqualTo(size));
        Assert.That(content.Sha1, Is.EqualTo(Convert.ToHexStringLower(SHA1.HashData(bytes))));
        Assert.That(content.Sha256.ToString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
        Assert.That(await ReadAsync(content.Key), Is.EqualTo(bytes));
    }

    [Test]
    public void However_the_source_cuts_a_document_it_is_the_same_document()
    {
        var bytes = Bytes((1024 * 1024) + 333);
        var expected = ContentId.Of(SHA256.HashData(bytes));
        var cuts = Gen.Choose(1, 300_000).NonEmptyListOf().ToArbitrary();

        Check.QuickThrowOnFailure(Prop.ForAll(cuts, pieces =>
        {
            using var source = new ChoppyStream(bytes, [.. pieces]);
            var staged = Store.StageAsync(source, default).AsTask().GetAwaiter().GetResult().Document!;
            staged.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return staged.Sha256 == expected && staged.Size == bytes.Length;
        }));
    }

    [Test]
    public async Task A_document_can_be_read_in_pieces_of_any_size([Values(1, 7, 4096, 1_000_000)] int piece)
    {
        var bytes = Bytes(50_021);
        var content = await PutAsync(bytes);
        var opened = await Store.OpenAsync(content.Key, default);
        await using var stream = opened.Content!;
        Assert.That(stream.Length, Is.EqualTo(bytes.Length));

        var read = new MemoryStream();
        var buffer = new byte[piece];
        for (int count; (count = await stream.ReadAsync(buffer)) > 0;)
            read.Write(buffer, 0, count);

        Assert.That(read.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public async Task A_staged_document_is_not_stored_before_it_is_committed()
    {
        await using var staged = await StageAsync(Bytes(1000));

        var opened = await Store.OpenAsync(new(Owner, staged.Sha256, staged.Size), default);

        Assert.That(opened.Fault, Is.EqualTo(ContentFault.Missing));
        Assert.That(await ListAsync(), Is.Empty);
    }

    [Test]
    public async Task A_staged_document_that_is_dropped_cannot_be_committed()
    {
        var staged = await StageAsync(Bytes(1000));
        await staged.DisposeAsync();

        Assert.That(async () => await Store.CommitAsync(Owner, [staged], default), Throws.InvalidOperationException);
        Assert.That(await ListAsync(), Is.Empty);
    }

    [Test]
    public async Task Dropping_after_the_commit_drops_nothing()
    {
        var staged = await StageAsync(Bytes(1000));
        using var committed = (await Store.CommitAsync(Owner, [staged], default)).Documents!;

        await staged.DisposeAsync();

        Assert.That(await ReadAsync(committed.Contents[0].Key), Has.Length.EqualTo(1000));
    }

    [Test]
    public void A_source_that_fails_is_the_callers_error()
    {
        using var source = new ChoppyStream(Bytes(2_000_000), [70_000]) { FailsAt = 1_500_000 };

        Assert.That(async () => await Store.StageAsync(source, default), Throws.TypeOf<EndOfStreamException>());
    }

    [Test]
    public void Staging_ends_when_it_is_cancelled()
    {
        using var source = new ChoppyStream(Bytes(2_000_000), [70_000]);

        Assert.That(async () => await Store.StageAsync(source, new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task The_documents_of_one_submission_are_committed_together_and_in_order()
    {
        var bytes = Enumerable.Range(0, 20).Select(i => Bytes(1000 + i)).ToList();
        var staged = new List<StagedDocument>();
        foreach (var document in bytes)
            staged.Add(await StageAsync(document));

        using var committed = (await Store.CommitAsync(Owner, staged, default)).Documents!;

        Assert.That(committed.Contents.Select(content => content.Sha256), Is.EqualTo(bytes.Select(b => ContentId.Of(SHA256.HashData(b)))));
        foreach (var (content, expected) in committed.Contents.Zip(bytes))
            Assert.That(await ReadAsync(content.Key), Is.EqualTo(expected));
    }

    [Test]
    public async Task The_same_bytes_twice_in_one_submission_are_stored_once()
    {
        var staged = new[] { await StageAsync(Bytes(5000)), await StageAsync(Bytes(5000)) };

        using var committed = (await Store.CommitAsync(Owner, staged, default)).Documents!;

        Assert.That(committed.Contents, Has.Count.EqualTo(2));
        Assert.That(await ListAsync(), Is.EqualTo(new[] { committed.Contents[0].Key }));
    }

    [Test]
    public async Task Owners_do_not_share_content()
    {
        var content = await PutAsync(Bytes(100));

        var opened = await Store.OpenAsync(content.Key with { Owner = Owner + ".1" }, default);

        Assert.That(opened.Fault, Is.EqualTo(ContentFault.Missing));
    }

    [Test]
    public async Task A_document_of_another_size_is_refused_before_the_first_byte()
    {
        var content = await PutAsync(Bytes(100));

        var opened = await Store.OpenAsync(content.Key with { Size = 99 }, default);

        Assert.That(opened.Fault, Is.EqualTo(ContentFault.WrongSize));
    }

    [TestCase("../../../../etc")]
    [TestCase("..")]
    [TestCase(".staging")]
    [TestCase("a/b\\c\0d")]
    [TestCase("_41")]
    [TestCase("东区医院")]
    public async Task An_owner_may_have_any_name(string owner)
    {
        await using var staged = await StageAsync(Bytes(10));

        using var committed = (await Store.CommitAsync(owner, [staged], default)).Documents!;

        Assert.That(await ListAsync(), Is.EqualTo(new[] { committed.Contents[0].Key }));
        Assert.That(await ReadAsync(committed.Contents[0].Key), Is.EqualTo(Bytes(10)));
    }

    [Test]
    public void Every_owner_is_listed_by_its_own_name()
    {
        var owners = ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get)
            .Where(text => text.Length < 60 && text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(owners.ToArbitrary(), owner =>
        {
            PutAsync(Bytes(1), owner).GetAwaiter().GetResult();
            return ListAsync().GetAwaiter().GetResult().Exists(key => key.Owner == owner);
        }));
    }

    [TestCaseSource(nameof(NoOwners))]
    public async Task An_owner_that_is_no_name_is_refused(string owner)
    {
        await using var staged = await StageAsync(Bytes(10));

        Assert.That(async () => await Store.CommitAsync(owner, [staged], default), Throws.InstanceOf<ArgumentException>());
    }

    [Test]
    public async Task Owners_that_differ_only_in_case_are_two()
    {
        await PutAsync(Bytes(10), "abc");
        await PutAsync(Bytes(10), "Abc");

        Assert.That((await ListAsync()).Select(key => key.Owner), Is.EquivalentTo(new[] { "abc", "Abc" }));
    }

    [Test]
    public async Task A_discarded_submission_leaves_nothing()
    {
        var staged = new[] { await StageAsync(Bytes(10)), await StageAsync(Bytes(11)), await StageAsync(Bytes(10)) };
        using var committed = (await Store.CommitAsync(Owner, staged, default)).Documents!;

        await committed.DiscardAsync(default);

        Assert.That(await ListAsync(), Is.Empty);
    }

    [Test]
    public async Task Discarding_keeps_what_an_earlier_submission_stored()
    {
        var earlier = await PutAsync(Bytes(10));
        using var committed = (await Store.CommitAsync(Owner, [await StageAsync(Bytes(10))], default)).Documents!;

        await committed.DiscardAsync(default);

        Assert.That(await ReadAsync(earlier.Key), Is.EqualTo(Bytes(10)));
    }

    [Test]
    public async Task Discarding_keeps_what_another_submission_is_just_using()
    {
        using var other = (await Store.CommitAsync(Owner, [await StageAsync(Bytes(10))], default)).Documents!;
        using var committed = (await Store.CommitAsync(Owner, [await StageAsync(Bytes(10))], default)).Documents!;

        await committed.DiscardAsync(default);

        Assert.That(await ReadAsync(other.Contents[0].Key), Is.EqualTo(Bytes(10)));
    }

    [Test]
    public async Task Content_is_removed_once_no_row_refers_to_it()
    {
        var content = await PutAsync(Bytes(10));
        Assert.That(await Store.RemoveAsync(Owner, content.Sha256, default), Is.EqualTo(RemoveOutcome.Kept));

        Rows.Remove(Owner, content.Sha256);

        Assert.That(await Store.RemoveAsync(Owner, content.Sha256, default), Is.EqualTo(RemoveOutcome.Removed));
        Assert.That(await Store.RemoveAsync(Owner, content.Sha256, default), Is.EqualTo(RemoveOutcome.Missing));
        Assert.That((await Store.OpenAsync(content.Key, default)).Fault, Is.EqualTo(ContentFault.Missing));
    }

    [Test]
    public async Task Content_is_not_removed_between_its_commit_and_its_row()
    {
        using var committed = (await Store.CommitAsync(Owner, [await StageAsync(Bytes(10))], default)).Documents!;
        Time.Advance(TimeSpan.FromDays(1));

        Assert.That(await Store.RemoveAsync(Owner, committed.Contents[0].Sha256, default), Is.EqualTo(RemoveOutcome.Kept));
        Assert.That((await Store.SweepAsync(TimeSpan.FromHours(1), default)).Orphans, Is.Zero);
        Assert.That(await ReadAsync(committed.Contents[0].Key), Is.EqualTo(Bytes(10)));
    }

    [Test]
    public async Task A_sweep_takes_documents_without_a_row_that_are_older_than_the_grace_age()
    {
        var kept = await PutAsync(Bytes(10));
        await OrphanAsync(Bytes(20));
        Time.Advance(TimeSpan.FromHours(2));
        var young = await OrphanAsync(Bytes(30));

        var report = await Store.SweepAsync(TimeSpan.FromHours(1), default);

        Assert.That(report, Is.EqualTo(new SweepReport(0, 1, 20, 1)));
        Assert.That(await ListAsync(), Is.EquivalentTo(new[] { kept.Key, young.Key }));
    }

    [Test]
    public async Task Submitting_an_old_orphan_again_makes_it_young()
    {
        await OrphanAsync(Bytes(20));
        Time.Advance(TimeSpan.FromHours(2));
        await OrphanAsync(Bytes(20));

        Assert.That((await Store.SweepAsync(TimeSpan.FromHours(1), default)).Orphans, Is.Zero);
    }

    [Test]
    public async Task A_listing_goes_on_from_where_it_stopped()
    {
        foreach (var owner in new[] { "b", "a", "c" })
        {
            for (var size = 0; size < 30; size++)
                await PutAsync(Bytes(size), owner);
        }
        var all = await ListAsync();
        Assert.That(all, Has.Count.EqualTo(90));
        Assert.That(all.Select(key => (key.Owner, key.Sha256.ToString())), Is.Ordered);

        for (var stop = 0; stop < all.Count; stop++)
            Assert.That(await ListAsync(all[stop]), Is.EqualTo(all.Skip(stop + 1)));
    }

    [Test]
    public async Task No_acknowledged_document_is_lost_while_others_remove_and_sweep_the_same_bytes()
    {
        var bytes = Enumerable.Range(0, 3).Select(i => Bytes(2000 + i)).ToArray();
        using var stop = new CancellationTokenSource();
        var sweeping = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await Store.SweepAsync(TimeSpan.Zero, CancellationToken.None);
        });

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (writer, _) =>
        {
            for (var round = 0; round < 40; round++)
                await SubmitReadAndRemoveAsync(bytes[(writer + round) % bytes.Length], refused: round % 4 == 3);
        });
        await stop.CancelAsync();
        await sweeping;

        await Store.SweepAsync(TimeSpan.Zero, default);
        Assert.That(await ListAsync(), Is.Empty);
    }

    async Task SubmitReadAndRemoveAsync(byte[] bytes, bool refused)
    {
        await using var staged = await StageAsync(bytes);
        using var committed = (await Store.CommitAsync(Owner, [staged], default)).Documents!;
        var content = committed.Contents[0];
        if (refused)
        {
            await committed.DiscardAsync(default);
            return;
        }
        // The registry takes its time: here the content has no row yet, and sweeps and removals go on.
        await Task.Delay(1);
        Rows.Add(Owner, content.Sha256);
        committed.Dispose();
        Assert.That(await ReadAsync(content.Key), Is.EqualTo(bytes));
        Rows.Remove(Owner, content.Sha256);
        await Store.RemoveAsync(Owner, content.Sha256, default);
    }

    [Test]
    public async Task A_rehash_answers_every_document_and_can_go_on_later()
    {
        for (var size = 1; size <= 10; size++)
            await PutAsync(Bytes(size));
        var expected = await ListAsync();
        var missing = new ContentKey(Owner, ContentId.Of(SHA256.HashData("never stored"u8)), 12);
        Rows.Add(missing.Owner, missing.Sha256);

        var first = await RehashAsync([.. expected.Take(4), missing]);
        var rest = await RehashAsync(await ListAsync(first[3].Key));

        Assert.That(first.Select(result => result.Fault), Is.EqualTo(new ContentFault?[] { null, null, null, null, ContentFault.Missing }));
        Assert.That(first.Take(4).Concat(rest).Select(result => result.Key), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_document_removed_while_a_rehash_runs_is_not_a_finding()
    {
        var removed = new ContentKey(Owner, ContentId.Of(SHA256.HashData("its row is gone"u8)), 15);

        Assert.That(await RehashAsync([removed]), Is.Empty);
    }

    [Test]
    public async Task A_rehash_is_no_faster_than_it_is_told()
    {
        var content = await PutAsync(Bytes(1_000_000));
        var time = new WaitingTime();
        var rehash = new Rehash(Store.OpenAsync, Rows.RefersAsync, time);

        await foreach (var _ in rehash.RunAsync(new[] { content.Key }.ToAsyncEnumerable(), bytesPerSecond: 100_000, default))
            continue;

        Assert.That(time.Waited, Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    protected static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    protected async Task<StagedDocument> StageAsync(byte[] bytes)
    {
        var outcome = await Store.StageAsync(new MemoryStream(bytes), default);
        Assert.That(outcome.IsStaged);
        return outcome.Document!;
    }

    /// <summary>Stores a document as a submission does: staged, committed, its row written.</summary>
    protected async Task<StoredContent> PutAsync(byte[] bytes, string owner = Owner)
    {
        var content = await OrphanAsync(bytes, owner);
        Rows.Add(owner, content.Sha256);
        return content;
    }

    /// <summary>Stores a document and never writes its row.</summary>
    protected async Task<StoredContent> OrphanAsync(byte[] bytes, string owner = Owner)
    {
        await using var staged = await StageAsync(bytes);
        using var committed = (await Store.CommitAsync(owner, [staged], default)).Documents!;
        return committed.Contents[0];
    }

    protected async Task<byte[]> ReadAsync(ContentKey key)
    {
        var opened = await Store.OpenAsync(key, default);
        Assert.That(opened.Fault, Is.Null);
        await using var stream = opened.Content!;
        var read = new MemoryStream();
        await stream.CopyToAsync(read);
        return read.ToArray();
    }

    protected async Task<List<ContentKey>> ListAsync(ContentKey? after = null)
    {
        var keys = new List<ContentKey>();
        await foreach (var key in Store.ListAsync(after, default))
            keys.Add(key);
        return keys;
    }

    protected async Task<List<RehashResult>> RehashAsync(IEnumerable<ContentKey> expected)
    {
        var results = new List<RehashResult>();
        var rehash = new Rehash(Store.OpenAsync, Rows.RefersAsync, TimeProvider.System);
        await foreach (var result in rehash.RunAsync(expected.ToAsyncEnumerable(), Rehash.DefaultBytesPerSecond, default))
            results.Add(result);
        return results;
    }
}
