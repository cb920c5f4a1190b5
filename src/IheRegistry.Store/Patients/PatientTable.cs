using IheRegistry.Model.Identity;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Patient ids and their merges, on the writer's connection.</summary>
sealed class PatientTable
{
    const string Folder = "Patients/Sql/";

    readonly StatementCache _statements;
    long _lastRow;

    internal PatientTable(StatementCache statements)
    {
        _statements = statements;
        // One writer allots the rows; a refused write leaves a gap, which does not matter.
        using var reader = statements[Folder + "max_patient_row.sql"].Query();
        reader.Read();
        _lastRow = reader.GetInt64(0);
    }

    /// <summary>The rows of a patient id and of the id it resolves to, or null when it was never fed.</summary>
    internal (long Row, long Survivor)? Find(PatientId patient)
    {
        using var reader = _statements[Folder + "find_patient.sql"].Query(patient.Authority, patient.Id);
        return reader.Read() ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <summary>The patient id of a row.</summary>
    internal PatientId Of(long row)
    {
        using var reader = _statements[Folder + "patient_of_row.sql"].Query(row);
        reader.Read();
        return new PatientId(reader.GetString(1), reader.GetString(0));
    }

    internal PatientState State(PatientId patient) => Find(patient) switch
    {
        null => PatientState.Unknown,
        var (row, survivor) => row == survivor ? PatientState.Known : PatientState.Subsumed,
    };

    /// <summary>Makes an id known, which is its own survivor; one that is known stays as it is.</summary>
    internal void Add(PatientId patient, DateTimeOffset at) => _lastRow += _statements[Folder + "insert_patient.sql"].Execute(
        _lastRow + 1, patient.Authority, patient.Id, at.ToUnixTimeMilliseconds());

    internal MergeOutcome Merge(PatientId subsumed, PatientId surviving, DateTimeOffset at, string by)
    {
        if (Find(subsumed) is not { } from || Find(surviving) is not { } into) return MergeOutcome.UnknownPatient;
        var isSubsumed = from.Survivor != from.Row;
        if (isSubsumed && from.Survivor == into.Survivor) return MergeOutcome.AlreadyMerged;
        if (into.Survivor != into.Row) return MergeOutcome.SurvivingSubsumed;
        if (isSubsumed) return MergeOutcome.SubsumedByAnother;

        _statements[Folder + "move_survivor.sql"].Execute(into.Survivor, from.Row);
        _statements[Folder + "insert_patient_link.sql"].Execute(from.Row, into.Survivor, at.ToUnixTimeMilliseconds(), by, null);
        return MergeOutcome.Merged;
    }

    /// <summary>False where the surviving id leads to the subsumed one already: linked, they would lead round in a circle.</summary>
    internal bool CanLink(PatientId subsumed, PatientId surviving) =>
        Find(subsumed) is not var (row, _) || Find(surviving) is not var (_, survivor) || survivor != row;

    /// <summary>Merges an id into another because an event of the ledger merged whom they stand for; false where one is not known.</summary>
    internal bool Link(PatientId subsumed, PatientId surviving, long number, LedgerSource source)
    {
        if (Find(subsumed) is not var (from, _) || Find(surviving) is not var (into, _)) return false;
        _statements[Folder + "insert_patient_link.sql"].Execute(from, into, source.At.ToUnixTimeMilliseconds(), source.By, number);
        Refresh(from);
        return true;
    }

    /// <summary>Ends the links that came of an event, or lets them hold again; which these are.</summary>
    internal List<MergedIds> SetUndone(long number, bool isUndone, LedgerSource source)
    {
        var links = LinksOf(number);
        foreach (var (link, subsumed, _) in links)
        {
            _statements[Folder + "set_link_undone.sql"].Execute(
                isUndone ? source.At.ToUnixTimeMilliseconds() : null, isUndone ? source.By : null, link);
            Refresh(subsumed);
        }

        return links.ConvertAll(link => link.Ids);
    }

    List<(long Link, long Subsumed, MergedIds Ids)> LinksOf(long number)
    {
        using var reader = _statements[Folder + "links_of_event.sql"].Query(number);
        var links = new List<(long Link, long Subsumed, MergedIds Ids)>();
        while (reader.Read())
        {
            links.Add((reader.GetInt64(0), reader.GetInt64(1), new MergedIds(
                new PatientId(reader.GetString(3), reader.GetString(2)), new PatientId(reader.GetString(5), reader.GetString(4)))));
        }

        return links;
    }

    void Refresh(long row) => _statements[Folder + "set_survivor_of_patient.sql"].Execute(row, SurvivorByLinks(row));

    long SurvivorByLinks(long row)
    {
        using var reader = _statements[Folder + "survivor_by_links.sql"].Query(row);
        reader.Read();
        return reader.GetInt64(0);
    }
}
