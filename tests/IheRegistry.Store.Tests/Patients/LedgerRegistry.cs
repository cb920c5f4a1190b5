using System.Security.Cryptography;
using System.Text;
using Dapper;
using IheRegistry.Model.Access;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>Objects of the registry beside a ledger, row by row, and what queries find of them.</summary>
sealed class LedgerRegistry : IDisposable
{
    readonly SqliteConnection _connection;
    readonly SqliteRegistryQueries _queries;
    readonly Dictionary<string, long> _rows = [];

    internal LedgerRegistry(Ledger ledger)
    {
        _connection = new SqliteConnection($"Data Source={ledger.Path};Pooling=False");
        _connection.Open();
        _queries = new SqliteRegistryQueries(ledger.Store, new ResultBufferOptions());
    }

    internal void AddDocument(string name, PatientId patient, PatientId source, AvailabilityStatus status = AvailabilityStatus.Approved)
    {
        var row = AddObject(name, ObjectKind.DocumentEntry);
        _connection.Execute(
            """
            INSERT INTO document_entry (object_row, uuid, logical_id, version, unique_id, patient_row, status, on_demand, offline, source_patient_id)
            VALUES (@row, @uuid, @uuid, 1, @name, @patient, @status, 0, 0, @source)
            """,
            new { row, uuid = Hash(name), name, patient = RowOf(patient), status = (int)status, source = source.ToString() });
        _connection.Execute(
            """
            INSERT INTO stored_document (unique_id, owner, sha256, sha1, size, mime_type, patient_id, entry_uuid, confidentiality_code, stored_at)
            VALUES (@name, 'o', x'00', x'00', 1, 'text/plain', @patient, @uuid, 'N', 0)
            """,
            new { uuid = Hash(name), name, patient = patient.ToString() });
    }

    internal void AddSubmissionSet(string name, PatientId patient)
    {
        var row = AddObject(name, ObjectKind.SubmissionSet);
        _connection.Execute(
            """
            INSERT INTO submission_set (object_row, uuid, unique_id, patient_row, status, source_id, submission_time, submitted_by, digest)
            VALUES (@row, @uuid, @name, @patient, 1, '1.2', 20260101000000, 'test', x'00')
            """,
            new { row, uuid = Hash(name), name, patient = RowOf(patient) });
    }

    internal void AddFolder(string name, PatientId patient)
    {
        var row = AddObject(name, ObjectKind.Folder);
        _connection.Execute(
            "INSERT INTO folder VALUES (@row, @uuid, @uuid, 1, @name, @patient, 1, 20260101000000)",
            new { row, uuid = Hash(name), name, patient = RowOf(patient) });
    }

    internal void Associate(string name, AssociationType type, string source, string target)
    {
        var row = AddObject(name, ObjectKind.Association);
        _connection.Execute(
            "INSERT INTO association VALUES (@row, @uuid, @type, @source, @target, 1, 1)",
            new { row, uuid = Hash(name), type = (int)type, source = _rows[source], target = _rows[target] });
    }

    /// <summary>The names of what FindDocuments finds of a patient id.</summary>
    internal Task<string> DocumentsAsync(PatientId patient) => FindAsync(new FindDocumentsQuery(
        new DocumentCriteria { PatientIds = [patient], Statuses = [AvailabilityStatus.Approved] }));

    /// <summary>The names of all objects of a patient id, Deprecated too.</summary>
    internal string AllOf(PatientId patient) =>
        string.Join(' ', _rows.Keys.Where(name => PatientOf(name) == patient).Order(StringComparer.Ordinal));

    internal AvailabilityStatus StatusOf(string association) =>
        (AvailabilityStatus)_connection.QuerySingle<int>("SELECT status FROM association WHERE object_row = @row", new { row = _rows[association] });

    internal string RepositorySaysOf(string document) =>
        _connection.QuerySingle<string>("SELECT patient_id FROM stored_document WHERE unique_id = @document", new { document });

    internal int Changes() => _connection.QuerySingle<int>("SELECT count(*) FROM change_log");

    internal void Remove(string document)
    {
        foreach (var table in new[] { "document_entry", "entry_uuid" })
            _connection.Execute($"DELETE FROM {table} WHERE object_row = @row", new { row = _rows[document] });
    }

    public void Dispose() => _connection.Dispose();

    static byte[] Hash(string name) => MD5.HashData(Encoding.UTF8.GetBytes(name));

    PatientId? PatientOf(string name)
    {
        var (id, authority) = _connection.QuerySingleOrDefault<(string?, string?)>(
            """
            SELECT k.id, k.authority
            FROM (SELECT object_row, patient_row FROM document_entry UNION ALL SELECT object_row, patient_row FROM folder
              UNION ALL SELECT object_row, patient_row FROM submission_set) o
            JOIN patient p ON p.patient_row = o.patient_row JOIN patient k ON k.patient_row = p.survivor_row
            WHERE o.object_row = @row
            """,
            new { row = _rows[name] });
        return id is null ? null : new PatientId(id, authority!);
    }

    async Task<string> FindAsync(RegistryQuery query)
    {
        using var result = await _queries.QueryAsync(query, ReturnType.ObjectRef, AccessScope.Everything, CancellationToken.None);
        return string.Join(' ', result.Select(item => _rows.Keys.Single(name => Urn(name) == item.EntryUuid)));
    }

    static string Urn(string name) => $"urn:uuid:{new Guid(Hash(name), bigEndian: true):D}";

    long RowOf(PatientId patient) =>
        _connection.QuerySingle<long>("SELECT patient_row FROM patient WHERE id = @Id AND authority = @Authority", new { patient.Id, patient.Authority });

    long AddObject(string name, ObjectKind kind)
    {
        var row = _rows.Count + 1L;
        _rows.Add(name, row);
        _connection.Execute("INSERT INTO entry_uuid VALUES (@row, @uuid, @kind)", new { row, uuid = Hash(name), kind = (int)kind });
        return row;
    }
}
