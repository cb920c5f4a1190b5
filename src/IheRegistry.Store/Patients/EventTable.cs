using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The ledger, on the writer's connection.</summary>
sealed class EventTable
{
    const string Folder = "Patients/Sql/";

    readonly StatementCache _statements;
    long _last;
    long _lastAt;

    internal EventTable(StatementCache statements)
    {
        _statements = statements;
        // One writer allots the numbers; a refused write leaves a gap, which does not matter.
        using var reader = Query("event_at_or_before.sql", long.MaxValue);
        if (reader.Read()) (_last, _lastAt) = (reader.GetInt64(0), reader.GetInt64(1));
    }

    internal long Append(NewEvent item, LedgerSource source)
    {
        // Numbers and times go the same way, even when the clock does not: what held at a moment is found by it.
        _lastAt = Math.Max(_lastAt, source.At.ToUnixTimeMilliseconds());
        _statements[Folder + "insert_event.sql"].Execute(
            ++_last, (int)item.Kind, _lastAt, PartyOf(source.By), item.Decision, item.Record, item.OtherRecord, item.Person, item.OtherPerson,
            item.Undoes, item.Sender is { } sender ? PartyOf(sender) : null, item.Content, item.Keys, source.Message, source.Explanation);
        return _last;
    }

    internal EventRow? Find(long row)
    {
        using var reader = Query("read_event.sql", row);
        return reader.Read() ? Row(reader) : null;
    }

    /// <summary>The rows that a decision wrote, itself the first.</summary>
    internal List<EventRow> Decision(EventRow first)
    {
        var rows = new List<EventRow> { first };
        using var reader = Query("events_of_decision.sql", first.Row);
        while (reader.Read()) rows.Add(Row(reader));
        return rows;
    }

    internal void SetUndone(long row, bool isUndone) => _statements[Folder + "set_undone.sql"].Execute(isUndone ? 1 : 0, row);

    internal RecordKeys Keys(long row)
    {
        using var reader = Query("keys_of_event.sql", row);
        return reader.Read() ? RecordKeys.Decode(reader.GetFieldValue<byte[]>(0)) : RecordKeys.None;
    }

    /// <summary>The authorities of the identifiers of other domains that a feed named, as far as known.</summary>
    internal IEnumerable<string> OtherAuthorities(long row)
    {
        using var reader = Query("content_of_event.sql", row);
        return reader.Read() ? RecordContentCodec.Decode(reader.GetFieldValue<byte[]>(0)).OtherIds.Select(other => other.Authority.UniversalId) : [];
    }

    /// <summary>What the events that hold say of a record.</summary>
    internal (long? Content, long FirstSeen, long? Member, long? Subsumed) Asserted(long record)
    {
        using var reader = Query("asserted_of_record.sql", record);
        reader.Read();
        var content = reader.GetInt64(0);
        return (content == 0 ? null : content, content == 0 ? 0 : reader.GetInt64(1), Number(reader, 2), Number(reader, 3));
    }

    /// <summary>The person that a person is merged into by the events that hold.</summary>
    internal long? AssertedMerge(long person)
    {
        using var reader = Query("asserted_merge_of_person.sql", person);
        return reader.Read() ? Number(reader, 0) : null;
    }

    /// <summary>The events after one that have put a record somewhere, of those that hold.</summary>
    internal List<long> MovesAfter(long record, long row)
    {
        using var reader = Query("moves_after.sql", record, row);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    /// <summary>The person that a record was last put to, undone or not.</summary>
    internal long LastPlace(long record)
    {
        using var reader = Query("last_place_of_record.sql", record);
        return reader.Read() ? reader.GetInt64(0) : throw new InvalidOperationException($"The record {record} was never anybody's.");
    }

    /// <summary>True where an earlier feed of the record holds.</summary>
    internal bool HasFeedBefore(long record, long row)
    {
        using var reader = Query("has_feed_before.sql", record, row);
        return reader.Read() && reader.GetBoolean(0);
    }

    internal long? FindApart(long record, long other)
    {
        using var reader = Query("find_apart.sql", record, other);
        return reader.Read() ? reader.GetInt64(0) : null;
    }

    long PartyOf(string name)
    {
        using (var reader = Query("find_party.sql", name))
        {
            if (reader.Read()) return reader.GetInt64(0);
        }

        using var inserted = Query("insert_party.sql", name);
        inserted.Read();
        return inserted.GetInt64(0);
    }

    internal static EventRow Row(SqliteDataReader reader) => new(
        reader.GetInt64(0), (LedgerEventKind)reader.GetInt32(1), reader.GetBoolean(2),
        Number(reader, 3), Number(reader, 4), Number(reader, 5), Number(reader, 6), Number(reader, 7), Number(reader, 8));

    static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => _statements[Folder + file].Query(values);
}
