using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientDemographicsSupplier;

/// <summary>What a demographics query asks for, as the store searches it: indexed terms, and a filter for what is not indexed.</summary>
sealed class PersonCriteria
{
    readonly List<IReadOnlyList<SearchTerm>> _terms = [];
    readonly List<IdentifierTerm> _identifiers = [];
    readonly List<Func<PatientRecord, bool>> _ofRecord = [];
    readonly List<Func<Person, bool>> _ofPerson = [];
    readonly List<int> _unknownIdentifiers = [];
    readonly AffinityDomain _domain;

    PersonCriteria(AffinityDomain domain) => _domain = domain;

    /// <summary>The positions, from 1, of identifiers whose domain is not known.</summary>
    internal IReadOnlyList<int> UnknownIdentifiers => _unknownIdentifiers;

    /// <summary>Whether anything asked for narrows the search down.</summary>
    internal bool IsSelective { get; private set; }

    internal static PersonCriteria Of(PdqQuery query, AffinityDomain domain)
    {
        var criteria = new PersonCriteria(domain);
        criteria.Take(query.Criteria);
        if (query.WithVisits) criteria.TakeVisit(query.Criteria.Visit);
        return criteria;
    }

    /// <summary>The search for those after a person.</summary>
    /// <param name="authorities">The domains asked for: who has an identifier in none of them is not told (ITI TF-2 3.21.4.2.2.8, case 2).</param>
    /// <param name="after">The row of the person.</param>
    /// <param name="most">How many at most.</param>
    internal PersonSearch After(IReadOnlyCollection<string> authorities, long after, int most) => new()
    {
        Identifiers = _identifiers,
        // The store looks in this order for what few have.
        Terms = [.. _terms.OrderBy(group => Commonness((SearchField)group[0].Kind))],
        Filter = person => person.Records.Any(record => _ofRecord.TrueForAll(holds => holds(record)))
            && _ofPerson.TrueForAll(holds => holds(person))
            && (authorities.Count == 0 || PersonIds.Of(person, _domain, authorities).Count > 0),
        After = after,
        Most = most,
    };

    static int Commonness(SearchField field) => field switch
    {
        SearchField.BirthDate => 1,
        SearchField.GivenName or SearchField.MiddleName or SearchField.MothersGivenName or SearchField.Street => 2,
        SearchField.FamilyName or SearchField.MothersFamilyName or SearchField.OtherDesignation => 3,
        SearchField.City or SearchField.PostalCode => 4,
        SearchField.State or SearchField.Country or SearchField.Sex => 5,
        _ => 0,
    };

    void Take(PdqCriteria criteria)
    {
        for (var i = 0; i < criteria.Identifiers.Count; i++) TakeIdentifier(criteria.Identifiers[i], i + 1);
        TakeNames(criteria.Names, said => said.Names, SearchField.FamilyName, SearchField.GivenName, SearchField.MiddleName);
        TakeNames(criteria.MothersMaidenNames, said => said.MothersMaidenNames, SearchField.MothersFamilyName, SearchField.MothersGivenName, null);
        if (criteria.BirthDate is { } born) TakeBirthDate(born);
        if (criteria.Sex is { Length: > 0 } sex) Take(SearchField.Sex, TextPattern.Whole(sex));
        TakeAddresses(criteria.Addresses);
        if (criteria.Telecoms.Count > 0) TakeAny(SearchField.Telecom, criteria.Telecoms, record => (record.Demographics.Telecoms ?? []).Select(telecom => telecom.Number));
        if (criteria.AccountNumber is { } account) TakeAccount(account);
    }

    void TakeIdentifier(IdentifierPattern pattern, int place)
    {
        if (PersonIds.Find(pattern.Authority, _domain) is not { } authority)
        {
            _unknownIdentifiers.Add(place);
            return;
        }

        var id = pattern.Id?.Select(piece => Hl7Delimiters.Default.EscapeText(piece));
        _ofPerson.Add(person => IdsOf(person).Any(known => known.Authority == authority.Oid && id?.Matches(known.Id) != false));
        if (id is not { Start.Length: > 0 }) return;
        IsSelective = true;
        // What records refer to is found by its text alone; whose it is, the filter says.
        if (PersonIds.IsReferredTo(authority)) TakeTerm(SearchField.Identifier, pattern.Id!);
        else _identifiers.Add(new IdentifierTerm(new PatientId(id.Start, authority.Oid), !id.IsWhole));
    }

    static IEnumerable<PatientId> IdsOf(Person person)
    {
        if (person.Epid is { } epid) yield return epid;
        foreach (var record in person.Records)
        {
            yield return record.Id;
            foreach (var other in record.OtherIds) yield return new PatientId(Hl7Delimiters.Default.EscapeText(other.Id), other.Authority.UniversalId);
        }
    }

