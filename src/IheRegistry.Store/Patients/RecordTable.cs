using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Records and the keys by which they are found, on the writer's connection.</summary>
sealed class RecordTable
{
    const string Folder = "Patients/Sql/";

    readonly StatementCache _statements;
    long _last;

    internal RecordTable(StatementCache statements)
    {
        _statements = statements;
        // As with events: a gap does not matter.
        using var reader = Query("max_record_row.sql");
        reader.Read();
        _last = reader.GetInt64(0);
    }

    internal RecordRow? Find(PatientId id)
    {
        using var reader = Query("find_record_row.sql", id.Id, id.Authority);
        return reader.Read() ? Row(reader) : null;
    }

    internal RecordRow Get(long row)
    {
        using var reader = Query("record_of_row.sql", row);
        return reader.Read() ? Row(reader) : throw new InvalidOperationException($"The ledger names a record {row} that is not there.");
    }

    internal long Allot() => ++_last;

    internal void Insert(long row, long domain, string id, long person, long content, DateTimeOffset at) =>
        Run("insert_record.sql", row, domain, id, person, person, content, at.ToUnixTimeMilliseconds());

    internal void SetContent(long row, long content) => Run("set_content.sql", content, row);

    internal void SetOwner(long row, long? person) => Run("set_owner.sql", person, row);

    internal void Update(long row, (long? Content, long FirstSeen, long? Member, long? Subsumed) asserted) =>
        Run("update_record.sql", asserted.Member, asserted.Subsumed, asserted.Content, asserted.FirstSeen, row);

    /// <summary>Whose the record is by where it, or what subsumed it, was last put.</summary>
    internal long? Owner(long row) => Rows("owner_of_record.sql", row) is [var person] ? person : null;

    /// <summary>A record and all that it subsumed.</summary>
    internal List<long> Branch(long row) => Rows("branch_of_record.sql", row);

    /// <summary>The records that one has subsumed itself.</summary>
    internal List<long> Subsumed(long row) => Rows("subsumed_records.sql", row);

    /// <summary>The record that stands for one.</summary>
    internal long Root(long row) => Rows("root_of_record.sql", row)[0];

    internal List<long> OfPerson(long person) => Rows("record_rows_of_person.sql", person);

    internal bool AnyOf(long person) => Rows("has_records.sql", person) is [1];

    internal bool ShareADomain(long person, long except, long other) => Rows("share_a_domain.sql", other, person, except) is [1];

    internal void ChangeKeys(long row, RecordKeys before, RecordKeys after)
    {
        Change("block", row, before.Blocks, after.Blocks);
        Change("reference", row, before.References, after.References);
        foreach (var key in before.Searches.Except(after.Searches)) Run("delete_search.sql", (int)key.Kind, key.Text, row);
        foreach (var key in after.Searches.Except(before.Searches)) Run("insert_search.sql", (int)key.Kind, key.Text, row);
    }

    void Change(string table, long row, IReadOnlyList<long> before, IReadOnlyList<long> after)
    {
        foreach (var key in before.Except(after)) Run($"delete_{table}.sql", key, row);
        foreach (var key in after.Except(before)) Run($"insert_{table}.sql", key, row);
    }

    static RecordRow Row(SqliteDataReader reader) => new(
        reader.GetInt64(0), new PatientId(reader.GetString(6), reader.GetString(7)), reader.GetInt64(1),
        Number(reader, 2), Number(reader, 3), Number(reader, 4), Number(reader, 5));

    static long? Number(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    List<long> Rows(string file, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(file, values);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    void Run(string file, params ReadOnlySpan<object?> values) => _statements[Folder + file].Execute(values);

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => _statements[Folder + file].Query(values);
}
