using IheRegistry.Model.Identity;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Patient ids and their merges, on the writer's connection.</summary>
sealed class PatientTable(StatementCache statements)
{
    const string Folder = "Patients/Sql/";

    /// <summary>The rows of a patient id and of the id it resolves to, or null when it was never fed.</summary>
    internal (long Row, long Survivor)? Find(PatientId patient)
    {
        using var reader = statements[Folder + "find_patient.sql"].Query(patient.Authority, patient.Id);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <summary>The patient id of a row.</summary>
    internal PatientId Of(long row)
    {
        using var reader = statements[Folder + "patient_of_row.sql"].Query(row);
        reader.Read();
        return new PatientId(reader.GetString(1), reader.GetString(0));
    }

    internal PatientState State(PatientId patient) => Find(patient) switch
    {
        null => PatientState.Unknown,
        var (row, survivor) => row == survivor ? PatientState.Known : PatientState.Subsumed,
    };

    internal void Add(PatientId patient, DateTimeOffset at) =>
        statements[Folder + "insert_patient.sql"].Execute(patient.Authority, patient.Id, at.ToUnixTimeMilliseconds());

    internal MergeOutcome Merge(PatientId subsumed, PatientId surviving, DateTimeOffset at, string by)
    {
        if (Find(subsumed) is not { } from || Find(surviving) is not { } into) return MergeOutcome.UnknownPatient;
        var isSubsumed = from.Survivor != from.Row;
        if (isSubsumed && from.Survivor == into.Survivor) return MergeOutcome.AlreadyMerged;
        if (into.Survivor != into.Row) return MergeOutcome.SurvivingSubsumed;
        if (isSubsumed) return MergeOutcome.SubsumedByAnother;

        statements[Folder + "move_survivor.sql"].Execute(into.Survivor, from.Row);
        statements[Folder + "insert_patient_link.sql"].Execute(from.Row, into.Survivor, at.ToUnixTimeMilliseconds(), by);
        return MergeOutcome.Merged;
    }
}
