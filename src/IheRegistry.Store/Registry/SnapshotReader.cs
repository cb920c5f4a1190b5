using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

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
        foreach (var logicalId in lookup.LogicalIds) ReadNewest(logicalId);
        foreach (var logicalId in lookup.Contents) ReadContent(logicalId);
        foreach (var uuid in lookup.Touched) ReadTouched(uuid);
        if (lookup.SubmissionSetUniqueId is { } submissionSet) ReadPriorSubmission(submissionSet);
        return _snapshot;
    }

    void ReadObject(string entryUuid)
    {
        if (UuidBytes.Of(entryUuid) is not { } uuid) return;
        using var reader = statements[Folder + "find_object.sql"].Query(uuid);
        if (reader.Read()) _snapshot.Objects[entryUuid] = KnownFrom(reader);
    }

    KnownObject ObjectOf(long row)
    {
        using var reader = statements[Folder + "object_of_row.sql"].Query(row);
        if (!reader.Read()) throw new InvalidOperationException($"No object in row {row}: an Association dangles.");
        return KnownFrom(reader);
    }

    KnownObject KnownFrom(SqliteDataReader reader)
    {
        var entryUuid = UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(8));
        return new KnownObject(
            reader.GetInt64(0),
            (ObjectKind)reader.GetInt32(1),
            entryUuid,
            (AvailabilityStatus)reader.GetInt32(2),
            reader.IsDBNull(3) ? null : PatientOf(reader.GetInt64(3)),
            reader.GetInt32(4) != 0)
        {
            LogicalId = reader.IsDBNull(5) ? entryUuid : UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(5)),
            Version = reader.GetInt32(6),
            UniqueId = reader.IsDBNull(7) ? null : reader.GetString(7),
            IsSuperseded = reader.GetInt32(9) != 0,
        };
    }

    void ReadNewest(string logicalId)
    {
        if (UuidBytes.Of(logicalId) is not { } uuid || Row("newest_version.sql", uuid) is not { } row) return;
        var newest = ObjectOf(row);
        _snapshot.NewestByLogicalId[logicalId] = newest;
        ReadAssociations(newest);
    }

    // The logicalID is the first version's entryUUID.
    void ReadContent(string logicalId)
    {
        if (_snapshot.Newest(logicalId) is not { } newest) return;
        ReadObject(logicalId);
        using var fragment = statements[Folder + "find_fragment.sql"].Query(newest.Row);
        fragment.Read();
        using var source = statements[Folder + "source_of_object.sql"].Query(_snapshot.Object(logicalId)?.Row);
        _snapshot.Contents[logicalId] = new KnownContent(newest, fragment.GetFieldValue<byte[]>(0), source.Read() ? source.GetString(0) : null);
    }

    void ReadTouched(string entryUuid)
    {
        ReadObject(entryUuid);
        if (_snapshot.Object(entryUuid) is not { } target) return;
        if (target.Kind == ObjectKind.Association)
        {
            var association = AssociationOf(target.Row);
            _snapshot.Associations[entryUuid] = association;
            // It may be approved again, and must not be there twice.
            if (target.Status == AvailabilityStatus.Deprecated) ReadAssociations(association.Target);
            return;
        }

        ReadAssociations(target);
    }

    void ReadAssociations(KnownObject item)
    {
        if (_snapshot.Approved.ContainsKey(item.EntryUuid)) return;
        _snapshot.Approved.Add(item.EntryUuid, [.. Rows("approved_associations_of_object.sql", item.Row).Select(AssociationOf)]);
    }

    KnownAssociation AssociationOf(long row)
    {
        using var reader = statements[Folder + "ends_of_association.sql"].Query(row);
        reader.Read();
        var (type, source, target, fragment) = ((AssociationType)reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<byte[]>(3));
        return new KnownAssociation(ObjectOf(row), type, ObjectOf(source), ObjectOf(target), fragment);
    }

    long? Row(string file, object key)
    {
        using var reader = statements[Folder + file].Query(key);
        return reader.Read() && !reader.IsDBNull(0) ? reader.GetInt64(0) : null;
    }

    // Read to the end at once: what is asked next may run the same statement.
    List<long> Rows(string file, object key)
    {
        using var reader = statements[Folder + file].Query(key);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
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
