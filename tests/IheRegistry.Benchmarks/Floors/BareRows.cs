using IheRegistry.Benchmarks.Data;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>How each value of captured rows is made new for the next transaction: keys and identifiers differ, all else is as captured.</summary>
sealed class BareRows
{
    readonly List<(string Column, long Value)> _keys = [];
    readonly List<string> _uuids = [];
    readonly List<string> _uniqueIds = [];

    internal BareRows(IReadOnlyList<CapturedRow> rows)
    {
        foreach (var row in rows)
            if (row.Key is { } key) AddOnce(_keys, (Family(row.Table, key), (long)row.Values[row.Columns.ToList().IndexOf(key)]!));
        Rows = [.. rows.Select(row => new BareRow(row.Table, row.Columns, [.. row.Values.Select((value, i) => ValueOf(row, i, value))]))];
    }

    /// <summary>The rows.</summary>
    internal IReadOnlyList<BareRow> Rows { get; }

    /// <summary>Numbers of keys, UUIDs and uniqueIds that a transaction needs.</summary>
    internal (int Keys, int Uuids, int UniqueIds) Needs => (_keys.Count, _uuids.Count, _uniqueIds.Count);

    BareValue ValueOf(CapturedRow row, int column, object? value)
    {
        var name = row.Columns[column];
        return value switch
        {
            long number when KeyOf(row.Table, name, number) is >= 0 and var key => new BareValue(BareKind.Key, key, null),
            byte[] { Length: 16 } uuid => new BareValue(BareKind.Uuid, AddOnce(_uuids, Convert.ToHexString(uuid)), null),
            byte[] { Length: 32 } hash => new BareValue(BareKind.Hash, 0, hash),
            string id when name is "unique_id" or "id" or "epid" => new BareValue(BareKind.UniqueId, AddOnce(_uniqueIds, id), id),
            _ => new BareValue(BareKind.AsCaptured, 0, value),
        };
    }

    // Columns named so hold a key of this table, of an object, or of the table whose key is named alike.
    int KeyOf(string table, string column, long value) => _keys.FindIndex(key =>
        key.Value == value
        && (key.Column == Family(table, column)
            || (column.EndsWith("_row", StringComparison.Ordinal) && (key.Column == "object_row"
                    || key.Column.StartsWith(table + ".", StringComparison.Ordinal)
                    || key.Column.EndsWith("." + column, StringComparison.Ordinal)))));

    // Objects share one series of rows over all their tables; other keys are their table's own.
    static string Family(string table, string column) => column == "object_row" ? column : $"{table}.{column}";

    static int AddOnce<T>(List<T> list, T value)
    {
        var at = list.IndexOf(value);
        if (at >= 0) return at;
        list.Add(value);
        return list.Count - 1;
    }
}

/// <summary>A row to insert.</summary>
sealed record BareRow(string Table, IReadOnlyList<string> Columns, IReadOnlyList<BareValue> Values);

/// <summary>A value to insert: its kind, its number among the values of that kind, what was captured.</summary>
readonly record struct BareValue(BareKind Kind, int Number, object? Captured);

/// <summary>How a value is made new.</summary>
enum BareKind
{
    AsCaptured,
    Key,
    Uuid,
    Hash,
    UniqueId,
}
