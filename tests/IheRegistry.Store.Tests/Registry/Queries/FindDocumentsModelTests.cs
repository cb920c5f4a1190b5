using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

/// <summary>Random criteria over a random registry find what twenty lines of C# find.</summary>
[TestFixture]
public sealed class FindDocumentsModelTests
{
    static readonly string[] Letters = ["a", "b", "c"];
    static readonly string[] Patterns = ["a", "%", "_", "a%", "%b", "%c%", "[a-c]", "A"];
    static readonly string[] Times = ["2004", "2005", "200506", "20050615", "2006"];

    readonly Dictionary<string, TestDocument> _documents = [];
    readonly Dictionary<string, string> _patients = [];
    RegistryRows _registry = null!;

    [OneTimeSetUp]
    public void Fill()
    {
        _registry = new RegistryRows();
        foreach (var patient in Letters) _registry.AddPatient(patient);
        var random = new Random(20050615);
        for (var i = 0; i < 200; i++)
        {
            var document = RandomDocument(random);
            var name = $"d{i:D3}";
            _documents.Add(name, document);
            _patients.Add(name, One(random, Letters));
            _registry.AddDocument(name, _patients[name], document);
        }
    }

    [OneTimeTearDown]
    public void Empty() => _registry.Dispose();

    [Test]
    public void The_registry_finds_what_the_model_finds() => Prop.ForAll(
        Criteria().ToArbitrary(),
        criteria => _registry.FindAsync(new FindDocumentsQuery(criteria)).Result.SequenceEqual(
            _documents.Keys.Where(name => Matches(name, _documents[name], criteria))))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static TestDocument RandomDocument(Random random) => new()
    {
        Status = random.Next(4) == 0 ? AvailabilityStatus.Deprecated : AvailabilityStatus.Approved,
        OnDemand = random.Next(5) == 0,
        Offline = random.Next(8) == 0,
        ClassCode = One(random, Letters) + "^^s",
        FormatCode = One(random, Letters) + "^^s",
        CreationTime = random.Next(6) == 0 ? null : One(random, Times),
        ServiceStartTime = random.Next(2) == 0 ? null : One(random, Times),
        Title = random.Next(4) == 0 ? null : One(random, Letters) + One(random, Letters),
        EventCodes = Some(random, "^^s"),
        ConfidentialityCodes = Some(random, "^^s"),
        Authors = Some(random, ""),
        ReferenceIds = Some(random, ""),
    };

    static string One(Random random, string[] from) => from[random.Next(from.Length)];

    static string[] Some(Random random, string suffix) => [.. Letters.Where(_ => random.Next(2) == 0).Select(l => l + suffix)];

    static Gen<DocumentCriteria> Criteria() =>
        from patients in Gen.NonEmptyListOf(Gen.Elements(Letters))
        from statuses in Gen.Elements(1, 2, 3)
        from types in Gen.Elements(default(DocumentEntryTypes), DocumentEntryTypes.Stable, DocumentEntryTypes.OnDemand, DocumentEntryTypes.All)
        from classes in Sparse(Letters)
        from formats in Sparse(Letters)
        from events in Groups()
        from confidentialities in Groups()
        from authors in Sparse(Patterns)
        from titles in Sparse(Patterns)
        from references in Gen.Resize(Gen.ListOf(Gen.NonEmptyListOf(Gen.Elements(Patterns))), 2)
        from created in Range()
        from started in Range()
        from excluded in Gen.Frequency((2, Gen.Constant<DocumentExclusions?>(null)), (1, Exclusions().Select(e => (DocumentExclusions?)e)))
        from anybody in Gen.Elements(true, false)
        select new DocumentCriteria
        {
            // Without a patient a code or a reference id is asked for (ITI TF-2 3.51.4.1.2.1).
            PatientIds = anybody && (classes.Length + events.Count + references.Count > 0) ? [] : [.. patients.Distinct().Select(RegistryRows.Patient)],
            Excluded = excluded,
            Statuses = [.. new[] { AvailabilityStatus.Approved, AvailabilityStatus.Deprecated }.Where(s => ((int)s & statuses) != 0)],
            Types = types,
            ClassCodes = Coded(classes),
            FormatCodes = Coded(formats),
            EventCodes = events,
            ConfidentialityCodes = confidentialities,
            AuthorPersons = authors,
            Titles = titles,
            ReferenceIds = [.. references.Select(g => (IReadOnlyList<string>)[.. g])],
            CreationTime = created,
            ServiceStartTime = started,
        };

