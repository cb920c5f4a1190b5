using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The ledger and what is derived from it, on the writer's connection: each change of the one is followed by the others.</summary>
sealed class IdentityTables(StatementCache statements, PatientTable patients, PersonChanges changes)
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
        changes.Note(row, opened.Authority);
        Patients.Add(opened, source.At);
        consequences.NewEpids.Add(opened);
        return row;
    }

    /// <summary>A new record, and whose it is.</summary>
    internal void InsertRecord(long row, PatientId id, long person, long content, DateTimeOffset at)
    {
        Records.Insert(row, Persons.DomainOf(id.Authority), id.Id, person, content, at);
        Note(person, id, content);
    }

    /// <summary>A feed of a record says something else than the one before.</summary>
    internal void ChangeContent(RecordRow record, long before, long after, RecordKeys keys)
    {
        var known = Events.Keys(before);
        Records.SetContent(record.Row, after);
        Records.ChangeKeys(record.Row, known, keys);
        // The identifiers that it names of other domains are told with its person's.
        if (record.Subsumed is not null || known.References.SequenceEqual(keys.References)) return;
        foreach (var authority in Events.OtherAuthorities(before).Concat(Events.OtherAuthorities(after))) changes.Note(record.Person, authority);
    }

    /// <summary>Follows the events of a record: what it says, where it was put, what subsumes it. Whose it is comes later.</summary>
    internal void FollowRecord(long row)
    {
        var was = Records.Get(row);
        var asserted = Events.Asserted(row);
        Records.Update(row, asserted);
        if (IsUsed(was.Content, was.Subsumed) != IsUsed(asserted.Content, asserted.Subsumed)) Note(was.Person, was.Id, was.Content ?? asserted.Content);
        if (was.Content != asserted.Content) Records.ChangeKeys(row, KeysOf(was.Content), KeysOf(asserted.Content));
    }

    /// <summary>Whose records are, and those that they subsumed.</summary>
    internal void FollowOwners(IEnumerable<long> records, Consequences consequences)
    {
        var owners = new Dictionary<long, long?>();
        foreach (var row in Branches(records))
        {
            var record = Records.Get(row);
            var was = record.Person;
            var owner = Owner(record, owners);
            if (owner == was) continue;
            Records.SetOwner(row, owner);
            Note(was, record.Id, record.Content);
            Note(owner, record.Id, record.Content);
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
            var survivor = person.Merged is { } merged ? Persons.Get(merged).Survivor : row;
            Persons.SetSurvivor(row, survivor);
            if (person.Epid is { } epid) changes.Note(survivor, epid.Authority);
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

    // Records and all that they subsumed, each once, however long the chains of merges are.
    List<long> Branches(IEnumerable<long> records)
    {
        var rows = new List<long>();
        var seen = new HashSet<long>();
        var waiting = new Stack<long>(records);
        while (waiting.TryPop(out var row))
        {
            if (!seen.Add(row)) continue;
            rows.Add(row);
            foreach (var subsumed in Records.Subsumed(row)) waiting.Push(subsumed);
        }

        return rows;
    }

    // A record's person is that of the record that stands for it: what was found for one is so for all on the way to it.
    long? Owner(RecordRow record, Dictionary<long, long?> known)
    {
        var way = new List<long>();
        for (; !known.ContainsKey(record.Row) && record.Subsumed is { } into; record = Records.Get(into)) way.Add(record.Row);
        if (!known.TryGetValue(record.Row, out var owner)) known[record.Row] = owner = Records.Owner(record.Row);
        foreach (var row in way) known[row] = owner;
        return owner;
    }

    void Note(long? person, PatientId record, long? content)
    {
        changes.Note(person, record.Authority);
        if (content is not { } row) return;
        foreach (var authority in Events.OtherAuthorities(row)) changes.Note(person, authority);
    }

    // An id that a person is known by: somebody has fed it, and it leads to no other.
    static bool IsUsed(long? content, long? subsumed) => content is not null && subsumed is null;

    RecordKeys KeysOf(long? content) => content is { } row ? Events.Keys(row) : RecordKeys.None;
}
