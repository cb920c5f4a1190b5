using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The cross-reference as the ledger held it at one of its numbers: the events up to there, less those undone by then.</summary>
sealed class PastIdentity(StatementCache statements, long until)
{
    const string Folder = "Patients/Sql/";

    readonly Dictionary<long, EventRow> _events = [];

    internal CrossReference? OfRecord(long record)
    {
        if (!IsKnown(record) || Owner(record) is not { } person) return null;
        return Of(person, isSubsumed: Subsumed(record) is not null);
    }

    internal CrossReference? OfPerson(long person) =>
        Events("events_of_person.sql", person).Any() ? Of(Survivor(person), isSubsumed: Survivor(person) != person) : null;

    CrossReference Of(long person, bool isSubsumed)
    {
        var records = Branch(person)
            .SelectMany(member => Events("events_of_person.sql", member).Where(IsPlacement).Select(item => item.Record!.Value))
            .Distinct().Order()
            .Where(record => IsKnown(record) && Subsumed(record) is null && Owner(record) == person);
        return new CrossReference(person, Epid(person), isSubsumed, [.. records.Select(IdOf)]);
    }

    bool IsKnown(long record) => Of(record).Any(item => item.Kind is LedgerEventKind.Introduced or LedgerEventKind.Fed);

    long? Subsumed(long record) => Of(record).LastOrDefault(item => item.Kind == LedgerEventKind.RecordMerged)?.OtherRecord;

    // Chains of merges are as long as senders make them: they are walked, not recursed into.
    long? Owner(long record)
    {
        while (Subsumed(record) is { } into) record = into;
        return Of(record).LastOrDefault(IsPlacement)?.Person is { } member ? Survivor(member) : null;
    }

    long Survivor(long person)
    {
        while (MergedInto(person) is { } into) person = into;
        return person;
    }

    long? MergedInto(long person) => Merges(person).LastOrDefault(item => item.Person == person)?.OtherPerson;

    // A person and all that led to it.
    List<long> Branch(long person)
    {
        var branch = new List<long> { person };
        for (var i = 0; i < branch.Count; i++)
        {
            var into = branch[i];
            branch.AddRange(Merges(into).Where(item => item.OtherPerson == into).Select(item => item.Person!.Value).Distinct().Where(child => MergedInto(child) == into));
        }

        return branch;
    }

    static bool IsPlacement(EventRow item) => item.Kind is LedgerEventKind.Introduced or LedgerEventKind.Linked or LedgerEventKind.Moved;

    IEnumerable<EventRow> Of(long record) => Events("events_of_record.sql", record).Where(item => item.Record == record);

    IEnumerable<EventRow> Merges(long person) => Events("merges_of_person.sql", person);

    // Those that held, in their order.
    IEnumerable<EventRow> Events(string file, long row) => List(file, row).Where(number => number <= until).Select(Event).Where(Held);

    // An event holds while no undo of it does.
    bool Held(EventRow item) =>
        !List("undos_of_event.sql", item.Decision ?? item.Row).Any(undo => undo <= until && Held(Event(undo)));

    EventRow Event(long number)
    {
        if (_events.TryGetValue(number, out var known)) return known;
        using var reader = Query("read_event.sql", number);
        reader.Read();
        return _events[number] = EventTable.Row(reader);
    }

    PatientId IdOf(long record)
    {
        using var reader = Query("record_of_row.sql", record);
        reader.Read();
        return new PatientId(reader.GetString(6), reader.GetString(7));
    }

    PatientId? Epid(long person)
    {
        using var reader = Query("person_of_row.sql", person);
        return reader.Read() && !reader.IsDBNull(3) ? new PatientId(reader.GetString(3), reader.GetString(2)) : null;
    }

    List<long> List(string file, long row)
    {
        using var reader = Query(file, row);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    SqliteDataReader Query(string file, long row) => statements[Folder + file].Query(row);
}
