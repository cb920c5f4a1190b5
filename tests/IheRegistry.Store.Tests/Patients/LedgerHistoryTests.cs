using IheRegistry.Store.Patients;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

[TestFixture]
public sealed class LedgerHistoryTests
{
    Ledger _ledger = null!;

    [SetUp]
    public void Open() => _ledger = new Ledger();

    [TearDown]
    public async Task Close() => await _ledger.DisposeAsync();

    [Test]
    public async Task Whose_an_id_was_at_a_moment_is_told_as_of_then()
    {
        var before = _ledger.Now;
        await _ledger.FeedAsync(Ledger.A("1"));
        var other = await _ledger.FeedAsync(Ledger.A("2"));
        var apart = _ledger.Now;
        var merge = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));
        var merged = _ledger.Now;
        await _ledger.UndoAsync(merge.Event);

        Assert.That(await _ledger.IdsAtAsync(Ledger.A("1"), before), Is.Null);
        Assert.That(await _ledger.IdsAtAsync(Ledger.A("1"), apart), Is.EqualTo("1"));
        Assert.That(await _ledger.IdsAtAsync(Ledger.A("1"), merged), Is.EqualTo("subsumed: 2"));
        Assert.That(await _ledger.IdsAtAsync(Ledger.A("1"), _ledger.Now), Is.EqualTo("1"));
        Assert.That(await _ledger.IdsAtAsync(other.NewEpid!, merged), Is.EqualTo("2"));
        Assert.That(await _ledger.IdsAtAsync(Ledger.A("3"), merged), Is.Null);
    }

    [Test]
    public async Task The_ledger_of_an_id_has_the_events_that_concern_it_with_who_when_and_why()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.B("2"));
        await _ledger.FeedAsync(Ledger.A("3"));
        var merged = await _ledger.WriteAsync(ledger => ledger.MergePersons(first.Person, second.Person, _ledger.Source("""{"rule":"steward"}""")));
        await _ledger.UndoAsync(merged.Event);

        var events = await _ledger.Queries.ReadLedgerAsync(Ledger.A("1"), CancellationToken.None);

        Assert.That(
            events.Select(item => (item.Kind, item.IsUndone)),
            Is.EqualTo(new[] { (LedgerEventKind.Introduced, false), (LedgerEventKind.PersonMerged, true), (LedgerEventKind.Undone, false) }));
        Assert.That((events[1].Epid, events[1].OtherEpid), Is.EqualTo((first.NewEpid, second.NewEpid)));
        Assert.That((events[1].Source.By, events[1].Source.Explanation), Is.EqualTo(("hospital/nurse", """{"rule":"steward"}""")));
        Assert.That(events[2].Undoes, Is.EqualTo(events[1].Number));
        Assert.That((await _ledger.Queries.ReadLedgerAsync(second.NewEpid!, CancellationToken.None)).Select(item => item.Kind), Is.EqualTo(
            new[] { LedgerEventKind.Introduced, LedgerEventKind.PersonMerged, LedgerEventKind.Undone }));
        Assert.That(await _ledger.Queries.ReadLedgerAsync(Ledger.A("9"), CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task Times_of_the_ledger_go_with_its_numbers_even_when_the_clock_does_not()
    {
        var source = _ledger.Source();
        await _ledger.WriteAsync(ledger => ledger.Feed(Ledger.Record(Ledger.A("1")), source));
        await _ledger.WriteAsync(ledger => ledger.Feed(Ledger.Record(Ledger.A("2")), source with { At = source.At.AddHours(-1) }));

        Assert.That(await _ledger.IdsAtAsync(Ledger.A("2"), source.At.AddSeconds(-1)), Is.Null);
        Assert.That(await _ledger.IdsAtAsync(Ledger.A("2"), source.At), Is.EqualTo("2"));
    }
}