    // Of one name all parts are terms of their own; of several any will do, which only the filter can tell.
    void TakeNames(
        IReadOnlyList<NamePattern> names, Func<PatientDemographics, IReadOnlyList<PersonName>?> read, SearchField family, SearchField given, SearchField? middle)
    {
        var asked = names.Where(name => !name.IsEmpty).ToList();
        if (asked.Count == 0) return;
        if (asked is [var only]) TakeName(only, family, given, middle);
        else TakeAnyName(asked, family, given);
        if (asked.Count > 1 || NeedsFilter(asked[0]))
            _ofRecord.Add(record => asked.Exists(name => (read(record.Demographics) ?? []).Any(known => IsLike(known, name))));
    }

    void TakeName(NamePattern name, SearchField family, SearchField given, SearchField? middle)
    {
        if (name.Family is { } familyName) Take(family, familyName);
        if (name.Given is { } givenName) Take(given, givenName);
        if (middle is { } field && name.Middle is { } middleName) Take(field, middleName);
        if (name.WholeName is { } whole) TakeWholeName(family, whole);
    }

    // A family name is where a whole name begins; with the given names behind it, it is told apart by the filter.
    void TakeWholeName(SearchField family, TextPattern whole)
    {
        var start = SearchTexts.Of(family, whole.Start);
        if (start.Length == 0) return;
        var terms = new List<SearchTerm>();
        for (var length = 1; length <= Math.Min(start.Length, MostWholeName); length++) terms.Add(new SearchTerm((byte)family, start[..length], IsPrefix: false));
        if (!whole.IsWhole) terms.Add(new SearchTerm((byte)family, start, IsPrefix: true));
        Add(family, terms);
    }

    // Letters of a family name at the beginning of a whole one: longer ones are hardly known, and each length is a lookup.
    const int MostWholeName = 24;

    void TakeAnyName(List<NamePattern> names, SearchField family, SearchField given)
    {
        if (names.TrueForAll(name => name.Family is { Start.Length: > 0 })) Add(family, [.. names.Select(name => Term(family, name.Family!))]);
        else if (names.TrueForAll(name => name.Given is { Start.Length: > 0 })) Add(given, [.. names.Select(name => Term(given, name.Given!))]);
    }

    static bool NeedsFilter(NamePattern name) =>
        name.Suffix is not null || name.Prefix is not null || name.WholeName is not null
        || !IsIndexed(SearchField.FamilyName, name.Family) || !IsIndexed(SearchField.GivenName, name.Given) || !IsIndexed(SearchField.MiddleName, name.Middle);

    static bool IsLike(PersonName known, NamePattern asked) =>
        IsLike(SearchField.FamilyName, known.Family, asked.Family) && IsLike(SearchField.GivenName, known.Given, asked.Given)
        && IsLike(SearchField.MiddleName, known.Middle, asked.Middle) && IsLike(SearchField.GivenName, known.Suffix, asked.Suffix)
        && IsLike(SearchField.GivenName, known.Prefix, asked.Prefix)
        && (IsLike(SearchField.FamilyName, known.Family + known.Given + known.Middle, asked.WholeName)
            || IsLike(SearchField.FamilyName, known.Given + known.Middle + known.Family, asked.WholeName));

    void TakeBirthDate(BirthDateRange born)
    {
        if (born.From.Length == 0 && born.To.Length == 0) return;
        var (from, to) = (Digits(born.From), Digits(born.To));
        var common = CommonStart(from, to);
        if (common.Length >= 4) Add(SearchField.BirthDate, [new SearchTerm((byte)SearchField.BirthDate, common, common.Length < 8 || from != to)]);
        _ofRecord.Add(record => record.Demographics.BirthDate is { } date && IsWithin(Digits(date), from, to));
    }

    // Of lower precision is all of that year, month or day.
    static bool IsWithin(string date, string from, string to) =>
        string.CompareOrdinal(date.PadRight(8, '9'), from) >= 0 && string.CompareOrdinal(date[..Math.Min(date.Length, to.Length)], to) <= 0;

    static string Digits(string timestamp)
    {
        var date = timestamp.Replace("-", "", StringComparison.Ordinal);
        return date.Length > 8 ? date[..8] : date;
    }

    static string CommonStart(string a, string b)
    {
        var length = 0;
        while (length < Math.Min(a.Length, b.Length) && a[length] == b[length]) length++;
        return a[..length];
    }

    void TakeAddresses(IReadOnlyList<AddressPattern> addresses)
    {
        var asked = addresses.Where(address => !address.IsEmpty).ToList();
        if (asked.Count == 0) return;
        if (asked is [var only]) TakeAddress(only);
        _ofRecord.Add(record => asked.Exists(address => (record.Demographics.Addresses ?? []).Any(known => IsLike(known, address))));
        // Any of several: where all name a street or a city, these are looked up.
        if (asked.Count > 1 && asked.TrueForAll(address => address.Street is { Start.Length: > 0 }))
            Add(SearchField.Street, [.. asked.Select(address => Term(SearchField.Street, address.Street!))]);
        else if (asked.Count > 1 && asked.TrueForAll(address => address.City is { Start.Length: > 0 }))
            Add(SearchField.City, [.. asked.Select(address => Term(SearchField.City, address.City!))]);
    }

