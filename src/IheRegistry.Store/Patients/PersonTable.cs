using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Persons, on the writer's connection.</summary>
sealed class PersonTable
{
    const string Folder = "Patients/Sql/";

    readonly StatementCache _statements;
    long _last;

    internal PersonTable(StatementCache statements)
    {
        _statements = statements;
        // As with events: a gap does not matter.
        using var reader = Query("max_person_row.sql");
        reader.Read();
        _last = reader.GetInt64(0);
    }

    internal PersonRow? Find(long row)
    {
        using var reader = Query("person_of_row.sql", row);
        return reader.Read()
            ? new PersonRow(
                row,
                reader.IsDBNull(0) ? null : reader.GetInt64(0),
                reader.GetInt64(1),
                reader.IsDBNull(3) ? null : new PatientId(reader.GetString(3), reader.GetString(2)))
            : null;
    }

    internal PersonRow Get(long row) => Find(row) ?? throw new InvalidOperationException($"The ledger names a person {row} that is not there.");

    /// <summary>
    /// Opens a person under an EPID that was given, else under one that is allotted in an authority, else under none. The row is the number
    /// of the allotted id; rows whose id is taken are passed over.
    /// </summary>
    internal (long Row, PatientId? Epid) Open(PatientId? given, string? authority)
    {
        var row = ++_last;
        var epid = given;
        if (given is null && authority is not null)
        {
            while (IsTaken(authority, EnterpriseId.Of(row))) row = ++_last;
            epid = new PatientId(EnterpriseId.Of(row), authority);
        }

        _statements[Folder + "insert_person.sql"].Execute(row, epid is null ? null : DomainOf(epid.Authority), epid?.Id);
        return (row, epid);
    }

    internal void SetMerged(long row, long? merged) => _statements[Folder + "set_merged.sql"].Execute(merged, row);

    internal void SetSurvivor(long row, long survivor) => _statements[Folder + "set_survivor.sql"].Execute(row, survivor);

    /// <summary>The row of an authority.</summary>
    internal long DomainOf(string authority)
    {
        using (var reader = Query("find_domain.sql", authority))
        {
            if (reader.Read()) return reader.GetInt64(0);
        }

        using var inserted = Query("insert_domain.sql", authority);
        inserted.Read();
        return inserted.GetInt64(0);
    }

    bool IsTaken(string authority, string id)
    {
        using var reader = Query("is_taken.sql", authority, id);
        return reader.Read() && reader.GetBoolean(0);
    }

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => _statements[Folder + file].Query(values);
}
