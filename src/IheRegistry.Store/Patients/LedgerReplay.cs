using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>
/// Plays the ledger from its first event and compares what comes out with the cross-reference that was kept up event by event. It reads
/// every row: for a check of the file, beside the server.
/// </summary>
sealed class LedgerReplay
{
    const string Undos = "SELECT event_row, undoes_row FROM identity_event WHERE undoes_row IS NOT NULL ORDER BY event_row";

    const string AllEvents = """
        SELECT event_row, kind, undone, decision_row, record_row, other_record_row, person_row, other_person_row, undoes_row
        FROM identity_event ORDER BY event_row
        """;

    const string AllRecords = "SELECT record_row, content_row, member_row, subsumed_row, person_row FROM identity_record";

    const string AllPersons = "SELECT person_row, merged_row, survivor_row FROM identity_person";

    const string AllLinks = "SELECT link_row, subsumed_row, surviving_row, undone_at IS NOT NULL, event_row FROM patient_link ORDER BY link_row";

    const string AllPatients = "SELECT patient_row, survivor_row FROM patient";

    const string KeptKeys = """
        SELECT (SELECT count(*) FROM identity_block) + (SELECT count(*) FROM identity_reference) + (SELECT count(*) FROM identity_search)
        """;

    const string HasKey = "SELECT EXISTS (SELECT 1 FROM identity_{0} WHERE key = @key AND record_row = @record)";

    const string HasText = "SELECT EXISTS (SELECT 1 FROM identity_search WHERE kind = @kind AND text = @text AND record_row = @record)";

    readonly SqliteConnection _connection;
    readonly HashSet<long> _undone = [];
    readonly Dictionary<long, long> _content = [];
    readonly Dictionary<long, long> _member = [];
    readonly Dictionary<long, long> _subsumed = [];
    readonly Dictionary<long, long> _merged = [];
    readonly List<string> _differences = [];

    LedgerReplay(SqliteConnection connection) => _connection = connection;

    /// <summary>What of the cross-reference is not what the ledger says; empty where all is.</summary>
    internal static IReadOnlyList<string> Differences(SqliteConnection connection)
    {
        var replay = new LedgerReplay(connection);
        replay.FindUndone();
        replay.Play();
        replay.CompareRecords();
        replay.ComparePersons();
        replay.CompareKeys();
        replay.ComparePatients();
        return replay._differences;
    }

    // An undo turns what it undoes, the rows of its decision with it; and that, if it is an undo, turns what it undid.
    void FindUndone()
    {
        var undoes = _connection.Query<(long Undo, long Undone)>(Undos).ToDictionary(item => item.Undo, item => item.Undone);
        foreach (var undone in undoes.OrderBy(item => item.Key).Select(item => item.Value))
        {
            for (var (number, isUndone) = (undone, true); ; (number, isUndone) = (undoes[number], !isUndone))
            {
                if (isUndone) _undone.Add(number);
                else _undone.Remove(number);
                if (!undoes.ContainsKey(number)) break;
            }
        }
    }

    // The latest that holds wins.
    void Play()
    {
        using var reader = _connection.ExecuteReader(AllEvents);
        while (reader.Read())
        {
            var item = EventTable.Row((SqliteDataReader)((IWrappedDataReader)reader).Reader);
            var isUndone = _undone.Contains(item.Decision ?? item.Row);
            if (isUndone != item.IsUndone) _differences.Add($"event {item.Row} is {(isUndone ? "" : "not ")}undone");
            if (isUndone) continue;
            if (item.Kind is LedgerEventKind.Introduced or LedgerEventKind.Fed) _content[item.Record!.Value] = item.Row;
            if (item.Kind is LedgerEventKind.Introduced or LedgerEventKind.Linked or LedgerEventKind.Moved) _member[item.Record!.Value] = item.Person!.Value;
            if (item.Kind == LedgerEventKind.RecordMerged) _subsumed[item.Record!.Value] = item.OtherRecord!.Value;
            if (item.Kind == LedgerEventKind.PersonMerged) _merged[item.Person!.Value] = item.OtherPerson!.Value;
        }
    }

    void CompareRecords()
    {
        foreach (var (row, content, member, subsumed, person) in _connection.Query<(long, long?, long?, long?, long?)>(AllRecords))
        {
            Expect("content of record", row, Of(_content, row), content);
            Expect("place of record", row, Of(_member, row), member);
            Expect("subsumer of record", row, Of(_subsumed, row), subsumed);
            Expect("person of record", row, Of(_member, Root(_subsumed, row)) is { } own ? Root(_merged, own) : null, person);
        }
    }

    void ComparePersons()
    {
        foreach (var (row, merged, survivor) in _connection.Query<(long, long?, long)>(AllPersons))
        {
            Expect("merge of person", row, Of(_merged, row), merged);
            Expect("survivor of person", row, Root(_merged, row), survivor);
        }
    }

    // As many as there should be, and each of those: then there are no others.
    void CompareKeys()
    {
        var expected = 0L;
        foreach (var (record, content) in _content)
        {
            var keys = RecordKeys.Decode(_connection.QuerySingle<byte[]>("SELECT keys FROM identity_event WHERE event_row = @content", new { content }));
            expected += keys.Blocks.Count + keys.References.Count + keys.Searches.Count;
            foreach (var key in keys.Blocks) ExpectKey("block", key, record);
            foreach (var key in keys.References) ExpectKey("reference", key, record);
            foreach (var key in keys.Searches)
            {
                if (!_connection.QuerySingle<bool>(HasText, new { kind = (int)key.Kind, text = key.Text, record }))
                    _differences.Add($"record {record} is not found by a text");
            }
        }

        Expect("number of keys", 0, expected, _connection.QuerySingle<long>(KeptKeys));
    }

    // The registry's links came of events, or of feeds to the registry alone before there was a ledger.
    void ComparePatients()
    {
        var latest = new Dictionary<long, long>();
        foreach (var (link, subsumed, surviving, isUndone, number) in _connection.Query<(long, long, long, bool, long?)>(AllLinks))
        {
            var expected = number is { } row && _undone.Contains(DecisionOf(row));
            if (expected != isUndone) _differences.Add($"link {link} is {(expected ? "" : "not ")}undone");
            if (!expected) latest[subsumed] = surviving;
        }

        foreach (var (row, survivor) in _connection.Query<(long, long)>(AllPatients)) Expect("survivor of patient", row, Root(latest, row), survivor);
    }

    long DecisionOf(long number) => _connection.QuerySingle<long>(
        "SELECT coalesce(decision_row, event_row) FROM identity_event WHERE event_row = @number", new { number });

    void ExpectKey(string table, long key, long record)
    {
        if (!_connection.QuerySingle<bool>(string.Format(CultureInfo.InvariantCulture, HasKey, table), new { key, record }))
            _differences.Add($"record {record} is not found by a {table}");
    }

    void Expect(string what, long row, long? expected, long? kept)
    {
        if (expected != kept) _differences.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {row} is {expected}, not {kept}"));
    }

    static long? Of(Dictionary<long, long> values, long row) => values.TryGetValue(row, out var value) ? value : null;

    static long Root(Dictionary<long, long> parents, long row)
    {
        while (parents.TryGetValue(row, out var parent)) row = parent;
        return row;
    }
}