    static Gen<DocumentExclusions> Exclusions() =>
        from classes in Sparse(Letters)
        from formats in Sparse(Letters)
        from events in Groups()
        from confidentialities in Groups()
        from authors in Sparse(Patterns)
        from references in Gen.Resize(Gen.ListOf(Gen.NonEmptyListOf(Gen.Elements(Patterns))), 2)
        select new DocumentExclusions
        {
            ClassCodes = Coded(classes),
            FormatCodes = Coded(formats),
            EventCodes = events,
            ConfidentialityCodes = confidentialities,
            AuthorPersons = authors,
            ReferenceIds = [.. references.Select(g => (IReadOnlyList<string>)[.. g])],
        };

    static Gen<string[]> Sparse(string[] from) => Gen.Frequency(
        (2, Gen.Constant(Array.Empty<string>())), (1, Gen.Resize(Gen.NonEmptyListOf(Gen.Elements(from)), 3).Select(l => l.ToArray())));

    static Gen<IReadOnlyList<IReadOnlyList<Code>>> Groups() =>
        from groups in Gen.Resize(Gen.ListOf(Gen.NonEmptyListOf(Gen.Elements(Letters))), 2)
        select (IReadOnlyList<IReadOnlyList<Code>>)[.. groups.Select(g => Coded(g))];

    static Gen<TimeRange> Range() =>
        from sides in Gen.Elements(0, 0, 0, 1, 2, 3)
        from times in Gen.ArrayOf(Gen.Elements(Times), 2)
        select new TimeRange((sides & 1) != 0 ? Key(times[0]) : null, (sides & 2) != 0 ? Key(times[1]) : null);

    static IReadOnlyList<Code> Coded(IEnumerable<string> letters) => [.. letters.Select(l => new Code(l, "s"))];

    static long? Key(string? time) => Dtm.TryToKey(time, out var key) ? key : null;

    bool Matches(string name, TestDocument d, DocumentCriteria c) =>
        !d.Offline
        && (c.PatientIds.Count == 0 || c.PatientIds.Any(p => p.Id == _patients[name]))
        && (c.Excluded is not { } x || !IsExcluded(d, x))
        && c.Statuses.Contains(d.Status)
        && c.Types.HasFlag(d.OnDemand ? DocumentEntryTypes.OnDemand : DocumentEntryTypes.Stable)
        && IsOne(c.ClassCodes, [d.ClassCode!])
        && IsOne(c.FormatCodes, [d.FormatCode!])
        && c.EventCodes.All(g => IsOne(g, d.EventCodes))
        && c.ConfidentialityCodes.All(g => IsOne(g, d.ConfidentialityCodes))
        && IsLike(c.AuthorPersons, d.Authors)
        && IsLike(c.Titles, d.Title is null ? [] : [d.Title])
        && c.ReferenceIds.All(g => IsLike(g, d.ReferenceIds))
        && (d.OnDemand || IsIn(c.CreationTime, Key(d.CreationTime), ifUnknown: c.CreationTime.IsOpen))
        && IsIn(c.ServiceStartTime, Key(d.ServiceStartTime), ifUnknown: true);

    static bool IsExcluded(TestDocument d, DocumentExclusions x) =>
        (x.ClassCodes.Count > 0 && IsOne(x.ClassCodes, [d.ClassCode!]))
        || (x.FormatCodes.Count > 0 && IsOne(x.FormatCodes, [d.FormatCode!]))
        || (x.EventCodes.Count > 0 && x.EventCodes.All(g => IsOne(g, d.EventCodes)))
        || (x.ConfidentialityCodes.Count > 0 && x.ConfidentialityCodes.All(g => IsOne(g, d.ConfidentialityCodes)))
        || (x.AuthorPersons.Count > 0 && IsLike(x.AuthorPersons, d.Authors))
        || (x.ReferenceIds.Count > 0 && x.ReferenceIds.All(g => IsLike(g, d.ReferenceIds)));

    static bool IsOne(IReadOnlyList<Code> wanted, string[] codes) => wanted.Count == 0 || wanted.Any(c => codes.Contains(c.ToString()));

    static bool IsIn(TimeRange range, long? time, bool ifUnknown) =>
        time is null ? ifUnknown : (range.From is null || range.From <= time) && (range.To is null || time < range.To);

    static bool IsLike(IReadOnlyList<string> patterns, string[] texts) =>
        patterns.Count == 0 || patterns.Any(p => texts.Any(t => IsLike(p, t)));

    static bool IsLike(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        if (pattern.IsEmpty) return text.IsEmpty;
        if (pattern[0] == '%') return IsLike(pattern[1..], text) || (!text.IsEmpty && IsLike(pattern, text[1..]));
        return !text.IsEmpty && (pattern[0] == '_' || pattern[0] == text[0]) && IsLike(pattern[1..], text[1..]);
    }
}
