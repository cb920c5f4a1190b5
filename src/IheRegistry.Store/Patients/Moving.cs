using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>Moves records from one person to another, and entries of the registry with them.</summary>
sealed class Moving(IdentityTables tables)
{
    internal LedgerOutcome Move(PatientId id, long? target, EntryMove? entries, LedgerSource source)
    {
        if (target is { } row && tables.Persons.Find(row) is null) return new LedgerOutcome(LedgerResult.UnknownPerson);
        if (entries is not null && Objection(entries) is { } objection) return new LedgerOutcome(objection);
        var consequences = new Consequences();
        var (result, moved) = MoveRecord(id, target, keepsEpid: entries is not null, source, consequences);
        var number = moved;
        if (entries is not null && MoveEntries(id, entries, moved, source, consequences) is { } also) number ??= also;
        if (number is not { } done) return new LedgerOutcome(result);
        tables.ReviewDocuments(done, source, consequences);
        return new LedgerOutcome(LedgerResult.Done)
        {
            Event = number,
            Persons = [.. consequences.Persons],
            NewEpid = consequences.NewEpids is [var epid] ? epid : null,
            Merged = consequences.Merged,
            MovedObjects = consequences.MovedObjects,
            Reviews = consequences.Reviews,
        };
    }

    LedgerResult? Objection(EntryMove entries)
    {
        if (tables.Patients.Find(entries.From) is null || tables.Patients.Find(entries.To) is not var (row, survivor)) return LedgerResult.UnknownPatient;
        return row == survivor ? null : LedgerResult.SurvivingSubsumed;
    }

    (LedgerResult Result, long? Number) MoveRecord(
        PatientId id, long? target, bool keepsEpid, LedgerSource source, Consequences consequences)
    {
        if (tables.Records.Find(id) is not { Content: not null, Person: { } left } record) return (LedgerResult.UnknownRecord, null);
        if (record.Subsumed is not null) return (LedgerResult.SubsumedByAnother, null);
        var person = target is { } row ? tables.Persons.Get(row).Survivor : (long?)null;
        if (person == left || (person is null && IsAlone(record, left))) return (LedgerResult.AlreadySo, null);

        var joined = person ?? tables.OpenPerson(null, tables.Persons.Get(left).Epid?.Authority, source, consequences);
        var number = tables.Events.Append(
            new NewEvent(LedgerEventKind.Moved) { Record = record.Row, Person = joined, OtherPerson = left }, source);
        tables.FollowRecord(record.Row);
        tables.FollowOwners([record.Row], consequences);
        // Which entries go to the other EPID is said by ITI-64: those of other local ids stay where they are.
        if (!keepsEpid) MergeIfEmpty(left, joined, number, source, consequences);
        return (LedgerResult.Done, number);
    }

    // A record, and those it subsumed, that are all that a person has.
    bool IsAlone(RecordRow record, long person) => tables.Records.OfPerson(person).Count == tables.Records.Branch(record.Row).Count;

    // Nobody is left of a person without records: what the registry has under its id goes with the last of them.
    void MergeIfEmpty(long left, long joined, long number, LedgerSource source, Consequences consequences)
    {
        if (!tables.Records.AnyOf(left) && tables.CanMerge(tables.Persons.Get(left), tables.Persons.Get(joined)))
            tables.MergePersons(left, joined, number, source, consequences);
    }

    long? MoveEntries(PatientId id, EntryMove entries, long? decision, LedgerSource source, Consequences consequences)
    {
        var moved = tables.Objects.ToMove(id, entries);
        if (moved.Count == 0) return null;
        var number = tables.Events.Append(
            new NewEvent(LedgerEventKind.EntriesMoved) { Decision = decision, Record = tables.Records.Find(id)?.Row }, source);
        tables.Objects.Remember(number, moved);
        var (objects, relationships) = tables.Objects.Move(moved, source);
        consequences.MovedObjects.AddRange(objects);
        if (relationships > 0)
        {
            consequences.Reviews.Add(tables.Reviews.Open(new ReviewQuestion(
                ReviewKind.RelationshipsDropped, id, [], source.At, EventReason.Of(number))));
        }

        return number;
    }
}
