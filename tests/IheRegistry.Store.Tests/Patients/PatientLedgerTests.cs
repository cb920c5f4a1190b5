using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

[TestFixture]
public sealed class PatientLedgerTests
{
    Ledger _ledger = null!;

    [SetUp]
    public void Open() => _ledger = new Ledger();

    [TearDown]
    public async Task Close() => await _ledger.DisposeAsync();

    [Test]
    public async Task A_new_record_opens_a_person_under_an_EPID_of_ten_digits_with_a_check_digit()
    {
        var fed = await _ledger.FeedAsync(Ledger.A("1"));

        Assert.That(fed.NewEpid!.Authority, Is.EqualTo(Ledger.Enterprise));
        Assert.That(fed.NewEpid.Id, Has.Length.EqualTo(10).And.Matches<string>(IsLuhn));
        var found = await _ledger.Queries.FindIdsAsync(Ledger.A("1"), CancellationToken.None);
        Assert.That(found!.Epid, Is.EqualTo(fed.NewEpid));
        Assert.That(found.Ids, Is.EqualTo(new[] { Ledger.A("1") }));
        Assert.That(await _ledger.IdsAsync(fed.NewEpid), Is.EqualTo("1"));
    }

    [Test]
    public async Task An_EPID_that_was_fed_is_never_allotted()
    {
        var next = EnterpriseId.Of(2);
        await _ledger.FeedAsync(Ledger.Record(Ledger.A("1")) with { Epid = Ledger.Epid(next) });

        var fed = await _ledger.FeedAsync(Ledger.A("2"));

        Assert.That(fed.NewEpid!.Id, Is.Not.EqualTo(next));
        Assert.That(await _ledger.IdsAsync(Ledger.Epid(next)), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_record_keeps_what_it_says_word_for_word()
    {
        var feed = Ledger.Record(Ledger.A("1")) with { OtherIds = [Ledger.Identifier("330", "1.9")], IsTentative = true };
        await _ledger.FeedAsync(feed);

        var record = await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.A("1")));

        Assert.That(record!.Demographics.Names, Is.EqualTo(feed.Demographics.Names));
        Assert.That(record.OtherIds, Is.EqualTo(feed.OtherIds));
        Assert.That(record.IsTentative, Is.True);
        Assert.That(record.Source, Is.EqualTo("facility|application"));
        Assert.That((record.FirstSeen, record.LastFed), Is.EqualTo((_ledger.Now, _ledger.Now)));
    }

    [Test]
    public async Task A_later_feed_changes_what_a_record_says_and_not_whose_it_is()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"), "Wang");
        var second = await _ledger.FeedAsync(Ledger.A("1"), "Li");

