using System.Buffers.Binary;
using System.Text;
using IheRegistry.Benchmarks.Messages;
using SQLitePCL;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>One connection that inserts captured rows, straight on SQLite's own interface.</summary>
sealed class BareClient : IDisposable
{
    readonly BareRows _rows;
    readonly sqlite3 _database;
    readonly Dictionary<string, sqlite3_stmt> _inserts = [];
    readonly sqlite3_stmt _begin;
    readonly sqlite3_stmt _commit;
    readonly byte[][] _uuids;
    readonly byte[][] _uniqueIds;

    internal BareClient(string path, BareRows rows)
    {
        _rows = rows;
        Check(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE, null));
        // As the server's writer has it.
        Check(raw.sqlite3_exec(_database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY"));
        raw.sqlite3_busy_timeout(_database, 30_000);
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        foreach (var row in rows.Rows)
        {
            if (_inserts.ContainsKey(row.Table)) continue;
            var values = string.Join(", ", row.Columns.Select((_, i) => $"?{i + 1}"));
            _inserts.Add(row.Table, Prepare($"INSERT INTO {row.Table} ({string.Join(", ", row.Columns)}) VALUES ({values})"));
        }

        _uuids = [.. Enumerable.Range(0, rows.Needs.Uuids).Select(_ => new byte[16])];
        _uniqueIds = new byte[rows.Needs.UniqueIds][];
    }

    internal void Begin() => Run(_begin);

    internal void Commit() => Run(_commit);

    /// <summary>Inserts the rows of one request; its keys begin at the number given.</summary>
    internal void Insert(long firstKey)
    {
        foreach (var uuid in _uuids) Guid.NewGuid().TryWriteBytes(uuid);
        Array.Clear(_uniqueIds);
        foreach (var row in _rows.Rows)
        {
            var insert = _inserts[row.Table];
            for (var i = 0; i < row.Values.Count; i++) Bind(insert, i + 1, row.Values[i], firstKey);
            Run(insert);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var insert in _inserts.Values) raw.sqlite3_finalize(insert);
        raw.sqlite3_finalize(_begin);
        raw.sqlite3_finalize(_commit);
        raw.sqlite3_close_v2(_database);
    }

    void Bind(sqlite3_stmt insert, int place, BareValue value, long firstKey)
    {
        switch (value.Kind)
        {
            case BareKind.Key:
                raw.sqlite3_bind_int64(insert, place, firstKey + value.Number);
                break;
            case BareKind.Uuid:
                raw.sqlite3_bind_blob(insert, place, _uuids[value.Number]);
                break;
            case BareKind.Hash:
                var hash = (byte[])value.Captured!;
                BinaryPrimitives.WriteInt64LittleEndian(hash, UniqueNumbers.Next());
                raw.sqlite3_bind_blob(insert, place, hash);
                break;
            case BareKind.UniqueId:
                raw.sqlite3_bind_text(insert, place, _uniqueIds[value.Number] ??= Encoding.ASCII.GetBytes($"2.25.1{UniqueNumbers.Next():D18}"));
                break;
            default:
                BindAsCaptured(insert, place, value.Captured);
                break;
        }
    }

    static void BindAsCaptured(sqlite3_stmt insert, int place, object? value)
    {
        switch (value)
        {
            case null:
                raw.sqlite3_bind_null(insert, place);
                break;
            case long number:
                raw.sqlite3_bind_int64(insert, place, number);
                break;
            case byte[] bytes:
                raw.sqlite3_bind_blob(insert, place, bytes);
                break;
            default:
                raw.sqlite3_bind_text(insert, place, (string)value);
                break;
        }
    }

    sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_database, sql, out var statement));
        return statement;
    }

    void Run(sqlite3_stmt statement)
    {
        Check(raw.sqlite3_step(statement));
        raw.sqlite3_reset(statement);
    }

    void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
            throw new InvalidOperationException($"SQLite {code}: {raw.sqlite3_errmsg(_database).utf8_to_string()}");
    }
}
