using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Searches for persons: what fewest records have is looked up, and the rest asked of these.</summary>
sealed class PersonSearching(StatementCache statements)
{
    const string Folder = "Patients/Sql/";

    // What a search may look through: some tens of milliseconds. Who asks for more has named nothing that tells persons apart.
    const int MostRead = 10_000;

    // Most terms tell persons apart far better than that: a first look at this many saves counting the others to the end.
    const int FewEnough = 64;

    readonly IdentityReader _reader = new(statements);

    internal PersonPage Search(PersonSearch search, CancellationToken cancellationToken)
    {
        if (search.Identifiers.Count == 0 && search.Terms.Count == 0) return new PersonPage(SearchOutcome.NotSelective, [], false);
        var persons = search.Identifiers.Count > 0 ? ByIdentifiers(search) : ByTerms(search.Terms);
        return persons is null ? new PersonPage(SearchOutcome.TooMany, [], false) : Page(persons, search, cancellationToken);
    }

    PersonPage Page(SortedSet<long> persons, PersonSearch search, CancellationToken cancellationToken)
    {
        var page = new List<Person>();
        foreach (var row in persons.Where(row => row > search.After))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_reader.ReadPerson(row) is not { } person || search.Filter?.Invoke(person) == false) continue;
            if (page.Count == search.Most) return new PersonPage(SearchOutcome.Searched, page, true);
            page.Add(person);
        }

        return new PersonPage(SearchOutcome.Searched, page, false);
    }

    // Null where they are too many.
    SortedSet<long>? ByIdentifiers(PersonSearch search)
    {
        SortedSet<long>? persons = null;
        // Those that are given whole first: what they lead to bounds the others.
        foreach (var term in search.Identifiers.OrderBy(term => term.IsPrefix))
        {
            var found = Persons(term);
            if (found.Count > MostRead) return null;
            if (persons is null) persons = [.. found];
            else persons.IntersectWith(found);
        }

        persons!.RemoveWhere(person => search.Terms.Count > 0 && !RowsOf(person).Any(row => HasAll(row, search.Terms)));
        return persons;
    }

    SortedSet<long>? ByTerms(IReadOnlyList<IReadOnlyList<SearchTerm>> terms)
    {
        if (Fewest(terms) is not var (fewest, rows)) return null;
        var others = terms.Where(group => !ReferenceEquals(group, fewest)).ToLookup(group => group.Any(term => term.IsPrefix));
        foreach (var group in others[false]) rows = WithAny(rows, group);
        var byPrefix = others[true].ToList();
        return [.. rows.Where(row => HasAll(row, byPrefix)).Select(PersonOf).OfType<long>()];
    }

    // One statement for each text, however many the records are.
    List<long> WithAny(List<long> rows, IReadOnlyList<SearchTerm> group)
    {
        if (rows.Count == 0) return rows;
        var among = $"[{string.Join(',', rows)}]";
        return [.. group.SelectMany(term => List("rows_with_text.sql", among, (int)term.Kind, term.Text)).Distinct()];
    }

    (IReadOnlyList<SearchTerm> Group, List<long> Rows)? Fewest(IReadOnlyList<IReadOnlyList<SearchTerm>> terms)
    {
        foreach (var most in (int[])[FewEnough, MostRead])
        {
            foreach (var group in terms)
            {
                if (Rows(group, most) is { } rows) return (group, rows);
            }
        }

        return null;
    }

    // Null where they are more.
    List<long>? Rows(IReadOnlyList<SearchTerm> group, int most)
    {
        var rows = new HashSet<long>();
        foreach (var term in group)
        {
            rows.UnionWith(term.IsPrefix
                ? List("rows_of_text_prefix.sql", (int)term.Kind, term.Text, PrefixRange.End(term.Text), most + 1L)
                : List("rows_of_text.sql", (int)term.Kind, term.Text, most + 1L));
            if (rows.Count > most) return null;
        }

        return [.. rows];
    }

    bool HasAll(long row, IReadOnlyList<IReadOnlyList<SearchTerm>> terms)
    {
        IReadOnlyList<SearchKey>? keys = null;
        return terms.All(group => group.Any(term => term.IsPrefix
            ? (keys ??= Keys(row)).Any(key => key.Kind == term.Kind && key.Text.StartsWith(term.Text, StringComparison.Ordinal))
            : List("has_text.sql", (int)term.Kind, term.Text, row) is [1]));
    }

    IReadOnlyList<SearchKey> Keys(long row)
    {
        using var reader = Query("keys_of_record.sql", row);
        return reader.Read() ? RecordKeys.Decode(reader.GetFieldValue<byte[]>(0)).Searches : [];
    }

    List<long> Persons(IdentifierTerm term) => term.IsPrefix
        ? List("persons_of_id_prefix.sql", term.Id.Id, PrefixRange.End(term.Id.Id), term.Id.Authority, MostRead + 1L)
        : List("persons_of_id.sql", term.Id.Id, term.Id.Authority);

    List<long> RowsOf(long person) => List("record_rows_of_person.sql", person);

    long? PersonOf(long record) => List("person_of_record_in_use.sql", record) is [var person] ? person : null;

    List<long> List(string file, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(file, values);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Query(values);
}