        Assert.That((second.Person, second.LinkEvent, second.NewEpid), Is.EqualTo((first.Person, (long?)null, (PatientId?)null)));
        var record = await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.A("1")));
        Assert.That(record!.Demographics.Names![0].Family, Is.EqualTo("Li"));
        Assert.That(record.LastEvent, Is.EqualTo(second.Event));
    }

    [Test]
    public async Task Records_are_candidates_of_those_with_whom_they_share_a_key_until_they_share_it_no_more()
    {
        await _ledger.FeedAsync(Ledger.Record(Ledger.A("1")) with { BlockingKeys = [7, 8] });
        await _ledger.FeedAsync(Ledger.Record(Ledger.A("2")) with { BlockingKeys = [8] });
        Assert.That(await CandidatesAsync(7, 8), Is.EqualTo("1 2"));
        Assert.That(await CandidatesAsync(9), Is.Empty);

        await _ledger.FeedAsync(Ledger.Record(Ledger.A("1")) with { BlockingKeys = [7] });
        Assert.That(await CandidatesAsync(8), Is.EqualTo("2"));
    }

    [Test]
    public async Task A_key_that_too_many_records_share_is_capped_and_reported()
    {
        for (var i = 0; i < 5; i++) await _ledger.FeedAsync(Ledger.Record(Ledger.A($"{i}")) with { BlockingKeys = [7, i] });

        var candidates = await _ledger.WriteAsync(ledger => ledger.FindCandidates([7, 4], 3));

        Assert.That(candidates.CappedKeys, Is.EqualTo(new[] { 7L }));
        Assert.That(candidates.Records.Select(record => record.Id.Id), Is.EqualTo(new[] { "0", "1", "2", "4" }));
        Assert.That((await _ledger.WriteAsync(ledger => ledger.FindCandidates([7], 5))).CappedKeys, Is.Empty);
    }

    [Test]
    public async Task A_record_is_found_by_the_identifiers_of_other_domains_that_it_names()
    {
        await _ledger.FeedAsync(Ledger.Record(Ledger.A("1")) with { OtherIds = [Ledger.Identifier("330", "1.9")] });

        Assert.That(await NamingAsync("330", "1.9"), Is.EqualTo("1"));
        Assert.That(await NamingAsync("330", "1.8"), Is.Empty);
    }

    [Test]
    public async Task A_linked_record_shares_the_person_and_its_link_is_an_event_of_its_own()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.Record(Ledger.B("2")) with { Person = first.Person });

        Assert.That(second.LinkEvent, Is.GreaterThan(second.Event));
        Assert.That(await _ledger.IdsAsync(Ledger.B("2")), Is.EqualTo("1 2"));
    }

    [Test]
    public async Task A_moved_record_leaves_its_person_and_one_left_empty_is_merged_into_the_other()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.B("2"));

        var moved = await _ledger.MoveAsync(Ledger.B("2"), first.Person);

        Assert.That(moved.Result, Is.EqualTo(LedgerResult.Done));
        Assert.That(moved.Merged, Is.EqualTo(new[] { new MergedIds(second.NewEpid!, first.NewEpid!) }));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1 2"));
        Assert.That(await _ledger.IdsAsync(second.NewEpid!), Is.EqualTo("subsumed: 1 2"));
    }

    [Test]
    public async Task A_record_moved_to_nobody_in_particular_becomes_a_person_of_its_own_unless_it_is_one()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        await _ledger.FeedAsync(Ledger.Record(Ledger.B("2")) with { Person = first.Person });

        var moved = await _ledger.MoveAsync(Ledger.B("2"), null);

        Assert.That(await _ledger.IdsAsync(moved.NewEpid!), Is.EqualTo("2"));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1"));
        Assert.That((await _ledger.MoveAsync(Ledger.B("2"), null)).Result, Is.EqualTo(LedgerResult.AlreadySo));
    }

    [Test]
    public async Task A_subsumed_record_leads_to_the_surviving_ones_person()
    {
        await _ledger.FeedAsync(Ledger.A("1"));
        await _ledger.FeedAsync(Ledger.A("2"));

        await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));

        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("subsumed: 2"));
        Assert.That(await _ledger.IdsAsync(Ledger.A("2")), Is.EqualTo("2"));
        var record = await _ledger.WriteAsync(ledger => ledger.FindRecord(Ledger.A("1")));
        Assert.That(record!.SubsumedBy, Is.EqualTo(Ledger.A("2")));
        var person = await _ledger.Queries.FindPersonAsync(Ledger.A("2"), CancellationToken.None);
        Assert.That(person!.Subsumed.Select(id => id.Authority), Is.EqualTo(new[] { Ledger.HospitalA, Ledger.Enterprise }));
    }

    [Test]
    public async Task A_merge_brings_the_other_records_of_the_person_along()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        await _ledger.FeedAsync(Ledger.Record(Ledger.B("3")) with { Person = first.Person });
        await _ledger.FeedAsync(Ledger.A("2"));

        var merged = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));

        Assert.That(merged.Reviews, Is.Empty);
        Assert.That(await _ledger.IdsAsync(Ledger.B("3")), Is.EqualTo("3 2").Or.EqualTo("2 3"));
    }

    [Test]
    public async Task A_merge_of_records_whose_persons_hold_different_records_of_one_domain_goes_to_review()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        await _ledger.FeedAsync(Ledger.Record(Ledger.B("3")) with { Person = first.Person });
        var second = await _ledger.FeedAsync(Ledger.A("2"));
        await _ledger.FeedAsync(Ledger.Record(Ledger.B("4")) with { Person = second.Person });

        var merged = await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));

        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("subsumed: 2 4"));
        Assert.That(await _ledger.IdsAsync(Ledger.B("3")), Is.EqualTo("3"));
        var review = await _ledger.Queries.FindReviewAsync(merged.Reviews.Single(), CancellationToken.None);
        Assert.That(review!.Question.Kind, Is.EqualTo(ReviewKind.MergeConflict));
        Assert.That(review.Question.Persons, Is.EqualTo(new[] { first.Person, second.Person }));
    }

    [Test]
    public async Task Repeated_swapped_and_circular_merges_have_one_named_outcome_each()
    {
        foreach (var id in new[] { "1", "2", "3" }) await _ledger.FeedAsync(Ledger.A(id));
        await _ledger.FeedAsync(Ledger.B("1"));
        await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));

        Assert.That(await MergeResultAsync(Ledger.A("1"), Ledger.A("2")), Is.EqualTo(LedgerResult.AlreadySo));
        Assert.That(await MergeResultAsync(Ledger.A("2"), Ledger.A("1")), Is.EqualTo(LedgerResult.SurvivingSubsumed));
        Assert.That(await MergeResultAsync(Ledger.A("1"), Ledger.A("3")), Is.EqualTo(LedgerResult.SubsumedByAnother));
        Assert.That(await MergeResultAsync(Ledger.A("2"), Ledger.A("3")), Is.EqualTo(LedgerResult.Done));
        Assert.That(await MergeResultAsync(Ledger.A("3"), Ledger.A("1")), Is.EqualTo(LedgerResult.SurvivingSubsumed));
        Assert.That(await MergeResultAsync(Ledger.A("1"), Ledger.A("3")), Is.EqualTo(LedgerResult.AlreadySo));
        Assert.That(await MergeResultAsync(Ledger.A("3"), Ledger.B("1")), Is.EqualTo(LedgerResult.DifferentDomains));
        Assert.That(await MergeResultAsync(Ledger.A("9"), Ledger.A("3")), Is.EqualTo(LedgerResult.UnknownRecord));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("subsumed: 3"));
    }

    [Test]
    public async Task Persons_merge_and_their_EPIDs_lead_to_the_surviving_one()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.A("2"));
        var third = await _ledger.FeedAsync(Ledger.A("3"));
        await _ledger.MergePersonsAsync(first.Person, second.Person);
        await _ledger.MergePersonsAsync(second.Person, third.Person);

        Assert.That(await _ledger.IdsAsync(first.NewEpid!), Is.EqualTo("subsumed: 1 2 3"));
        Assert.That((await _ledger.MergePersonsAsync(third.Person, first.Person)).Result, Is.EqualTo(LedgerResult.SurvivingSubsumed));
        Assert.That((await _ledger.MergePersonsAsync(first.Person, third.Person)).Result, Is.EqualTo(LedgerResult.AlreadySo));
        Assert.That((await _ledger.MergePersonsAsync(99, third.Person)).Result, Is.EqualTo(LedgerResult.UnknownPerson));
    }

    [Test]
    public async Task Records_kept_apart_keep_their_persons_apart_whoever_is_named_first()
    {
        var first = await _ledger.FeedAsync(Ledger.A("1"));
        var second = await _ledger.FeedAsync(Ledger.B("2"));
        Assert.That(await AreApartAsync(first, second), Is.False);

        var kept = await _ledger.WriteAsync(ledger => ledger.KeepApart(Ledger.B("2"), Ledger.A("1"), _ledger.Source()));

        Assert.That(await AreApartAsync(first, second) && await AreApartAsync(second, first), Is.True);
        Assert.That((await _ledger.WriteAsync(ledger => ledger.KeepApart(Ledger.A("1"), Ledger.B("2"), _ledger.Source()))).Result, Is.EqualTo(LedgerResult.AlreadySo));
        await _ledger.UndoAsync(kept.Event);
        Assert.That(await AreApartAsync(first, second), Is.False);
    }

    [Test]
    public async Task A_question_that_waits_is_not_put_twice_and_is_decided_once()
    {
        await _ledger.FeedAsync(Ledger.A("1"));
        var question = new ReviewQuestion(ReviewKind.PossibleMatch, Ledger.A("1"), [7, 3], _ledger.Now, """{"score":1}""");
        var row = await _ledger.WriteAsync(ledger => ledger.OpenReview(question));
        Assert.That(await _ledger.WriteAsync(ledger => ledger.OpenReview(question with { Persons = [3, 7] })), Is.EqualTo(row));
        Assert.That(await _ledger.WriteAsync(ledger => ledger.OpenReview(question with { Persons = [3] })), Is.Not.EqualTo(row));

        var decision = new ReviewDecision(_ledger.Now, "steward", "twins", null);
        Assert.That(await _ledger.WriteAsync(ledger => ledger.DecideReview(row, ReviewState.Rejected, decision)), Is.True);
        Assert.That(await _ledger.WriteAsync(ledger => ledger.DecideReview(row, ReviewState.Linked, decision)), Is.False);

        var listed = await _ledger.Queries.ListReviewsAsync(ReviewState.Rejected, 0, 10, CancellationToken.None);
        Assert.That(listed.Select(item => (item.Row, item.State, item.Decision)), Is.EqualTo(new[] { (row, ReviewState.Rejected, decision) }));
        Assert.That(listed[0].Question.Explanation, Is.EqualTo(question.Explanation));
        Assert.That(await _ledger.WriteAsync(ledger => ledger.OpenReview(question)), Is.Not.EqualTo(row));
    }

    [Test]
    public async Task What_the_unit_of_work_takes_back_leaves_nothing()
    {
        await _ledger.Store.WriteAsync(
            tx =>
            {
                tx.Patients.Feed(Ledger.Record(Ledger.A("1")), _ledger.Source());
                tx.Undo();
                return true;
            },
            CancellationToken.None);
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.Null);

        await _ledger.FeedAsync(Ledger.A("1"));
        Assert.That(await _ledger.IdsAsync(Ledger.A("1")), Is.EqualTo("1"));
    }

    static bool IsLuhn(string digits) => digits.Reverse().Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 2)).Sum(n => (n / 10) + (n % 10)) % 10 == 0;

    async Task<string> CandidatesAsync(params long[] keys) =>
        string.Join(' ', (await _ledger.WriteAsync(ledger => ledger.FindCandidates(keys, 100))).Records.Select(record => record.Id.Id));

    async Task<string> NamingAsync(string id, string authority) =>
        string.Join(' ', (await _ledger.WriteAsync(ledger => ledger.FindRecordsNaming(Ledger.Identifier(id, authority), 10))).Records.Select(record => record.Id.Id));

    async Task<LedgerResult> MergeResultAsync(PatientId subsumed, PatientId surviving) => (await _ledger.MergeAsync(subsumed, surviving)).Result;

    Task<bool> AreApartAsync(FeedOutcome one, FeedOutcome other) => _ledger.WriteAsync(ledger => ledger.AreKeptApart(one.Person, other.Person));
}