    void TakeAddress(AddressPattern address)
    {
        TakeTerm(SearchField.Street, address.Street);
        TakeTerm(SearchField.OtherDesignation, address.OtherDesignation);
        TakeTerm(SearchField.City, address.City);
        TakeTerm(SearchField.State, address.State);
        TakeTerm(SearchField.PostalCode, address.PostalCode);
        TakeTerm(SearchField.Country, address.Country);
    }

    static bool IsLike(PostalAddress known, AddressPattern asked) =>
        IsLike(SearchField.Street, known.Street, asked.Street) && IsLike(SearchField.OtherDesignation, known.OtherDesignation, asked.OtherDesignation)
        && IsLike(SearchField.City, known.City, asked.City) && IsLike(SearchField.State, known.State, asked.State)
        && IsLike(SearchField.PostalCode, known.PostalCode, asked.PostalCode) && IsLike(SearchField.Country, known.Country, asked.Country);

    void TakeAccount(IdentifierPattern account)
    {
        if (account.Id is { } number) Take(SearchField.AccountNumber, number);
        if (account.Authority.IsEmpty) return;
        var authority = account.Authority;
        _ofRecord.Add(record => record.Demographics.AccountNumber is { } known && IsSame(known.Authority, authority));
    }

    bool IsSame(HierarchicDesignator known, HierarchicDesignator asked) =>
        (PersonIds.Find(known, _domain) is { } authority && authority == PersonIds.Find(asked, _domain))
        || (asked.UniversalId.Length > 0 ? asked.UniversalId == known.UniversalId : asked.NamespaceId == known.NamespaceId);

    void TakeVisit(VisitPattern? asked)
    {
        _ofRecord.Add(record => record.Visit is { } visit && (asked is null || VisitMatch.IsLike(visit, asked, IsSame)));
        if (asked is null) return;
        Take(VisitField.PointOfCare, asked.PointOfCare);
        Take(VisitField.Room, asked.Room);
        Take(VisitField.Bed, asked.Bed);
        Take(VisitField.AttendingDoctor, asked.AttendingDoctor);
        Take(VisitField.ReferringDoctor, asked.ReferringDoctor);
        Take(VisitField.ConsultingDoctor, asked.ConsultingDoctor);
        Take(VisitField.AdmittingDoctor, asked.AdmittingDoctor);
        Take(VisitField.VisitNumber, asked.VisitNumber?.Id);
    }

    void Take(VisitField field, PractitionerPattern? doctor) => Take(field, doctor?.Id is { Start.Length: > 0 } id ? id : doctor?.Name?.Family);

    void Take(VisitField field, TextPattern? pattern)
    {
        if (pattern is not { Start.Length: > 0 } || VisitSearch.TextOf(pattern.Start.Replace('*', ' ')) is not { Length: > 0 } text) return;
        _terms.Add([new SearchTerm((byte)field, text, !pattern.IsWhole)]);
        IsSelective |= field is not VisitField.Bed;
    }

    void TakeAny(SearchField field, IReadOnlyList<TextPattern> patterns, Func<PatientRecord, IEnumerable<string>> read)
    {
        if (patterns.All(pattern => pattern.Start.Length > 0)) Add(field, [.. patterns.Select(pattern => Term(field, pattern))]);
        if (!patterns.All(pattern => IsIndexed(field, pattern))) _ofRecord.Add(record => read(record).Any(text => patterns.Any(pattern => IsLike(field, text, pattern))));
    }

    void Take(SearchField field, TextPattern pattern)
    {
        if (pattern.Start.Length > 0) Add(field, [Term(field, pattern)]);
    }

    void TakeTerm(SearchField field, TextPattern? pattern)
    {
        if (pattern is not null) Take(field, pattern);
    }

    void Add(SearchField field, IReadOnlyList<SearchTerm> terms)
    {
        var asked = terms.Where(term => term.Text.Length > 0).ToList();
        if (asked.Count == 0) return;
        _terms.Add(asked);
        IsSelective |= SearchTexts.IsSelective(field);
    }

    static SearchTerm Term(SearchField field, TextPattern pattern)
    {
        var start = pattern.Start.Replace('*', ' ');
        var text = SearchTexts.Of(field, pattern.IsWhole ? start : start + "*");
        return new SearchTerm((byte)field, text.TrimEnd('*'), !pattern.IsWhole);
    }

    // The index answers a whole text and the beginning of one, as far as anything is left of it to be looked up: of signs alone nothing is.
    static bool IsIndexed(SearchField field, TextPattern? pattern) =>
        pattern is null || (pattern is { IsWhole: true } or { Pieces: [{ Length: > 0 }, ""] } && Term(field, pattern).Text.Length > 0);

    static bool IsLike(SearchField field, string known, TextPattern? asked) => TextMatch.IsLike(field, known, asked);
}
