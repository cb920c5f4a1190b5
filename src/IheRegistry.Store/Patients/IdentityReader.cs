using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Reads the current cross-reference, on whichever connection.</summary>
sealed class IdentityReader(StatementCache statements)
{
    const string Folder = "Patients/Sql/";

    internal PatientRecord? FindRecord(PatientId id) => First(Records("find_record.sql", id.Id, id.Authority));

    internal PatientRecord? ReadRecord(long row) => First(Records("read_record.sql", row));

    internal CandidateRecords FindRecordsNaming(PatientIdentifier otherId, int most)
    {
        var candidates = Candidates("rows_of_reference.sql", [RecordKeys.Reference(otherId)], most);
        return candidates with { Records = [.. candidates.Records.Where(r => r.OtherIds.Any(id => RecordKeys.IsSame(id, otherId)))] };
    }

    internal CandidateRecords FindCandidates(IReadOnlyCollection<long> keys, int mostPerKey) => Candidates("rows_of_block.sql", keys, mostPerKey);

    internal Person? ReadPerson(long row)
    {
        if (Survivor(row) is not var (survivor, epid)) return null;
        var records = Records("records_of_person.sql", survivor);
        return new Person(
            survivor,
            epid,
            [.. records.Where(record => record.SubsumedBy is null)],
            [.. records.Where(record => record.SubsumedBy is not null).Select(record => record.Id), .. MergedEpids(survivor)]);
    }

    /// <summary>The row and EPID of the person that stands for a person; null where there is none of that row.</summary>
    internal (long Row, PatientId? Epid)? Survivor(long row)
    {
        using var reader = Query("read_person.sql", row);
        return reader.Read() ? (reader.GetInt64(0), reader.IsDBNull(2) ? null : new PatientId(reader.GetString(2), reader.GetString(1))) : null;
    }

    /// <summary>The row of the person that was given an EPID, merged since or not.</summary>
    internal long? PersonOfEpid(PatientId epid)
    {
        using var reader = Query("find_person_by_epid.sql", epid.Id, epid.Authority);
        return reader.Read() ? reader.GetInt64(0) : null;
    }

    internal bool AreKeptApart(long person, long other)
    {
        if (Survivor(person) is not var (one, _) || Survivor(other) is not var (another, _)) return false;
        return IsApart(one, another) || IsApart(another, one);
    }

    bool IsApart(long person, long other)
    {
        using var reader = Query("are_kept_apart.sql", person, other);
        return reader.Read() && reader.GetBoolean(0);
    }

    List<PatientId> MergedEpids(long person)
    {
        using var reader = Query("merged_epids.sql", person);
        var epids = new List<PatientId>();
        while (reader.Read()) epids.Add(new PatientId(reader.GetString(1), reader.GetString(0)));
        return epids;
    }

    CandidateRecords Candidates(string file, IReadOnlyCollection<long> keys, int most)
    {
        var rows = new SortedSet<long>();
        var capped = new List<long>();
        foreach (var key in keys)
        {
            if (!AddRows(file, key, most, rows)) capped.Add(key);
        }

        var records = rows.Count == 0 ? [] : Records("read_records.sql", $"[{string.Join(',', rows)}]");
        return new CandidateRecords([.. records.Where(record => record.SubsumedBy is null)], capped);
    }

    // False where more records have the key than are taken.
    bool AddRows(string file, long key, int most, SortedSet<long> rows)
    {
        using var reader = Query(file, key, most + 1L);
        for (var taken = 0; reader.Read(); taken++)
        {
            if (taken == most) return false;
            rows.Add(reader.GetInt64(0));
        }

        return true;
    }

    static PatientRecord? First(List<PatientRecord> records) => records.Count == 0 ? null : records[0];

    List<PatientRecord> Records(string file, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(file, values);
        var records = new List<PatientRecord>();
        while (reader.Read()) records.Add(Record(reader));
        return records;
    }

    static PatientRecord Record(SqliteDataReader reader)
    {
        var content = RecordContentCodec.Decode(reader.GetFieldValue<byte[]>(9));
        var authority = reader.GetString(1);
        return new PatientRecord(
            reader.GetInt64(0),
            new PatientId(reader.GetString(2), authority),
            reader.GetInt64(3),
            reader.GetString(4),
            content.IsTentative,
            reader.IsDBNull(5) ? null : new PatientId(reader.GetString(5), authority),
            content.Demographics,
            content.Visit,
            content.OtherIds,
            reader.GetInt64(6),
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(7)),
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(8)));
    }

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Query(values);
}
