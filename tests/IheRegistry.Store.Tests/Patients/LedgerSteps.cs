using System.Globalization;
using System.Text;
using Dapper;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.Tests.Documents;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>A ledger on which numbers are steps: any numbers are feeds, links, merges, moves and undos of a few invented patients.</summary>
sealed class LedgerSteps : IDisposable
{
    const int Ids = 4;

    static readonly PatientId[] Universe =
        [.. Enumerable.Range(1, Ids).SelectMany(n => new[] { Ledger.A($"a{n}"), Ledger.B($"b{n}") })];

    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly ScratchFolder _folder = new();
    readonly SqliteDatabase _database;
    readonly SqliteRegistryTransaction _transaction;
    readonly StatementCache _statements;
    int _steps;

    internal LedgerSteps()
    {
        _database = new SqliteDatabase(_folder.PathOf("registry.db"));
        // One unit of work: nothing here is about durability.
        _database.Writer.Execute("BEGIN IMMEDIATE");
        _transaction = new SqliteRegistryTransaction(_database.Writer);
        _statements = new StatementCache(_database.Writer);
    }

    IPatientLedger Patients => _transaction.Patients;

    /// <summary>Numbers of the events so far that can be undone.</summary>
    internal List<long> Events { get; } = [];

    internal DateTimeOffset Now => Start.AddSeconds(_steps);

    internal IReadOnlyList<string> Differences => LedgerReplay.Differences(_database.Writer);

    /// <summary>Takes a step; the numbers of the events that undo it, the last first. None where nothing was done.</summary>
    internal IReadOnlyList<long> Take(int kind, int a, int b)
    {
        var (one, other) = (Universe[a % Universe.Length], Universe[b % Universe.Length]);
        var events = kind switch
        {
            0 => Numbers(Feed(one, b)),
            1 => Numbers(Feed(one, b, PersonOf(other))),
            2 or 3 => Numbers(Patients.MergeRecords(one, Universe[((b % Ids * 2) + (a % 2)) % Universe.Length], Source())),
            4 => Numbers(PersonOf(one) is { } p && PersonOf(other) is { } q ? Patients.MergePersons(p, q, Source()) : null),
            5 => Numbers(Patients.Move(one, PersonOf(other), null, Source())),
            6 => Numbers(Patients.Move(one, null, null, Source())),
            7 => Numbers(Patients.KeepApart(one, other, Source())),
            _ => Events.Count == 0 ? [] : Numbers(Patients.Undo(Events[a % Events.Count], Source())),
        };
        Events.AddRange(events.Reverse());
        return events;
    }

    /// <summary>A feed of a record that is known; of another nothing.</summary>
    internal void FeedAgain(int a, int b)
    {
        var id = Universe[a % Universe.Length];
        if (Patients.FindRecord(id) is not null) Feed(id, b);
    }

    internal UndoOutcome Undo(long number) => Patients.Undo(number, Source());

    /// <summary>All that can be asked, in one text; with the numbers of events or without.</summary>
    internal string Answers(IReadOnlyCollection<PatientId> epids, bool withNumbers = true)
    {
        var text = new StringBuilder();
        foreach (var id in Universe)
        {
            var record = Patients.FindRecord(id);
            text.Append(CultureInfo.InvariantCulture, $"{id.Id}: {(record is null ? "unknown" : Describe(record, withNumbers))}\n");
        }

        foreach (var epid in epids)
        {
            var patient = _database.Writer.QuerySingle<string>(
                "SELECT s.id FROM patient p JOIN patient s ON s.patient_row = p.survivor_row WHERE p.id = @id", new { id = epid.Id });
            text.Append(CultureInfo.InvariantCulture, $"{epid.Id}: {Describe(Patients.FindPersonByEpid(epid))}, registry {patient}\n");
        }

        foreach (var key in Enumerable.Range(0, 3))
            text.Append(CultureInfo.InvariantCulture, $"{key}: {string.Join(' ', Patients.FindCandidates([key], 99).Records.Select(r => r.Id.Id))}\n");
        foreach (var (one, other) in Universe.SelectMany(one => Universe.Select(other => (one, other))))
        {
            if (PersonOf(one) is { } p && PersonOf(other) is { } q && Patients.AreKeptApart(p, q))
                text.Append(CultureInfo.InvariantCulture, $"{one.Id} apart from {other.Id}\n");
        }

        return text.ToString();
    }

    /// <summary>The EPIDs that are known.</summary>
    internal IReadOnlyList<PatientId> Epids() => _database.Writer
        .Query<string>("SELECT id FROM patient WHERE authority = @Enterprise ORDER BY id", new { Ledger.Enterprise }).Select(Ledger.Epid).ToList();

    /// <summary>Whose each id is, now.</summary>
    internal string Whose() => string.Join('\n', Universe.Select(id => Describe(id, Current(id))));

    /// <summary>Whose each id was.</summary>
    internal string WhoseAt(DateTimeOffset at) => string.Join('\n', Universe.Select(id => Describe(id, new LedgerReader(_statements).At(id, at))));

    public void Dispose()
    {
        _statements.Dispose();
        _transaction.Dispose();
        _database.Dispose();
        _folder.Dispose();
    }

    static string Describe(PatientId id, CrossReference? found) => found is null
        ? $"{id.Id}: unknown"
        : $"{id.Id}: {found.Epid?.Id} {(found.IsSubsumed ? "subsumed " : "")}{string.Join(' ', found.Ids.Select(i => i.Id))}";

    static string Describe(Person? person) => person is null
        ? "nobody"
        : $"{person.Epid!.Id} [{string.Join(' ', person.Records.Select(r => r.Id.Id))}] [{string.Join(' ', person.Subsumed.Select(i => i.Id))}]";

    static IReadOnlyList<long> Numbers(FeedOutcome? fed) => fed is null ? [] : fed.LinkEvent is { } link ? [link, fed.Event] : [fed.Event];

    static IReadOnlyList<long> Numbers(LedgerOutcome? outcome) => outcome?.Event is { } number ? [number] : [];

    static IReadOnlyList<long> Numbers(UndoOutcome outcome) => outcome.Event is { } number ? [number] : [];

    string Describe(PatientRecord record, bool withNumbers) =>
        $"{Describe(Patients.ReadPerson(record.Person))} by {record.SubsumedBy?.Id} {record.Demographics.Names![0].Family}"
        + (withNumbers ? $" {record.LastEvent} {record.FirstSeen:O} {record.LastFed:O}" : "");

    CrossReference? Current(PatientId id) => Patients.FindRecord(id) is { } record && Patients.ReadPerson(record.Person) is { } person
        ? new CrossReference(person.Row, person.Epid, record.SubsumedBy is not null, [.. person.Records.Select(r => r.Id)])
        : null;

    FeedOutcome Feed(PatientId id, int content, long? person = null) => Patients.Feed(
        Ledger.Record(id, $"family{content % 5}") with { BlockingKeys = [content % 3], Person = Patients.FindRecord(id) is null ? person : null },
        Source());

    long? PersonOf(PatientId id) => Patients.FindRecord(id)?.Person;

    LedgerSource Source() => new(Start.AddSeconds(++_steps), "test", "", "");
}
