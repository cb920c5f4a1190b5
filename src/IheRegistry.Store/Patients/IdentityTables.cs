using IheRegistry.Model.Identity;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The ledger and what is derived from it, on the writer's connection: each change of the one is followed by the others.</summary>
sealed class IdentityTables(StatementCache statements, PatientTable patients)
{
    internal EventTable Events { get; } = new(statements);

    internal RecordTable Records { get; } = new(statements);

    internal PersonTable Persons { get; } = new(statements);

    internal PatientTable Patients { get; } = patients;

    internal RegistryObjects Objects { get; } = new(statements, patients);

    internal ReviewTable Reviews { get; } = new(statements);

    /// <summary>Opens a person; the registry knows its EPID from then on.</summary>
    internal long OpenPerson(PatientId? epid, string? authority, LedgerSource source, Consequences consequences)
    {
        var (row, opened) = Persons.Open(epid, authority);
        consequences.Persons.Add(row);
        if (opened is null) return row;
        Patients.Add(opened, source.At);
        consequences.NewEpids.Add(opened);
        return row;
    }

    /// <summary>Follows the events of a record: what it says, where it was put, what subsumes it. Whose it is comes later.</summary>
    internal void FollowRecord(long row)
    {
        var was = Records.Get(row);
        var asserted = Events.Asserted(row);
        Records.Update(row, asserted);
        if (was.Content != asserted.Content) Records.ChangeKeys(row, KeysOf(was.Content), KeysOf(asserted.Content));
    }

    /// <summary>Whose records are, and those that they subsumed.</summary>
    internal void FollowOwners(IEnumerable<long> records, Consequences consequences)
    {
        foreach (var row in records.SelectMany(Records.Branch).Distinct().ToList())
        {
            var was = Records.Get(row).Person;
            var owner = Records.Owner(row);
            if (owner == was) continue;
            Records.SetOwner(row, owner);
            consequences.AddOwner(row, was, owner);
        }
    }

    /// <summary>Follows the merges of persons; the records whose owner may be another now.</summary>
    internal List<long> FollowPersons(IReadOnlyCollection<long> rows)
    {
        foreach (var row in rows) Persons.SetMerged(row, Events.AssertedMerge(row));
        var records = new List<long>();
        foreach (var row in rows)
        {
            var person = Persons.Get(row);
            records.AddRange(Records.OfPerson(person.Survivor));
            Persons.SetSurvivor(row, person.Merged is { } merged ? Persons.Get(merged).Survivor : row);
        }

        return records;
    }

    /// <summary>Writes that a person was merged into another, by itself or as a part of a decision.</summary>
    internal long MergePersons(long subsumed, long surviving, long? decision, LedgerSource source, Consequences consequences)
    {
        var number = Events.Append(
            new NewEvent(LedgerEventKind.PersonMerged) { Decision = decision, Person = subsumed, OtherPerson = surviving }, source);
        FollowOwners(FollowPersons([subsumed]), consequences);
        consequences.Persons.UnionWith([subsumed, surviving]);
        if (Persons.Get(subsumed).Epid is { } from && Persons.Get(surviving).Epid is { } into) Link(from, into, number, source, consequences);
        return number;
    }

    /// <summary>The registry follows a merge of ids that it knows both.</summary>
    internal void Link(PatientId subsumed, PatientId surviving, long number, LedgerSource source, Consequences consequences)
    {
        if (Patients.Link(subsumed, surviving, number, source)) consequences.Merged.Add(new MergedIds(subsumed, surviving));
    }

    /// <summary>False where the registry leads from the surviving person's id to the other's already.</summary>
    internal bool CanMerge(PersonRow subsumed, PersonRow surviving) =>
        subsumed.Epid is not { } from || surviving.Epid is not { } into || Patients.CanLink(from, into);

    /// <summary>
    /// Asks about documents that came with the id of a record and stay with the person it left: they are that person's as long as nobody
    /// says otherwise.
    /// </summary>
    internal void ReviewDocuments(long number, LedgerSource source, Consequences consequences)
    {
        foreach (var (row, was, owner) in consequences.Owners)
        {
            if (was is not { } left || owner is not { } joined) continue;
            if (Persons.Get(left).Epid is not { } from || Persons.Get(joined).Epid is not { } into || AreOne(from, into)) continue;
            var record = Records.Get(row).Id;
            if (!Objects.HasDocuments(from, record)) continue;
            consequences.Reviews.Add(Reviews.Open(new ReviewQuestion(
                ReviewKind.DocumentsLeft, record, [left, joined], source.At, EventReason.Of(number))));
        }
    }

    bool AreOne(PatientId one, PatientId other) =>
        Patients.Find(one) is var (_, survivor) && Patients.Find(other) is var (_, another) && survivor == another;

    RecordKeys KeysOf(long? content) => content is { } row ? Events.Keys(row) : RecordKeys.None;
}
