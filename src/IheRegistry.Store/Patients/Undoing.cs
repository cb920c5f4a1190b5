using System.Diagnostics;

namespace IheRegistry.Store.Patients;

/// <summary>
/// Undoes events: what they asserted counts no more, and what is derived follows. Later events stay. The undo of an undo lets the first
/// event count again, unless something of the kind has happened since.
/// </summary>
sealed class Undoing(IdentityTables tables)
{
    internal UndoOutcome Undo(long number, LedgerSource source, bool keepApart)
    {
        if (tables.Events.Find(number) is not { } found) return new UndoOutcome(UndoResult.UnknownEvent);
        var first = found.Decision is { } decision ? tables.Events.Find(decision)! : found;
        if (first.IsUndone) return new UndoOutcome(UndoResult.AlreadyUndone);
        var flips = Flips(first);
        if (flips.Select(flip => Objection(flip, first.Row, flips)).FirstOrDefault(objection => objection is not null) is { } refusal)
            return new UndoOutcome(refusal);

        var consequences = new Consequences();
        var undo = tables.Events.Append(new NewEvent(LedgerEventKind.Undone) { Undoes = first.Row }, source);
        foreach (var flip in flips) tables.Events.SetUndone(flip.Event.Row, flip.IsUndone);
        Follow(flips, undo, source, consequences);
        if (keepApart) KeepApart(undo, source, consequences);
        tables.ReviewDocuments(undo, source, consequences);
        return new UndoOutcome(UndoResult.Undone)
        {
            Event = undo,
            Records = [.. Records(flips).Union(consequences.Owners.Select(owner => owner.Record)).Order().Select(row => tables.Records.Get(row).Id)],
            Persons = [.. consequences.Persons],
            Unmerged = consequences.Unmerged,
            Merged = consequences.Merged,
            NewEpids = consequences.NewEpids,
            MovedObjects = consequences.MovedObjects,
            Reviews = consequences.Reviews,
        };
    }

    // The rows whose effect ends or comes back. Undoing an undo turns what that turned, and so on.
    List<Flip> Flips(EventRow first)
    {
        var flips = new List<Flip>();
        Collect(first, isUndone: true);
        return flips;

        void Collect(EventRow leader, bool isUndone)
        {
            foreach (var row in tables.Events.Decision(leader))
            {
                flips.Add(new Flip(row, isUndone));
                if (row.Undoes is { } undone) Collect(tables.Events.Find(undone)!, !isUndone);
            }
        }
    }

    UndoResult? Objection(Flip flip, long since, List<Flip> flips) => flip.Event.Kind switch
    {
        _ when flip.Event.IsUndone == flip.IsUndone => UndoResult.ChangedSince,
        LedgerEventKind.Introduced or LedgerEventKind.Fed => ObjectionToFeed(flip),
        LedgerEventKind.EntriesMoved => tables.Objects.IsAsLeft(Moved(flip)) ? null : UndoResult.ChangedSince,
        _ when flip.IsUndone => null,
        LedgerEventKind.Linked or LedgerEventKind.Moved => IsPutElsewhere(flip.Event, since, flips) ? UndoResult.ChangedSince : null,
        LedgerEventKind.RecordMerged => CanMergeAgain(flip.Event) ? null : UndoResult.ChangedSince,
        LedgerEventKind.PersonMerged => CanMergePersonsAgain(flip.Event) ? null : UndoResult.ChangedSince,
        LedgerEventKind.KeptApart or LedgerEventKind.Undone => null,
        _ => throw new UnreachableException(),
    };

    // A feed says what the record says from then on: later ones have built on it, so that they go first.
    UndoResult? ObjectionToFeed(Flip flip)
    {
        var record = tables.Records.Get(flip.Event.Record!.Value);
        if (!flip.IsUndone) return record.Content is null || record.Content < flip.Event.Row ? null : UndoResult.FedSince;
        if (record.Content != flip.Event.Row) return UndoResult.FedSince;
        var isForgotten = !tables.Events.HasFeedBefore(record.Row, flip.Event.Row);
        return isForgotten && tables.Records.Branch(record.Row).Count > 1 ? UndoResult.Subsumes : null;
    }

