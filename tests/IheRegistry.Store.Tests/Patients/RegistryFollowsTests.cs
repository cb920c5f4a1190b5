using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Patients;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>The registry follows the ledger and is rewritten only by a change of XAD-PID, which its undo takes back.</summary>
[TestFixture]
public sealed class RegistryFollowsTests
{
    Ledger _ledger = null!;
    LedgerRegistry _registry = null!;
    FeedOutcome _first = null!;
    FeedOutcome _second = null!;

    PatientId P => _first.NewEpid!;

    PatientId Q => _second.NewEpid!;

    [SetUp]
    public async Task Fill()
    {
        _ledger = new Ledger();
        _registry = new LedgerRegistry(_ledger);
        _first = await _ledger.FeedAsync(Ledger.A("1"));
        _second = await _ledger.FeedAsync(Ledger.B("2"));
    }

    [TearDown]
    public async Task Close()
    {
        _registry.Dispose();
        await _ledger.DisposeAsync();
    }

    [Test]
    [Requirement("ITI-18:3.18.4.1.2.3.9.1")]
    public async Task After_a_merge_the_surviving_EPID_finds_the_composite_and_after_its_undo_each_what_it_had()
    {
        _registry.AddDocument("of p", P, Ledger.A("1"));
        _registry.AddDocument("of q", Q, Ledger.B("2"));

        var merged = await _ledger.MergePersonsAsync(_first.Person, _second.Person);
        Assert.That(await _registry.DocumentsAsync(P), Is.Empty);
        Assert.That(await _registry.DocumentsAsync(Q), Is.EqualTo("of q of p").Or.EqualTo("of p of q"));
        _registry.AddDocument("of q since", Q, Ledger.B("2"));

        var undone = await _ledger.UndoAsync(merged.Event);
        Assert.That(await _registry.DocumentsAsync(P), Is.EqualTo("of p"));
        Assert.That(await _registry.DocumentsAsync(Q), Is.EqualTo("of q of q since").Or.EqualTo("of q since of q"));
        Assert.That(undone.Reviews, Is.Empty);
    }

    [Test]
    public async Task A_document_registered_in_between_that_came_with_the_other_ones_id_goes_to_review()
    {
        var merged = await _ledger.MergePersonsAsync(_first.Person, _second.Person);
        _registry.AddDocument("in between", Q, Ledger.A("1"));

        var undone = await _ledger.UndoAsync(merged.Event);

        Assert.That(await _registry.DocumentsAsync(Q), Is.EqualTo("in between"));
        var review = await _ledger.Queries.FindReviewAsync(undone.Reviews.Single(), CancellationToken.None);
        Assert.That((review!.Question.Kind, review.Question.Record), Is.EqualTo((ReviewKind.DocumentsLeft, Ledger.A("1"))));
        Assert.That(review.Question.Persons, Is.EqualTo(new[] { _first.Person, _second.Person }));
    }

