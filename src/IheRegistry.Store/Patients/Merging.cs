using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>Merges records and persons, and keeps them apart.</summary>
sealed class Merging(IdentityTables tables)
{
    internal LedgerOutcome MergeRecords(PatientId subsumed, PatientId surviving, LedgerSource source)
    {
        if (tables.Records.Find(subsumed) is not { Content: not null } from || tables.Records.Find(surviving) is not { Content: not null } into)
            return new LedgerOutcome(LedgerResult.UnknownRecord);
        if (Objection(from, into) is { } objection) return new LedgerOutcome(objection);

        var consequences = new Consequences();
        var (left, joined) = (from.Person!.Value, into.Person!.Value);
        var isConflict = left != joined && tables.Records.ShareADomain(left, from.Row, joined);
        var number = tables.Events.Append(new NewEvent(LedgerEventKind.RecordMerged) { Record = from.Row, OtherRecord = into.Row }, source);
        tables.FollowRecord(from.Row);
        tables.FollowOwners([from.Row], consequences);
        consequences.Persons.UnionWith([left, joined]);
        tables.Link(subsumed, surviving, number, source, consequences);
        if (left != joined) Join(from, left, joined, isConflict, number, source, consequences);
        return Done(number, source, consequences);
    }

    internal LedgerOutcome MergePersons(long subsumed, long surviving, LedgerSource source)
    {
        if (tables.Persons.Find(subsumed) is not { } from || tables.Persons.Find(surviving) is not { } into)
            return new LedgerOutcome(LedgerResult.UnknownPerson);
        if (from.Row == into.Row || (from.Merged is not null && from.Survivor == into.Survivor)) return new LedgerOutcome(LedgerResult.AlreadySo);
        if (into.Merged is not null || !tables.CanMerge(from, into)) return new LedgerOutcome(LedgerResult.SurvivingSubsumed);
        if (from.Merged is not null) return new LedgerOutcome(LedgerResult.SubsumedByAnother);
        var consequences = new Consequences();
        return Done(tables.MergePersons(subsumed, surviving, null, source, consequences), source, consequences);
    }

    internal LedgerOutcome KeepApart(PatientId record, PatientId other, LedgerSource source)
    {
        if (tables.Records.Find(record) is not { Content: not null } one || tables.Records.Find(other) is not { Content: not null } another)
            return new LedgerOutcome(LedgerResult.UnknownRecord);
        // One order, so that a pair is found however it is named.
        var (first, second) = (Math.Min(one.Row, another.Row), Math.Max(one.Row, another.Row));
        if (first == second || tables.Events.FindApart(first, second) is not null) return new LedgerOutcome(LedgerResult.AlreadySo);
        var number = tables.Events.Append(new NewEvent(LedgerEventKind.KeptApart) { Record = first, OtherRecord = second }, source);
        return new LedgerOutcome(LedgerResult.Done) { Event = number };
    }

    // The order of the questions is that of MergeOutcome: a repeat is one even where the surviving record was merged on since.
    LedgerResult? Objection(RecordRow from, RecordRow into)
    {
        if (from.Domain != into.Domain) return LedgerResult.DifferentDomains;
        if (from.Row == into.Row) return LedgerResult.AlreadySo;
        if (from.Subsumed is not null && tables.Records.Root(from.Row) == tables.Records.Root(into.Row)) return LedgerResult.AlreadySo;
        if (into.Subsumed is not null || !tables.Patients.CanLink(from.Id, into.Id)) return LedgerResult.SurvivingSubsumed;
        return from.Subsumed is null ? null : LedgerResult.SubsumedByAnother;
    }

    void Join(RecordRow from, long left, long joined, bool isConflict, long number, LedgerSource source, Consequences consequences)
    {
        if (!isConflict && tables.CanMerge(tables.Persons.Get(left), tables.Persons.Get(joined)))
        {
            tables.MergePersons(left, joined, number, source, consequences);
            return;
        }

        consequences.Reviews.Add(tables.Reviews.Open(new ReviewQuestion(
            ReviewKind.MergeConflict, from.Id, [left, joined], source.At, EventReason.Of(number))));
    }

    LedgerOutcome Done(long number, LedgerSource source, Consequences consequences)
    {
        tables.ReviewDocuments(number, source, consequences);
        return new LedgerOutcome(LedgerResult.Done)
        {
            Event = number,
            Persons = [.. consequences.Persons],
            Merged = consequences.Merged,
            Reviews = consequences.Reviews,
        };
    }
}
