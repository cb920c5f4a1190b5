using System.Collections.Concurrent;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Model.Access;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using SQLitePCL;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>The floor of a query: the same SQL on the same database, prepared once for each connection, and the rows read.</summary>
sealed class BareFind(string database)
{
    readonly ConcurrentBag<Connection> _idle = [];

    /// <summary>Runs FindDocuments for a patient; the answer is the number of bytes in the rows.</summary>
    internal int Find(ReturnType returnType, long patient)
    {
        if (!_idle.TryTake(out var connection)) connection = new Connection(database);
        var count = connection.Find(returnType, patient);
        _idle.Add(connection);
        return count;
    }

    sealed class Connection
    {
        readonly sqlite3 _database;
        readonly Dictionary<ReturnType, (sqlite3_stmt Statement, QueryText Sql, int PatientAt)> _finds = [];

        internal Connection(string path)
        {
            raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READONLY, null);
            // As the server's readers have it.
            raw.sqlite3_exec(_database, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384");
            foreach (var returnType in (ReturnType[])[ReturnType.ObjectRef, ReturnType.LeafClass]) _finds.Add(returnType, Prepare(returnType));
        }

        internal int Find(ReturnType returnType, long patient)
        {
            var (statement, sql, patientAt) = _finds[returnType];
            for (var i = 0; i < sql.Values.Count; i++)
            {
                if (i == patientAt) raw.sqlite3_bind_text(statement, i + 1, Requests.PatientId(Requests.Queried, patient));
                else if (sql.Values[i] is long number) raw.sqlite3_bind_int64(statement, i + 1, number);
                else raw.sqlite3_bind_text(statement, i + 1, (string)sql.Values[i]);
            }

            var bytes = 0;
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                for (var column = 0; column < raw.sqlite3_column_count(statement); column++)
                    bytes += raw.sqlite3_column_type(statement, column) == raw.SQLITE_BLOB ? raw.sqlite3_column_blob(statement, column).Length : 8;
            }

            raw.sqlite3_reset(statement);
            return bytes;
        }

        (sqlite3_stmt Statement, QueryText Sql, int PatientAt) Prepare(ReturnType returnType)
        {
            const string Marker = "a patient";
            var query = new FindDocumentsQuery(new DocumentCriteria
            {
                PatientIds = [new PatientId(Marker, Requests.Authority)],
                Statuses = [AvailabilityStatus.Approved],
                Types = DocumentEntryTypes.Stable,
            });
            var sql = new QueryText();
            QuerySql.Compose(sql, query, returnType, AccessScope.Everything);
            if (raw.sqlite3_prepare_v2(_database, sql.ToString(), out var statement) != raw.SQLITE_OK)
                throw new InvalidOperationException(raw.sqlite3_errmsg(_database).utf8_to_string());
            var at = sql.Values.Select((value, i) => (value, i)).Single(v => Equals(v.value, Marker)).i;
            return (statement, sql, at);
        }
    }
}
