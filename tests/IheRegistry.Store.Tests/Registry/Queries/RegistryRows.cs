using System.Text;
using IheRegistry.Model.Access;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Store.Sqlite;
using IheRegistry.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Tests.Registry.Queries;

/// <summary>A registry filled row by row, so that queries are tested without the writer.</summary>
sealed class RegistryRows : IDisposable
{
    internal const string Authority = "1.3.6.1.4.1.21367.13.20.1000";

    readonly string _path = Path.Combine(Path.GetTempPath(), $"iheregistry-queries-{Guid.NewGuid():N}.db");
    readonly SqliteConnection _connection;
    readonly Dictionary<string, long> _rows = [];
    long _lastRow;

    internal RegistryRows(ResultBufferOptions? options = null)
    {
        _connection = OpenAnother();
        Run("PRAGMA synchronous = OFF");
        foreach (var migration in Directory.GetFiles(SourceTree.PathOf("src", "IheRegistry.Store", "Schema", "Sqlite"), "*.sql").Order(StringComparer.Ordinal))
            Run(File.ReadAllText(migration));
        Readers = new SqliteReaders(_path);
        Queries = new SqliteRegistryQueries(Readers, options ?? new ResultBufferOptions());
    }

    internal SqliteRegistryQueries Queries { get; }

    internal SqliteReaders Readers { get; }

    string ConnectionString => $"Data Source={_path};Pooling=False";

    internal SqliteConnection Connection => _connection;

    /// <summary>Names of test objects become their entryUUIDs and uniqueIds.</summary>
    internal static string Uuid(string name) => $"urn:uuid:{new Guid(Hash(name), bigEndian: true):D}";

    internal static PatientId Patient(string id) => new(id, Authority);

    internal PatientId AddPatient(string id)
    {
        var row = ++_lastRow;
        Run("INSERT INTO patient VALUES ($0, $1, $2, $0, 0)", row, Authority, id);
        _rows.Add("patient " + id, row);
        return Patient(id);
    }

    internal void Merge(string subsumed, string surviving) =>
        Run("UPDATE patient SET survivor_row = $0 WHERE survivor_row = $1", _rows["patient " + surviving], _rows["patient " + subsumed]);

    internal string AddDocument(string name, string patient, TestDocument? document = null)
    {
        document ??= new TestDocument();
        var row = AddObject(name, ObjectKind.DocumentEntry);
        Run(
            "INSERT INTO document_entry VALUES ($0,$1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,NULL,NULL)",
            row, Hash(name), Hash(document.LogicalId ?? name), document.Version, document.UniqueId ?? name, _rows["patient " + patient],
            (int)document.Status, document.OnDemand ? 1 : 0, document.Offline ? 1 : 0, document.ClassCode, document.TypeCode,
            document.FormatCode, document.FacilityCode, document.PracticeCode, Key(document.CreationTime), Key(document.ServiceStartTime),
            Key(document.ServiceStopTime), document.Title);
        AddCodes(row, 1, document.ConfidentialityCodes);
        AddCodes(row, 2, document.EventCodes);
        AddAuthors(row, document.Authors);
        foreach (var reference in document.ReferenceIds) Run("INSERT INTO reference_id VALUES ($0,$1)", row, reference);
        return Uuid(name);
    }

    internal string AddSubmissionSet(string name, string patient, TestSubmissionSet? set = null)
    {
        set ??= new TestSubmissionSet();
        var row = AddObject(name, ObjectKind.SubmissionSet);
        Run(
            "INSERT INTO submission_set VALUES ($0,$1,$2,$3,$4,$5,$6,$7,'test',x'00',NULL)",
            row, Hash(name), name, _rows["patient " + patient], (int)set.Status, set.SourceId, Key(set.SubmissionTime), set.ContentType);
        Run("INSERT INTO unique_id VALUES ($0, 2, $1, NULL, NULL)", name, row);
        AddAuthors(row, set.Authors);
        return Uuid(name);
    }

    internal string AddFolder(string name, string patient, TestFolder? folder = null)
    {
        folder ??= new TestFolder();
        var row = AddObject(name, ObjectKind.Folder);
        Run(
            "INSERT INTO folder VALUES ($0,$1,$1,1,$2,$3,$4,$5)",
            row, Hash(name), name, _rows["patient " + patient], (int)folder.Status, Key(folder.LastUpdateTime));
        AddCodes(row, 3, folder.Codes);
        return Uuid(name);
    }

    internal string AddAssociation(
        string name, AssociationType type, string source, string target, AvailabilityStatus status = AvailabilityStatus.Approved)
    {
        var row = AddObject(name, ObjectKind.Association);
        Run(
            "INSERT INTO association VALUES ($0,$1,$2,$3,$4,$5,NULL)",
            row, Hash(name), (int)type, _rows[source], _rows[target], (int)status);
        return Uuid(name);
    }

    /// <summary>The names of what a query finds, in the order of the answer, by reference.</summary>
    internal async Task<string[]> FindAsync(RegistryQuery query, AccessScope? scope = null)
    {
        using var result = await Queries.QueryAsync(query, ReturnType.ObjectRef, scope ?? AccessScope.Everything, CancellationToken.None);
        return [.. result.Select(o => NameOf(o.EntryUuid))];
    }

    internal async Task<ObjectResultSet> QueryAsync(RegistryQuery query) =>
        await Queries.QueryAsync(query, ReturnType.LeafClass, AccessScope.Everything, CancellationToken.None);

    internal string NameOf(string entryUuid) => _rows.Keys.Single(name => Uuid(name) == entryUuid);

    internal void Run(string sql, params object?[] values)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    internal SqliteConnection OpenAnother()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        Readers.Dispose();
        _connection.Dispose();
        File.Delete(_path);
    }

    static byte[] Hash(string name) => System.Security.Cryptography.MD5.HashData(Encoding.UTF8.GetBytes(name));

    static object? Key(string? time) => time is null ? null : Dtm.TryToKey(time, out var key) ? key : throw new ArgumentException(time);

    long AddObject(string name, ObjectKind kind)
    {
        var row = ++_lastRow;
        _rows.Add(name, row);
        Run("INSERT INTO entry_uuid VALUES ($0,$1,$2)", row, Hash(name), (int)kind);
        Run("INSERT INTO fragment VALUES ($0,$1)", row, Encoding.UTF8.GetBytes($"<{name}/>"));
        return row;
    }

    void AddCodes(long row, int attribute, IEnumerable<string> codes)
    {
        foreach (var code in codes) Run("INSERT INTO object_code VALUES ($0,$1,$2)", row, attribute, code);
    }

    void AddAuthors(long row, IEnumerable<string> authors)
    {
        foreach (var author in authors) Run("INSERT INTO author_person VALUES ($0,$1)", row, author);
    }
}