    bool IsPutElsewhere(EventRow item, long since, List<Flip> flips) =>
        tables.Events.MovesAfter(item.Record!.Value, since).Any(row => flips.TrueForAll(flip => flip.Event.Row != row));

    bool CanMergeAgain(EventRow item)
    {
        var (from, into) = (tables.Records.Get(item.Record!.Value), tables.Records.Get(item.OtherRecord!.Value));
        return from.Subsumed is null && into.Content is not null && tables.Records.Root(into.Row) != from.Row && tables.Patients.CanLink(from.Id, into.Id);
    }

    bool CanMergePersonsAgain(EventRow item)
    {
        var (from, into) = (tables.Persons.Get(item.Person!.Value), tables.Persons.Get(item.OtherPerson!.Value));
        return from.Merged is null && into.Survivor != from.Row && tables.CanMerge(from, into);
    }

    void Follow(List<Flip> flips, long undo, LedgerSource source, Consequences consequences)
    {
        var records = Records(flips);
        foreach (var row in records) tables.FollowRecord(row);
        var affected = records.Concat(tables.FollowPersons(
            [.. flips.Where(flip => flip.Event.Kind == LedgerEventKind.PersonMerged).Select(flip => flip.Event.Person!.Value).Distinct()])).ToList();
        foreach (var row in records) OpenIfNobodys(row, undo, source, consequences);
        tables.FollowOwners(affected, consequences);
        foreach (var flip in flips) FollowInRegistry(flip, source, consequences);
        consequences.Persons.UnionWith(records.Select(row => tables.Records.Get(row).Person).OfType<long>());
    }

    // The link that was undone was all that said whose the record is: it becomes a person of its own.
    void OpenIfNobodys(long row, long undo, LedgerSource source, Consequences consequences)
    {
        if (tables.Records.Get(row) is not { Content: not null, Member: null, Person: var left }) return;
        var authority = tables.Persons.Get(tables.Events.LastPlace(row)).Epid?.Authority;
        var opened = tables.OpenPerson(null, authority, source, consequences);
        tables.Events.Append(new NewEvent(LedgerEventKind.Moved) { Decision = undo, Record = row, Person = opened, OtherPerson = left }, source);
        tables.FollowRecord(row);
    }

    void KeepApart(long undo, LedgerSource source, Consequences consequences)
    {
        foreach (var (row, was, owner) in consequences.Owners)
        {
            if (was is not { } left || owner is null || !IsInUse(row)) continue;
            foreach (var other in tables.Records.OfPerson(left).Where(IsInUse))
            {
                var (first, second) = (Math.Min(row, other), Math.Max(row, other));
                if (tables.Events.FindApart(first, second) is not null) continue;
                tables.Events.Append(new NewEvent(LedgerEventKind.KeptApart) { Decision = undo, Record = first, OtherRecord = second }, source);
            }
        }
    }

    bool IsInUse(long row) => tables.Records.Get(row) is { Content: not null, Subsumed: null };

    void FollowInRegistry(Flip flip, LedgerSource source, Consequences consequences)
    {
        if (flip.Event.Kind is LedgerEventKind.RecordMerged or LedgerEventKind.PersonMerged)
        {
            var links = tables.Patients.SetUndone(flip.Event.Row, flip.IsUndone, source);
            (flip.IsUndone ? consequences.Unmerged : consequences.Merged).AddRange(links);
        }

        if (flip.Event.Kind == LedgerEventKind.EntriesMoved) consequences.MovedObjects.AddRange(tables.Objects.Move(Moved(flip), source).Objects);
    }

    List<MovedObject> Moved(Flip flip)
    {
        var moved = tables.Objects.MovedBy(flip.Event.Row);
        return flip.IsUndone ? moved.ConvertAll(item => new MovedObject(item.Row, item.Became, item.Was)) : moved;
    }

    static List<long> Records(List<Flip> flips) => [.. flips.Where(IsOfRecord).Select(flip => flip.Event.Record!.Value).Distinct()];

    static bool IsOfRecord(Flip flip) => flip.Event.Kind
        is LedgerEventKind.Introduced or LedgerEventKind.Fed or LedgerEventKind.Linked or LedgerEventKind.Moved or LedgerEventKind.RecordMerged;

    // A row of the ledger, and whether it is to have no effect.
    sealed record Flip(EventRow Event, bool IsUndone);
}
