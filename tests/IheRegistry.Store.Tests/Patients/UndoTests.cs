using IheRegistry.Store.Patients;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

[TestFixture]
public sealed class UndoTests
{
    Ledger _ledger = null!;

    [SetUp]
    public void Open() => _ledger = new Ledger();

    [TearDown]
    public async Task Close() => await _ledger.DisposeAsync();

    [Test]
    public async Task An_undone_merge_of_records_gives_both_back_with_what_was_fed_since()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.A("2"));
        var merged = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));
        await _ledger.FeedAsync(Ledger.A("1"), "Li");

        var undone = await _ledger.UndoAsync(merged.Event);

        Assert.That(undone.Result, Is.EqualTo(UndoResult.Undone));
        Assert.That(undone.Records, Is.EqualTo(new[] { Ledger.A("1") }));
        Assert.That(undone.Persons, Is.EquivalentTo(new[] { first.Person, second.Person }));
        Assert.That(undone.Unmerged, Is.EqualTo(new[] { new MergedIds(first.NewEpid!, second.NewEpid!) }));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1"));
        Assert.That(await _ledger.IdsAsync(first.NewEpid!), Is.EqualTo("1"));
        Assert.That(await _ledger.IdsAsync(Ledger.A("2")), Is.EqualTo("2"));
        var record = await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.A("1")));
        Assert.That(record!.Demographics.Names![0].Family, Is.EqualTo("Li"));
    }

    [Test]
    public async Task An_undone_link_leaves_the_feed_and_makes_the_record_a_person_of_its_own()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var linked = await _ledger.FeedAsync(Ledger.Record(Ledger.B("2")) with { Person = first.Person });
        await _ledger.FeedAsync(Ledger.B("2"), "Li");

        var undone = await _ledger.UndoAsync(linked.LinkEvent);

        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1"));
        Assert.That(await _ledger.IdsAsync(Ledger.B("2")), Is.EqualTo("2"));
        Assert.That(await _ledger.IdsAsync(undone.NewEpids.Single()), Is.EqualTo("2"));
    }

    [Test]
    public async Task Records_that_come_apart_are_kept_apart_where_that_is_wanted_and_until_the_undo_is_undone()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var linked = await _ledger.FeedAsync(Ledger.Record(Ledger.B("2")) with { Person = first.Person });

        var undone = await _ledger.WriteAsync(ledger => ledger.Undo(linked.LinkEvent!.Value, _ledger.Source(), keepApart: true));
        var second = (await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.B("2"))))!.Person;
        Assert.That(await _ledger.WriteAsync(ledger => ledger.AreKeptApart(first.Person, second)));

        await _ledger.UndoAsync(undone.Event);
        Assert.That(await _ledger.WriteAsync(ledger => ledger.AreKeptApart(first.Person, second)), Is.False);
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1 2"));
    }

    [Test]
    public async Task A_long_chain_of_merges_leads_to_its_end_and_in_two_where_one_of_them_is_undone()
    {
        const int Length = 60;
        var fed = new List<FeedOutcome>();
        for (var i = 0; i < Length; i++) fed.Add(await _ledger.FeedAsync(Ledger.A($"{i}")));
        var merges = new List<LedgerOutcome>();
        for (var i = 1; i < Length; i++) merges.Add(await _ledger.MergeAsync(Ledger.A($"{i - 1}"), Ledger.A($"{i}")));
        Assert.That(await _ledger.IdsAsync(fed[0].NewEpid!), Is.EqualTo($"subsumed: {Length - 1}"));
        var then = _ledger.Now;

        await _ledger.UndoAsync(merges[29].Event);

        Assert.That(await _ledger.IdsAsync(fed[0].NewEpid!), Is.EqualTo("subsumed: 29"));
        Assert.That(await _ledger.IdsAsync(fed[30].NewEpid!), Is.EqualTo($"subsumed: {Length - 1}"));
        Assert.That(await _ledger.IdsAtAsync(fed[0].NewEpid!, then), Is.EqualTo($"subsumed: {Length - 1}"));
    }

    [Test]
    public async Task An_undone_undo_asserts_again()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var linked = await _ledger.FeedAsync(Ledger.Record(Ledger.B("2")) with { Person = first.Person });
        var undone = await _ledger.UndoAsync(linked.LinkEvent);

        Assert.That((await _ledger.UndoAsync(undone.Event)).Result, Is.EqualTo(UndoResult.Undone));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1 2"));
        Assert.That((await _ledger.UndoAsync(linked.LinkEvent)).Result, Is.EqualTo(UndoResult.Undone), "and may be undone once more");
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1"));
    }

    [Test]
    public async Task An_undo_is_not_undone_over_what_happened_since()
    {
        foreach (var id in new[] { "1", "2", "3" }) await _ledger.FeedAsync(Ledger.A(id));
        var merged = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));
        var undone = await _ledger.UndoAsync(merged.Event);
        await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("3"));

        Assert.That((await _ledger.UndoAsync(undone.Event)).Result, Is.EqualTo(UndoResult.ChangedSince));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("subsumed: 3"));
    }

    [Test]
    public async Task An_undo_of_an_undo_never_closes_a_circle()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.B("2"));
        var merged = await _ledger.MergePersonsAsync(first.Person, second.Person);
        var undone = await _ledger.UndoAsync(merged.Event);
        await _ledger.MergePersonsAsync(second.Person, first.Person);

        Assert.That((await _ledger.UndoAsync(undone.Event)).Result, Is.EqualTo(UndoResult.ChangedSince));
        Assert.That(await _ledger.IdsAsync(second.NewEpid!), Is.EqualTo("subsumed: 1 2"));
    }

    [Test]
    public async Task Merges_are_undone_in_any_order()
    {
        foreach (var id in new[] { "1", "2", "3" }) await _ledger.FeedAsync(Ledger.A(id));
        var first = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));
        var second = await _ledger.MergeAsync(Ledger.A("2"), Ledger.A("3"));

        await _ledger.UndoAsync(first.Event);
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1"));
        Assert.That(await _ledger.IdsAsync(Ledger.A("2")), Is.EqualTo("subsumed: 3"));
        await _ledger.UndoAsync(second.Event);
        Assert.That(await _ledger.IdsAsync(Ledger.A("2")), Is.EqualTo("2"));
    }

    [Test]
    public async Task An_undone_feed_gives_the_one_before_back_and_the_keys_with_it()
    {
        await _ledger.FeedAsync(Ledger.Record(Ledger.A("1"), "Wang") with { BlockingKeys = [7] });
        var wrong = await _ledger.FeedAsync(Ledger.Record(Ledger.A("1"), "Li") with { BlockingKeys = [8] });

        await _ledger.UndoAsync(wrong.Event);

        var record = await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.A("1")));
        Assert.That(record!.Demographics.Names![0].Family, Is.EqualTo("Wang"));
        Assert.That((await _ledger.WriteAsync(ledger => ledger.FindCandidates([7], 9))).Records, Has.Count.EqualTo(1));
        Assert.That((await _ledger.WriteAsync(ledger => ledger.FindCandidates([8], 9))).Records, Is.Empty);
    }

    [Test]
    public async Task A_record_whose_only_feed_is_undone_is_not_known_any_more_until_it_is_fed_again()
    {
        var fed = await _ledger.FeedAsync(Ledger.A("1"));
        await _ledger.UndoAsync(fed.Event);
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.Null);
        Assert.That(await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.A("1"))), Is.Null);
        Assert.That((await _ledger.WriteAsync(ledger => ledger.FindCandidates(Ledger.Record(Ledger.A("1")).BlockingKeys, 9))).Records, Is.Empty);

        var again = await _ledger.FeedAsync(Ledger.A("1"));
        Assert.That(again.Person, Is.Not.EqualTo(fed.Person));
        Assert.That(await _ledger.IdsAsync(again.NewEpid!), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_feed_that_others_have_built_on_is_not_undone_before_them()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.A("1"));

        Assert.That((await _ledger.UndoAsync(first.Event)).Result, Is.EqualTo(UndoResult.FedSince));
        var undone = await _ledger.UndoAsync(second.Event);
        await _ledger.FeedAsync(Ledger.A("1"));
        Assert.That((await _ledger.UndoAsync(undone.Event)).Result, Is.EqualTo(UndoResult.FedSince));
    }

    [Test]
    public async Task A_record_that_others_were_merged_into_stays_known_as_long_as_they_are()
    {
        await _ledger.FeedAsync(Ledger.A("1"));
        var survivor = await _ledger.FeedAsync(Ledger.A("2"));
        var merged = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));

        Assert.That((await _ledger.UndoAsync(survivor.Event)).Result, Is.EqualTo(UndoResult.Subsumes));
        var undone = await _ledger.UndoAsync(merged.Event);
        Assert.That((await _ledger.UndoAsync(survivor.Event)).Result, Is.EqualTo(UndoResult.Undone));
        Assert.That((await _ledger.UndoAsync(undone.Event)).Result, Is.EqualTo(UndoResult.ChangedSince));
    }

    [Test]
    public async Task What_is_not_there_or_is_undone_already_is_not_undone()
    {
        var fed = await _ledger.FeedAsync(Ledger.A("1"));
        await _ledger.UndoAsync(fed.Event);

        Assert.That((await _ledger.UndoAsync(99)).Result, Is.EqualTo(UndoResult.UnknownEvent));
        Assert.That((await _ledger.UndoAsync(fed.Event)).Result, Is.EqualTo(UndoResult.AlreadyUndone));
    }

    [Test]
    public async Task An_undone_move_takes_the_emptied_person_back()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.B("2"));
        var moved = await _ledger.MoveAsync(Ledger.B("2"), first.Person);

        var undone = await _ledger.UndoAsync(moved.Event);

        Assert.That(undone.Unmerged, Is.EqualTo(new[] { new MergedIds(second.NewEpid!, first.NewEpid!) }));
        Assert.That(await _ledger.IdsAsync(second.NewEpid!), Is.EqualTo("2"));
        Assert.That(await _ledger.IdsAsync(first.NewEpid!), Is.EqualTo("1"));
    }
}
