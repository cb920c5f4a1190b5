using System.Globalization;
using IheRegistry.Store.Patients;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

[TestFixture]
public sealed class PersonSearchTests
{
    const byte DateKey = 2;

    Ledger _ledger = null!;

    [SetUp]
    public async Task Fill()
    {
        _ledger = new Ledger();
        await FeedAsync("1", "WANG", "19800101");
        await FeedAsync("2", "WANG", "19900101");
        await FeedAsync("3", "WANGLEI", "19800101");
        await FeedAsync("4", "LI", "19800101");
    }

    [TearDown]
    public async Task Close() => await _ledger.DisposeAsync();

    [TestCase("WANG", false, "1 2")]
    [TestCase("WANG", true, "1 2 3")]
    [TestCase("W", true, "1 2 3")]
    [TestCase("ZHAO", true, "")]
    public async Task A_text_finds_what_has_it_or_begins_with_it(string text, bool isPrefix, string expected) =>
        Assert.That(await FindAsync(Search([new SearchTerm(Ledger.NameKey, text, isPrefix)])), Is.EqualTo(expected));

    [TestCase(false, "1")]
    [TestCase(true, "1 3")]
    public async Task Several_texts_must_all_be_of_one_record(bool isPrefix, string expected) => Assert.That(
        await FindAsync(Search([new SearchTerm(DateKey, "19800101", false)], [new SearchTerm(Ledger.NameKey, "WANG", isPrefix)])),
        Is.EqualTo(expected));

    [Test]
    public async Task One_of_several_alternatives_is_enough() => Assert.That(
        await FindAsync(Search([new SearchTerm(Ledger.NameKey, "LI", false), new SearchTerm(Ledger.NameKey, "WANGLEI", false)])),
        Is.EqualTo("3 4"));

    [Test]
    public async Task A_person_is_found_once_however_many_of_the_records_match_and_as_it_is_now()
    {
        await _ledger.MergeAsync(Ledger.A("1"), Ledger.A("2"));
        await _ledger.FeedAsync(Ledger.Record(Ledger.B("5"), "WANG") with { Person = (await PersonAsync("2")).Row });

        Assert.That(await FindAsync(Search([new SearchTerm(Ledger.NameKey, "WANG", false)])), Is.EqualTo("2 5"));
        Assert.That(await FindAsync(Search([new SearchTerm(DateKey, "19900101", false)])), Is.EqualTo("2 5"));
    }

    [Test]
    public async Task What_only_a_subsumed_record_says_finds_nobody()
    {
        await _ledger.MergeAsync(Ledger.A("4"), Ledger.A("2"));
        Assert.That(await FindAsync(Search([new SearchTerm(Ledger.NameKey, "LI", false)])), Is.Empty);
    }

    [Test]
    public async Task Pages_follow_each_other_without_gaps_or_repeats()
    {
        var search = Search([new SearchTerm(Ledger.NameKey, "W", true)]) with { Most = 2 };
        var first = await _ledger.Queries.SearchAsync(search, CancellationToken.None);
        var second = await _ledger.Queries.SearchAsync(search with { After = first.Persons[^1].Row }, CancellationToken.None);

        Assert.That((Ids(first), first.HasMore), Is.EqualTo(("1 2", true)));
        Assert.That((Ids(second), second.HasMore), Is.EqualTo(("3", false)));
    }

    [Test]
    public async Task What_the_filter_refuses_takes_no_place_on_a_page()
    {
        var search = Search([new SearchTerm(Ledger.NameKey, "W", true)]) with { Most = 1, Filter = person => person.Records[0].Id.Id != "1" };
        var page = await _ledger.Queries.SearchAsync(search, CancellationToken.None);
        Assert.That((Ids(page), page.HasMore), Is.EqualTo(("2", true)));
    }

    [Test]
    public async Task Identifiers_of_records_and_EPIDs_find_their_person()
    {
        var epid = (await PersonAsync("3")).Epid!;
        Assert.That(await FindAsync(By([new IdentifierTerm(Ledger.A("3"), false)])), Is.EqualTo("3"));
        Assert.That(await FindAsync(By([new IdentifierTerm(epid, false)])), Is.EqualTo("3"));
        Assert.That(await FindAsync(By([new IdentifierTerm(epid with { Id = epid.Id[..9] }, true)])), Is.EqualTo("3"));
        Assert.That(await FindAsync(By([new IdentifierTerm(Ledger.A(""), true)])), Is.EqualTo("1 2 3 4"));
        Assert.That(await FindAsync(By([new IdentifierTerm(Ledger.A("3"), false), new IdentifierTerm(Ledger.A("4"), false)])), Is.Empty);
        Assert.That(
            await FindAsync(By([new IdentifierTerm(Ledger.A(""), true)]) with { Terms = [[new SearchTerm(Ledger.NameKey, "LI", false)]] }),
            Is.EqualTo("4"));
    }

    [Test]
    public async Task A_search_for_nothing_that_is_indexed_is_refused()
    {
        var page = await _ledger.Queries.SearchAsync(Search() with { Filter = _ => true }, CancellationToken.None);
        Assert.That((page.Outcome, page.Persons.Count), Is.EqualTo((SearchOutcome.NotSelective, 0)));
    }

    [Test]
    public async Task A_search_through_more_than_may_be_read_is_refused_unless_another_text_narrows_it()
    {
        await _ledger.WriteAsync(ledger =>
        {
            for (var i = 0; i <= 10_000; i++)
            {
                ledger.Feed(
                    Ledger.Record(Ledger.B(i.ToString(CultureInfo.InvariantCulture)), "ZHAO") with { BlockingKeys = [], EnterpriseAuthority = null },
                    _ledger.Source());
            }

            return true;
        });
        await FeedAsync("6", "ZHAO", "19770707");

        var page = await _ledger.Queries.SearchAsync(Search([new SearchTerm(Ledger.NameKey, "ZHAO", false)]), CancellationToken.None);
        Assert.That(page.Outcome, Is.EqualTo(SearchOutcome.TooMany));
        Assert.That(
            await FindAsync(Search([new SearchTerm(Ledger.NameKey, "ZHAO", false)], [new SearchTerm(DateKey, "1977", true)])),
            Is.EqualTo("6"));
    }

    static PersonSearch Search(params IReadOnlyList<SearchTerm>[] terms) => new() { Terms = terms, Most = 100 };

    static PersonSearch By(IReadOnlyList<IdentifierTerm> identifiers) => new() { Identifiers = identifiers, Most = 100 };

    static string Ids(PersonPage page) => string.Join(' ', page.Persons.SelectMany(person => person.Records).Select(record => record.Id.Id));

    async Task<string> FindAsync(PersonSearch search)
    {
        var page = await _ledger.Queries.SearchAsync(search, CancellationToken.None);
        Assert.That(page.Outcome, Is.EqualTo(SearchOutcome.Searched));
        return Ids(page);
    }

    async Task<Person> PersonAsync(string id) => (await _ledger.Queries.FindPersonAsync(Ledger.A(id), CancellationToken.None))!;

    Task<FeedOutcome> FeedAsync(string id, string family, string birthDate) => _ledger.FeedAsync(Ledger.Record(Ledger.A(id), family) with
    {
        SearchKeys = [new SearchKey(Ledger.NameKey, family), new SearchKey(DateKey, birthDate)],
    });
}
