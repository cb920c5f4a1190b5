using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Reads the ledger: what happened, and what held at a moment.</summary>
sealed class LedgerReader(StatementCache statements)
{
    const string Folder = "Patients/Sql/";

    readonly IdentityReader _reader = new(statements);

    /// <summary>The events that concern an id, in their order, and what undid them.</summary>
    internal IReadOnlyList<LedgerEvent> Events(PatientId id)
    {
        var numbers = new SortedSet<long>();
        if (RecordOf(id) is { } record)
        {
            numbers.UnionWith(List("events_of_record.sql", record));
            foreach (var person in numbers.Select(Describe).SelectMany(Persons).Distinct().ToList())
                numbers.UnionWith(List("merges_of_person.sql", person));
        }
        else if (_reader.PersonOfEpid(id) is { } person)
        {
            numbers.UnionWith(List("events_of_person.sql", person));
        }

        foreach (var number in numbers.ToList()) AddUndos(number, numbers);
        return [.. numbers.Select(Describe)];
    }

    /// <summary>The ids of the person that an id led to at a moment; null where it was not known then.</summary>
    internal CrossReference? At(PatientId id, DateTimeOffset at)
    {
        var past = new PastIdentity(statements, LastUntil(at.ToUnixTimeMilliseconds()));
        return RecordOf(id) is { } record ? past.OfRecord(record)
            : _reader.PersonOfEpid(id) is { } person ? past.OfPerson(person)
            : null;
    }

    // Times go with the numbers, so that halving finds the last event of a moment.
    long LastUntil(long at)
    {
        var (low, high) = (0L, long.MaxValue);
        var last = AtOrBefore(high);
        if (last is null || last.Value.At <= at) return last?.Number ?? 0;
        high = last.Value.Number;
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (AtOrBefore(middle) is var (number, time) && time > at) high = number;
            else low = middle;
        }

        return low;
    }

    (long Number, long At)? AtOrBefore(long number)
    {
        using var reader = Query("event_at_or_before.sql", number);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    // A record whose feeds were all undone has a history still.
    long? RecordOf(PatientId id)
    {
        using var reader = Query("find_record_row.sql", id.Id, id.Authority);
        return reader.Read() ? reader.GetInt64(0) : null;
    }

    void AddUndos(long number, SortedSet<long> numbers)
    {
        foreach (var undo in List("undos_of_event.sql", Describe(number).Decision))
        {
            if (numbers.Add(undo)) AddUndos(undo, numbers);
        }
    }

    static IEnumerable<long> Persons(LedgerEvent item) => new[] { item.Person, item.OtherPerson }.OfType<long>();

    LedgerEvent Describe(long number)
    {
        using var reader = Query("describe_event.sql", number);
        reader.Read();
        var source = new LedgerSource(
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)), reader.GetString(4), reader.GetString(5), reader.GetString(6));
        return new LedgerEvent(reader.GetInt64(0), (LedgerEventKind)reader.GetInt32(1), reader.GetBoolean(2), source)
        {
            Decision = Number(reader, 7) ?? number,
            Record = Id(reader, 8),
            OtherRecord = Id(reader, 10),
            Person = Number(reader, 12),
            Epid = Id(reader, 13),
            OtherPerson = Number(reader, 15),
            OtherEpid = Id(reader, 16),
            Undoes = Number(reader, 18),
        };
    }

    static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    // Authority and id side by side.
    static PatientId? Id(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column + 1) ? null : new PatientId(reader.GetString(column + 1), reader.GetString(column));

    List<long> List(string file, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(file, values);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Query(values);
}
