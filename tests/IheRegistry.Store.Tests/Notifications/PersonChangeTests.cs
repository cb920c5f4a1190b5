using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Tests.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Notifications;

/// <summary>What the ledger notes for those who are told of changes: every person that gains or loses an identifier, and of which domain.</summary>
[TestFixture]
public sealed class PersonChangeTests
{
    const string Epids = "1.2.9";
    const string Cards = "1.2.8";

    static readonly LedgerSource Source = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), "A|B", "M1", "");
    static readonly PatientId A = new("a", "1.2.1");
    static readonly PatientId A2 = new("a2", "1.2.1");
    static readonly PatientId B = new("b", "1.2.2");

    ScratchFolder _folder = null!;
    SqliteRegistryStore _store = null!;

    [SetUp]
    public void Open()
    {
        _folder = new ScratchFolder();
        _store = new SqliteRegistryStore(_folder.PathOf("registry.db"), new WriteLatch());
    }

    [TearDown]
    public async Task Close()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_new_person_gains_its_first_record_and_its_EPID()
    {
        var changes = await ChangesAsync(ledger => Feed(ledger, A));

        Assert.That(changes, Is.EquivalentTo(new PersonChange[] { new(1, A.Authority), new(1, Epids) }));
    }

    [Test]
    public async Task A_feed_of_a_known_record_changes_nothing()
    {
        await ChangesAsync(ledger => Feed(ledger, A));

        Assert.That(await ChangesAsync(ledger => Feed(ledger, A)), Is.Empty);
    }

    [Test]
    public async Task An_identifier_of_another_domain_that_a_record_names_or_names_no_more_is_a_change()
    {
        await ChangesAsync(ledger => Feed(ledger, A));

        var named = await ChangesAsync(ledger => Feed(ledger, A, card: "C1"));
        Assert.That(named, Is.EqualTo(new PersonChange[] { new(1, Cards) }));
        Assert.That(await ChangesAsync(ledger => Feed(ledger, A, card: "C1")), Is.Empty);
        Assert.That(await ChangesAsync(ledger => Feed(ledger, A, card: "C2")), Is.EqualTo(named));
        Assert.That(await ChangesAsync(ledger => Feed(ledger, A)), Is.EqualTo(named));
    }

    [Test]
    public async Task What_a_record_names_goes_with_it()
    {
        await ChangesAsync(ledger => Feed(ledger, A));
        await ChangesAsync(ledger => Feed(ledger, B, person: 1, card: "C1"));

        var split = await ChangesAsync(ledger => ledger.Move(B, null, null, Source));

        Assert.That(split, Does.Contain(new PersonChange(1, Cards)).And.Contain(new PersonChange(2, Cards)));
    }

    [Test]
    public async Task A_move_changes_the_person_left_and_the_one_joined_and_so_does_its_undo()
    {
        await ChangesAsync(ledger => Feed(ledger, A));
        await ChangesAsync(ledger => Feed(ledger, B, person: 1));

        var split = await ChangesAsync(ledger => ledger.Move(B, null, null, Source));
        Assert.That(split, Is.EquivalentTo(new PersonChange[] { new(1, B.Authority), new(2, B.Authority), new(2, Epids) }));

        var number = 0L;
        var joined = await ChangesAsync(ledger => number = ledger.Move(B, 1, null, Source).Event!.Value);
        Assert.That(joined, Does.Contain(new PersonChange(1, B.Authority)));

        var undone = await ChangesAsync(ledger => ledger.Undo(number, Source));
        Assert.That(undone, Does.Contain(new PersonChange(1, B.Authority)).And.Contain(new PersonChange(2, B.Authority)).And.Contain(new PersonChange(2, Epids)));
    }

    [Test]
    public async Task A_merge_of_records_changes_the_person_that_loses_the_id()
    {
        await ChangesAsync(ledger => Feed(ledger, A));
        await ChangesAsync(ledger => Feed(ledger, A2, person: 1));

        Assert.That(await ChangesAsync(ledger => ledger.MergeRecords(A2, A, Source)), Does.Contain(new PersonChange(1, A.Authority)));
    }

    [Test]
    public async Task A_merge_of_persons_changes_the_survivor_for_all_that_it_gains()
    {
        await ChangesAsync(ledger => Feed(ledger, A));
        await ChangesAsync(ledger => Feed(ledger, B));

        var merged = await ChangesAsync(ledger => ledger.MergePersons(2, 1, Source));

        Assert.That(merged, Does.Contain(new PersonChange(1, B.Authority)).And.Contain(new PersonChange(1, Epids)));
    }

    [Test]
    public async Task What_was_taken_back_is_no_change()
    {
        var changes = await _store.WriteAsync(
            tx =>
            {
                Feed(tx.Patients, A);
                tx.Undo();
                return tx.Notifications.Changes.ToList();
            },
            default);

        Assert.That(changes, Is.Empty);
    }

    Task<List<PersonChange>> ChangesAsync(Action<IPatientLedger> work) => _store.WriteAsync(
        tx =>
        {
            work(tx.Patients);
            return tx.Notifications.Changes.ToList();
        },
        default);

    static void Feed(IPatientLedger ledger, PatientId id, long? person = null, string? card = null) => ledger.Feed(
        new RecordFeed
        {
            Id = id,
            Source = "A|B",
            Demographics = new PatientDemographics(),
            OtherIds = card is null ? [] : [new PatientIdentifier(card, new HierarchicDesignator("", Cards, "ISO"), "")],
            Person = person,
            EnterpriseAuthority = Epids,
        },
        Source);
}
