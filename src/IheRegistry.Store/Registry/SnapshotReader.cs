using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Answers a <see cref="RegistryLookup"/> by point lookups: in one process each costs microseconds.</summary>
sealed class SnapshotReader(StatementCache statements, PatientTable patients)
{
    const string Folder = "Registry/Sql/";

    readonly RegistrySnapshot _snapshot = new();

    internal RegistrySnapshot Read(RegistryLookup lookup)
    {
        foreach (var patient in lookup.Patients) _snapshot.Patients[patient] = patients.State(patient);
        foreach (var uuid in lookup.EntryUuids) ReadObject(uuid);
        foreach (var uniqueId in lookup.UniqueIds) ReadUniqueId(uniqueId);
        foreach (var uuid in lookup.Replaced) ReadReplaced(uuid);
        foreach (var uuid in lookup.Appended) ReadAppended(uuid);
        if (lookup.SubmissionSetUniqueId is { } submissionSet) ReadPriorSubmission(submissionSet);
        return _snapshot;
    }

    void ReadObject(string entryUuid)
    {
        if (UuidBytes.Of(entryUuid) is not { } uuid) return;
        using var reader = statements[Folder + "find_object.sql"].Query(uuid);
        if (!reader.Read()) return;
        _snapshot.Objects[entryUuid] = new KnownObject(
            reader.GetInt64(0),
            (ObjectKind)reader.GetInt32(1),
            entryUuid,
            (AvailabilityStatus)reader.GetInt32(2),
            reader.IsDBNull(3) ? null : PatientOf(reader.GetInt64(3)),
            reader.GetInt32(4) != 0);
    }

    PatientId PatientOf(long patientRow)
    {
        using var reader = statements[Folder + "patient_of_object.sql"].Query(patientRow);
        reader.Read();
        return new PatientId(reader.GetString(0), reader.GetString(1));
    }

    void ReadUniqueId(string uniqueId)
    {
        using var reader = statements[Folder + "find_unique_id.sql"].Query(uniqueId);
        if (!reader.Read()) return;
        _snapshot.UniqueIds[uniqueId] = new KnownUniqueId(
            (ObjectKind)reader.GetInt32(0),
            reader.IsDBNull(1) ? null : reader.GetString(1),
            reader.IsDBNull(2) ? null : reader.GetInt64(2));
    }

    void ReadReplaced(string entryUuid)
    {
        if (_snapshot.Object(entryUuid) is not { } document) return;
        _snapshot.Folders[entryUuid] = ReadApproved("folders_of_document.sql", document.Row, ObjectKind.Folder);
        _snapshot.Dependents[entryUuid] = ReadApproved("dependents_of_document.sql", document.Row, ObjectKind.DocumentEntry);
    }

    void ReadAppended(string entryUuid)
    {
        if (_snapshot.Object(entryUuid) is not { } document) return;
        using var reader = statements[Folder + "is_transformation.sql"].Query(document.Row);
        if (reader.Read()) _snapshot.Transformations.Add(entryUuid);
    }

    List<KnownObject> ReadApproved(string file, long row, ObjectKind kind)
    {
        var found = new List<KnownObject>();
        using var reader = statements[Folder + file].Query(row);
        while (reader.Read())
        {
            found.Add(new KnownObject(
                reader.GetInt64(0),
                kind,
                UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(1)),
                AvailabilityStatus.Approved,
                PatientOf(reader.GetInt64(2)),
                OnDemand: reader.GetInt32(3) != 0));
        }

        return found;
    }

    void ReadPriorSubmission(string uniqueId)
    {
        using var reader = statements[Folder + "find_submission_set.sql"].Query(uniqueId);
        if (!reader.Read()) return;
        _snapshot.PriorSubmission = new PriorSubmission(
            reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }
}
