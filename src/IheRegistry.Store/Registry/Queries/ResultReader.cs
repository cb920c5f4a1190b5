using System.Globalization;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Sqlite;
using SQLitePCL;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Makes objects of the rows that <see cref="ResultSql"/> selects, straight from the statement's memory.</summary>
sealed class ResultReader(sqlite3_stmt row, bool whole)
{
    readonly Dictionary<long, PatientId> _patients = [];
    PatientId? _patient;
    long _patientRow;

    /// <summary>True when the rows read so far belong to more than one patient.</summary>
    internal bool SpansPatients => _patients.Count > 1;

    internal RegisteredObject Read(ObjectResultSet result) => new(
        raw.sqlite3_column_int64(row, 0),
        (ObjectKind)raw.sqlite3_column_int(row, 1),
        UuidBytes.ToUrn(raw.sqlite3_column_blob(row, 2)),
        whole ? Fragment(result) : default,
        (AvailabilityStatus)raw.sqlite3_column_int(row, 3),
        raw.sqlite3_column_int(row, 4),
        whole ? Patient(raw.sqlite3_column_int64(row, 5)) : null,
        whole ? Time(raw.sqlite3_column_int64(row, 8)) : null);

    static string? Time(long key) => key == 0 ? null : key.ToString("D14", CultureInfo.InvariantCulture);

    PatientId? Patient(long patientRow)
    {
        if (patientRow == 0) return null;
        if (patientRow == _patientRow) return _patient;
        _patientRow = patientRow;
        if (_patients.TryGetValue(patientRow, out _patient)) return _patient;
        _patient = new PatientId(raw.sqlite3_column_text(row, 7).utf8_to_string(), raw.sqlite3_column_text(row, 6).utf8_to_string());
        _patients.Add(patientRow, _patient);
        return _patient;
    }

    Memory<byte> Fragment(ObjectResultSet result)
    {
        var bytes = raw.sqlite3_column_blob(row, 9);
        var room = result.RoomFor(bytes.Length);
        bytes.CopyTo(room.Span);
        return room;
    }
}
