using System.Collections.Concurrent;
using System.Text;
using SQLitePCL;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>
/// Each query as one SELECT, prepared once for each connection, and its rows read. A frame names the lookup and its values, separated by
/// bars, and is filled up with spaces to the size of the server's request.
/// </summary>
sealed class BareLookups(string database, string answers)
{
    readonly ConcurrentBag<Connection> _idle = [];
    readonly Dictionary<string, byte[]> _answers = Sql.Keys.ToDictionary(name => name, name =>
    {
        var file = Path.Combine(answers, name + ".answer");
        return File.Exists(file) ? File.ReadAllBytes(file) : [];
    });

    // What the server's statements come to, as one statement each. Kinds 2, 3 and 6 are family name, given name and birth date.
    static IReadOnlyDictionary<string, string> Sql { get; } = new Dictionary<string, string>
    {
        ["PIX"] = """
            SELECT p.person_row, pd.authority, p.epid, r.subsumed_row IS NOT NULL, sd.authority, s.id
            FROM identity_domain d
            CROSS JOIN identity_record r ON r.id = ?1 AND r.domain_row = d.domain_row AND r.content_row IS NOT NULL
            CROSS JOIN identity_person p ON p.person_row = r.person_row
            LEFT JOIN identity_domain pd ON pd.domain_row = p.domain_row
            CROSS JOIN identity_record s ON s.person_row = p.person_row AND s.subsumed_row IS NULL AND s.content_row IS NOT NULL
            CROSS JOIN identity_domain sd ON sd.domain_row = s.domain_row
            WHERE d.authority = ?2
            """,
        ["PDQ"] = """
            SELECT r.id, d.authority, p.epid, e.content
            FROM identity_search b
            CROSS JOIN identity_search f ON f.kind = 2 AND f.text = ?1 AND f.record_row = b.record_row
            CROSS JOIN identity_search g ON g.kind = 3 AND g.text = ?2 AND g.record_row = b.record_row
            CROSS JOIN identity_record m ON m.record_row = b.record_row
            CROSS JOIN identity_person p ON p.person_row = m.person_row
            CROSS JOIN identity_record r ON r.person_row = p.person_row
            CROSS JOIN identity_domain d ON d.domain_row = r.domain_row
            CROSS JOIN identity_event e ON e.event_row = r.content_row
            WHERE b.kind = 6 AND b.text = ?3
            """,
    };

    internal ReadOnlyMemory<byte> Answer(byte[] frame)
    {
        var values = Encoding.UTF8.GetString(frame, 1, frame.Length - 3).TrimEnd(' ').Split('|');
        if (!_idle.TryTake(out var connection)) connection = new Connection(database);
        if (connection.Find(values) == 0) throw new InvalidOperationException("Nothing was found.");
        _idle.Add(connection);
        return _answers[values[0]];
    }

    sealed class Connection
    {
        readonly sqlite3 _database;
        readonly Dictionary<string, sqlite3_stmt> _statements = [];

        internal Connection(string path)
        {
            raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READONLY, null);
            // As the server's readers have it.
            raw.sqlite3_exec(_database, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384");
            foreach (var (name, sql) in Sql) _statements.Add(name, Prepare(sql));
        }

        /// <summary>Bytes of the rows found.</summary>
        internal int Find(string[] values)
        {
            var statement = _statements[values[0]];
            for (var i = 1; i < values.Length; i++) raw.sqlite3_bind_text(statement, i, values[i]);
            var bytes = 0;
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                for (var column = 0; column < raw.sqlite3_column_count(statement); column++)
                    bytes += raw.sqlite3_column_blob(statement, column).Length;
            }

            raw.sqlite3_reset(statement);
            return bytes;
        }

        sqlite3_stmt Prepare(string sql) => raw.sqlite3_prepare_v2(_database, sql, out var statement) == raw.SQLITE_OK
            ? statement
            : throw new InvalidOperationException(raw.sqlite3_errmsg(_database).utf8_to_string());
    }
}
