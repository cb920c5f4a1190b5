using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>
/// The objects of the registry that move from one patient id to another (ITI TF-2 3.64.4.1.3.1), on the writer's connection. Approved
/// entries move, Folders and SubmissionSets all of whose members do; Deprecated ones stay (3.64.4.1.3.1.3). A relationship that
/// would then lead from one patient to another is dropped (3.64.4.1.3.2, the first of its ways); only a SubmissionSet
/// keeps members that moved, as those of a set of several patients' documents cannot be without one.
/// </summary>
sealed class RegistryObjects(StatementCache statements, PatientTable patients)
{
    const string Folder = "Patients/Sql/";

    /// <summary>True where a patient has approved entries of a sourcePatientId.</summary>
    internal bool HasDocuments(PatientId patient, PatientId source)
    {
        if (patients.Find(patient) is not var (_, survivor)) return false;
        using var reader = Query("has_documents.sql", survivor, source.ToString());
        return reader.Read() && reader.GetBoolean(0);
    }

    /// <summary>What is to move: nothing where the two are one patient already.</summary>
    internal List<MovedObject> ToMove(PatientId source, EntryMove move)
    {
        if (patients.Find(move.From) is not var (_, from) || patients.Find(move.To) is not var (into, survivor) || from == survivor) return [];
        var moved = Entries(from, source).ToDictionary(item => item.Row, item => new MovedObject(item.Row, item.Was, into));
        // Folders of the entries, then the SubmissionSets of both.
        AddPackages(moved, into);
        AddPackages(moved, into);
        List<MovedObject> dropped =
        [
            .. moved.Keys.SelectMany(Relationships).Where(item => !moved.ContainsKey(item.Other)).Select(item => item.Association).Distinct()
                .Select(row => new MovedObject(row, (long)AvailabilityStatus.Approved, (long)AvailabilityStatus.Deprecated)),
        ];
        return [.. moved.Values.Concat(dropped).OrderBy(item => item.Row)];
    }

    void AddPackages(Dictionary<long, MovedObject> moved, long into)
    {
        foreach (var (row, was) in moved.Keys.SelectMany(Packages).DistinctBy(package => package.Row).ToList())
        {
            if (!moved.ContainsKey(row) && Members(row).TrueForAll(moved.ContainsKey)) moved.Add(row, new MovedObject(row, was, into));
        }
    }

    /// <summary>What an event moved.</summary>
    internal List<MovedObject> MovedBy(long number)
    {
        using var reader = Query("moved_objects.sql", number);
        var moved = new List<MovedObject>();
        while (reader.Read()) moved.Add(new MovedObject(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)));
        return moved;
    }

    /// <summary>Keeps what an event moves, so that its undo moves back exactly that.</summary>
    internal void Remember(long number, IEnumerable<MovedObject> moved)
    {
        foreach (var item in moved) Run("insert_moved_object.sql", number, item.Row, item.Was, item.Became);
    }

    /// <summary>False where something else has changed one of the objects since. One that was removed does not count.</summary>
    internal bool IsAsLeft(IEnumerable<MovedObject> moved) =>
        moved.All(item => Value(item.Row) is not { } current || current.Value == item.Was);

    /// <summary>Moves objects; the entryUUIDs of those that belong to a patient, and how many relationships changed.</summary>
    internal (List<string> Objects, int Relationships) Move(IEnumerable<MovedObject> moved, LedgerSource source)
    {
        var objects = new List<string>();
        var relationships = 0;
        foreach (var item in moved)
        {
            if (Value(item.Row) is not { } current) continue;
            Set(current.Kind, item.Row, item.Became);
            Log(current.Kind, item, source);
            if (current.Kind == ObjectKind.Association) relationships++;
            else objects.Add(current.EntryUuid);
        }

        return (objects, relationships);
    }

    void Set(ObjectKind kind, long row, long value)
    {
        switch (kind)
        {
            case ObjectKind.Association:
                statements["Registry/Sql/set_status_of_association.sql"].Execute(value, row);
                return;
            case ObjectKind.Folder:
                Run("set_patient_of_folder.sql", value, row);
                return;
            case ObjectKind.SubmissionSet:
                Run("set_patient_of_submission_set.sql", value, row);
                return;
            default:
                Run("set_patient_of_document_entry.sql", value, row);
                Run("follow_patient.sql", patients.Of(value).ToString(), row);
                return;
        }
    }

    void Log(ObjectKind kind, MovedObject item, LedgerSource source)
    {
        var isStatus = kind == ObjectKind.Association;
        statements["Registry/Sql/insert_change.sql"].Execute(
            source.At.ToUnixTimeMilliseconds(), (int)(isStatus ? ChangeAction.StatusChanged : ChangeAction.PatientChanged), item.Row, source.By,
            isStatus ? item.Became : null, null);
    }

    (ObjectKind Kind, long Value, string EntryUuid)? Value(long row)
    {
        using var reader = Query("value_of_object.sql", row);
        return reader.Read()
            ? ((ObjectKind)reader.GetInt32(0), reader.GetInt64(1), UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(2)))
            : null;
    }

    List<(long Row, long Was)> Entries(long survivor, PatientId source) => Pairs("entries_to_move.sql", survivor, source.ToString());

    List<(long Row, long Was)> Packages(long row) => Pairs("packages_of_object.sql", row);

    List<(long Association, long Other)> Relationships(long row) => Pairs("relationships_of_object.sql", row);

    List<long> Members(long package)
    {
        using var reader = Query("members_of_package.sql", package);
        var rows = new List<long>();
        while (reader.Read()) rows.Add(reader.GetInt64(0));
        return rows;
    }

    List<(long, long)> Pairs(string file, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(file, values);
        var pairs = new List<(long, long)>();
        while (reader.Read()) pairs.Add((reader.GetInt64(0), reader.GetInt64(1)));
        return pairs;
    }

    void Run(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Execute(values);

    SqliteDataReader Query(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Query(values);
}
