using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Store.Patients;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>Feeds, links, merges, moves and undos in any order.</summary>
[TestFixture]
public sealed class LedgerPropertyTests
{
    static readonly int Sequences = Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 2000 : 25;

    static Gen<(int Kind, int A, int B)> Step =>
        from kind in Gen.Choose(0, 10) from a in Gen.Choose(0, 999) from b in Gen.Choose(0, 999) select (kind, a, b);

    // Merges, moves and keeping apart: what can be undone without taking a feed back.
    static Gen<(int Kind, int A, int B)> Change =>
        from kind in Gen.Choose(2, 7) from a in Gen.Choose(0, 999) from b in Gen.Choose(0, 999) select (kind, a, b);

    [Test]
    public void Any_sequence_ends_in_the_cross_reference_that_the_ledger_played_again_ends_in() => Check(Step.ArrayOf(40), steps =>
    {
        using var ledger = new LedgerSteps();
        foreach (var (kind, a, b) in steps)
        {
            ledger.Take(kind, a, b);
            Assert.That(ledger.Differences, Is.Empty);
        }
    });

    [Test]
    public void Whose_an_id_was_is_told_of_every_moment_as_it_was_told_then() => Check(Step.ArrayOf(30), steps =>
    {
        using var ledger = new LedgerSteps();
        var told = new List<(DateTimeOffset At, string Whose)>();
        foreach (var (kind, a, b) in steps)
        {
            ledger.Take(kind, a, b);
            told.Add((ledger.Now, ledger.Whose()));
        }

        foreach (var (at, whose) in told) Assert.That(ledger.WhoseAt(at), Is.EqualTo(whose));
    });

    [Test]
    public void Undoing_what_was_done_last_restores_every_answer() => Check(from steps in Step.ArrayOf(25) from last in Step select (steps, last), item =>
    {
        using var ledger = new LedgerSteps();
        foreach (var (kind, a, b) in item.steps) ledger.Take(kind, a, b);
        var epids = ledger.Epids();
        var answers = ledger.Answers(epids);

        foreach (var number in ledger.Take(item.last.Kind, item.last.A, item.last.B))
            Assert.That(ledger.Undo(number).Result, Is.EqualTo(UndoResult.Undone));

        Assert.That(ledger.Answers(epids), Is.EqualTo(answers));
    });

    [Test]
    public void Undoing_a_change_leaves_what_was_fed_since() => Check(
        from steps in Step.ArrayOf(25) from change in Change from feeds in Step.ArrayOf(10) select (steps, change, feeds),
        item =>
        {
            using var ledger = new LedgerSteps();
            using var unchanged = new LedgerSteps();
            foreach (var (kind, a, b) in item.steps)
            {
                ledger.Take(kind, a, b);
                unchanged.Take(kind, a, b);
            }

            var epids = ledger.Epids();
            var change = ledger.Take(item.change.Kind, item.change.A, item.change.B);
            foreach (var (_, a, b) in item.feeds)
            {
                ledger.FeedAgain(a, b);
                unchanged.FeedAgain(a, b);
            }

            foreach (var number in change) Assert.That(ledger.Undo(number).Result, Is.EqualTo(UndoResult.Undone));
            Assert.That(ledger.Answers(epids, withNumbers: false), Is.EqualTo(unchanged.Answers(epids, withNumbers: false)));
        });

    static void Check<T>(Gen<T> gen, Action<T> body) => Prop.ForAll(gen.ToArbitrary(), body).Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));
}