    [Test]
    public async Task A_split_leaves_documents_where_they_are_and_asks()
    {
        await _ledger.FeedAsync(Ledger.Record(Ledger.B("3")) with { Person = _first.Person });
        _registry.AddDocument("of 3", P, Ledger.B("3"));

        var moved = await _ledger.MoveAsync(Ledger.B("3"), null);

        Assert.That(await _registry.DocumentsAsync(P), Is.EqualTo("of 3"));
        Assert.That(moved.Reviews, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_merge_of_records_whose_ids_the_registry_knows_merges_these_too_and_its_undo_unmerges_them()
    {
        await _ledger.FeedAsync(Ledger.A("5"));
        await _ledger.Store.WriteAsync(
            tx =>
            {
                tx.AddPatients([Ledger.A("1"), Ledger.A("5")], _ledger.Now);
                return true;
            },
            CancellationToken.None);
        _registry.AddDocument("of 1", Ledger.A("1"), Ledger.A("1"));

        var merged = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("5"));
        Assert.That(await _registry.DocumentsAsync(Ledger.A("5")), Is.EqualTo("of 1"));
        Assert.That(await _registry.DocumentsAsync(Ledger.A("1")), Is.Empty);

        await _ledger.UndoAsync(merged.Event);
        Assert.That(await _registry.DocumentsAsync(Ledger.A("1")), Is.EqualTo("of 1"));
    }

    [Test]
    [Requirement("ITI-64:3.64.4.1.3")]
    public async Task A_change_of_XAD_PID_moves_what_came_with_the_local_id_and_its_undo_moves_back_exactly_that()
    {
        await LinkThirdAsync();
        _registry.AddDocument("of 3", P, Ledger.B("3"));
        _registry.AddDocument("of 1", P, Ledger.A("1"));

        var moved = await MoveThirdAsync();
        Assert.That(moved.MovedObjects, Has.Count.EqualTo(1));
        Assert.That(moved.Reviews, Is.Empty);
        Assert.That((await _registry.DocumentsAsync(P), await _registry.DocumentsAsync(Q)), Is.EqualTo(("of 1", "of 3")));
        Assert.That(_registry.RepositorySaysOf("of 3"), Is.EqualTo(Q.ToString()));
        Assert.That(await _ledger.IdsAsync(Ledger.B("3")), Is.EqualTo("2 3"));
        Assert.That(_registry.Changes(), Is.EqualTo(1));
        _registry.AddDocument("of 3 since", Q, Ledger.B("3"));

        var undone = await _ledger.UndoAsync(moved.Event);
        Assert.That(undone.MovedObjects, Is.EqualTo(moved.MovedObjects));
        Assert.That((await _registry.DocumentsAsync(P), await _registry.DocumentsAsync(Q)), Is.EqualTo(("of 3 of 1", "of 3 since")).Or.EqualTo(("of 1 of 3", "of 3 since")));
        Assert.That(_registry.RepositorySaysOf("of 3"), Is.EqualTo(P.ToString()));
        Assert.That(undone.Reviews, Has.Count.EqualTo(1), "it is asked about what was registered in between");
        Assert.That(await _ledger.IdsAsync(Ledger.B("3")), Is.EqualTo("1 3"));
    }

    [Test]
    [Requirement("ITI-64:3.64.4.1.3.1.3")]
    public async Task Deprecated_entries_stay_and_their_relationships_to_those_that_move_are_dropped_until_the_undo()
    {
        await LinkThirdAsync();
        _registry.AddDocument("old", P, Ledger.B("3"), AvailabilityStatus.Deprecated);
        _registry.AddDocument("new", P, Ledger.B("3"));
        _registry.Associate("replaces", AssociationType.Replace, "new", "old");

        var moved = await MoveThirdAsync();
        Assert.That((_registry.AllOf(P), _registry.AllOf(Q)), Is.EqualTo(("old", "new")));
        Assert.That(_registry.StatusOf("replaces"), Is.EqualTo(AvailabilityStatus.Deprecated));
        var review = await _ledger.Queries.FindReviewAsync(moved.Reviews.Single(), CancellationToken.None);
        Assert.That(review!.Question.Kind, Is.EqualTo(ReviewKind.RelationshipsDropped));

        await _ledger.UndoAsync(moved.Event);
        Assert.That(_registry.AllOf(P), Is.EqualTo("new old"));
        Assert.That(_registry.StatusOf("replaces"), Is.EqualTo(AvailabilityStatus.Approved));
    }

    [Test]
    [Requirement("ITI-64:3.64.4.1.3.1.6")]
    public async Task Folders_and_SubmissionSets_move_when_all_their_members_do()
    {
        await LinkThirdAsync();
        _registry.AddSubmissionSet("set", P);
        _registry.AddFolder("folder", P);
        _registry.AddDocument("one", P, Ledger.B("3"));
        _registry.AddDocument("two", P, Ledger.B("3"));
        foreach (var member in new[] { "one", "two", "folder" }) _registry.Associate("set has " + member, AssociationType.HasMember, "set", member);
        foreach (var member in new[] { "one", "two" }) _registry.Associate("folder has " + member, AssociationType.HasMember, "folder", member);

        var moved = await MoveThirdAsync();

        Assert.That(moved.MovedObjects, Has.Count.EqualTo(4));
        Assert.That((_registry.AllOf(P), _registry.AllOf(Q)), Is.EqualTo(("", "folder one set two")));
        Assert.That(_registry.StatusOf("folder has one"), Is.EqualTo(AvailabilityStatus.Approved));
        await _ledger.UndoAsync(moved.Event);
        Assert.That(_registry.AllOf(P), Is.EqualTo("folder one set two"));
    }

    [Test]
    [Requirement("ITI-64:3.64.4.1.3.2")]
    public async Task What_moves_leaves_a_Folder_and_stays_in_a_SubmissionSet_of_several_sources()
    {
        await LinkThirdAsync();
        _registry.AddSubmissionSet("set", P);
        _registry.AddFolder("folder", P);
        _registry.AddDocument("of 3", P, Ledger.B("3"));
        _registry.AddDocument("of 1", P, Ledger.A("1"));
        foreach (var member in new[] { "of 3", "of 1", "folder" }) _registry.Associate("set has " + member, AssociationType.HasMember, "set", member);
        foreach (var member in new[] { "of 3", "of 1" }) _registry.Associate("folder has " + member, AssociationType.HasMember, "folder", member);

        var moved = await MoveThirdAsync();

        Assert.That((_registry.AllOf(P), _registry.AllOf(Q)), Is.EqualTo(("folder of 1 set", "of 3")));
        Assert.That(_registry.StatusOf("folder has of 3"), Is.EqualTo(AvailabilityStatus.Deprecated));
        Assert.That(_registry.StatusOf("folder has of 1"), Is.EqualTo(AvailabilityStatus.Approved));
        Assert.That(_registry.StatusOf("set has of 3"), Is.EqualTo(AvailabilityStatus.Approved));
        Assert.That(moved.Reviews, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_move_is_not_undone_over_another_one_but_over_a_removal()
    {
        await LinkThirdAsync();
        var third = await _ledger.FeedAsync(Ledger.A("4"));
        _registry.AddDocument("of 3", P, Ledger.B("3"));
        var moved = await MoveThirdAsync();
        var again = await _ledger.MoveAsync(Ledger.B("3"), third.Person, new EntryMove(Q, third.NewEpid!));

        Assert.That((await _ledger.UndoAsync(moved.Event)).Result, Is.EqualTo(UndoResult.ChangedSince));
        _registry.Remove("of 3");
        Assert.That((await _ledger.UndoAsync(again.Event)).Result, Is.EqualTo(UndoResult.Undone));
        Assert.That((await _ledger.UndoAsync(moved.Event)).Result, Is.EqualTo(UndoResult.Undone));
    }

    [Test]
    public async Task Entries_move_with_a_local_id_that_was_never_fed_and_not_between_ids_that_are_not_known()
    {
        _registry.AddDocument("of 9", P, Ledger.A("9"));

        Assert.That((await _ledger.MoveAsync(Ledger.A("9"), null, new EntryMove(P, Ledger.Epid("9")))).Result, Is.EqualTo(LedgerResult.UnknownPatient));
        Assert.That((await _ledger.MoveAsync(Ledger.A("9"), null, new EntryMove(P, Q))).Result, Is.EqualTo(LedgerResult.Done));
        Assert.That(await _registry.DocumentsAsync(Q), Is.EqualTo("of 9"));
        Assert.That((await _ledger.MoveAsync(Ledger.A("9"), null, new EntryMove(P, Q))).Result, Is.EqualTo(LedgerResult.UnknownRecord));
    }

    Task<FeedOutcome> LinkThirdAsync() => _ledger.FeedAsync(Ledger.Record(Ledger.B("3")) with { Person = _first.Person });

    Task<LedgerOutcome> MoveThirdAsync() => _ledger.MoveAsync(Ledger.B("3"), _second.Person, new EntryMove(P, Q));
}
