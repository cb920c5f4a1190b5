using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>Carries a steward's operation out inside its unit of work.</summary>
sealed class StewardWork(IPatientLedger ledger, LedgerSource source, FeedEffects effects)
{
    internal StewardOutcome Link(PatientId id, PatientId into, string comment)
    {
        if (FindPerson(id) is not { } person || FindPerson(into) is not { } survivor) return new StewardOutcome(StewardResult.Unknown);
        return Of(ledger.MergePersons(person.Row, survivor.Row, Source("link", comment, id, into)));
    }

    internal StewardOutcome Split(PatientId id, string comment)
    {
        if (Find(id, out var refusal) is not { } record) return refusal!;
        var others = ledger.ReadPerson(record.Person)!.Records.Where(other => other.Row != record.Row).ToList();
        if (others.Count == 0) return new StewardOutcome(StewardResult.AlreadySo);
        var source = Source("split", comment, id);
        var outcome = Of(ledger.Move(id, null, null, source));
        foreach (var other in others) ledger.KeepApart(id, other.Id, source);
        return outcome;
    }

    internal StewardOutcome Reject(PatientId id, PatientId otherId, string comment)
    {
        if (Find(id, out var refusal) is not { } record || Find(otherId, out refusal) is not { } other) return refusal!;
        if (record.Row == other.Row) return new StewardOutcome(StewardResult.SameRecord);
        return Of(ledger.KeepApart(id, otherId, Source("reject", comment, id, otherId)));
    }

    internal StewardOutcome Undo(long number, string comment)
    {
        var undone = ledger.Undo(number, Source("undo", comment), keepApart: true);
        effects.Take(undone);
        return new StewardOutcome(ResultOf(undone.Result)) { Event = undone.Event, Records = undone.Records, Reviews = undone.Reviews };
    }

    internal StewardOutcome Decide(ReviewItem item, ReviewVerdict verdict)
    {
        var outcome = verdict.Kind switch
        {
            ReviewVerdictKind.Link => Link(item, verdict),
            // Who is somebody else since a feed is among the person's records already.
            ReviewVerdictKind.Reject when item.Question.Kind == ReviewKind.Overlay => Split(item.Question.Record, verdict.Comment),
            ReviewVerdictKind.Reject => Reject(item, verdict.Comment),
            _ => new StewardOutcome(StewardResult.Done),
        };
        if (outcome.Result is not (StewardResult.Done or StewardResult.AlreadySo)) return outcome;
        var decision = new ReviewDecision(source.At, source.By, verdict.Comment, outcome.Event);
        return ledger.DecideReview(item.Row, StateOf(verdict.Kind), decision) ? outcome : new StewardOutcome(StewardResult.Decided);
    }

    StewardOutcome Link(ReviewItem item, ReviewVerdict verdict)
    {
        var record = item.Question.Record;
        if (FindPerson(record) is not { } person) return new StewardOutcome(StewardResult.Unknown);
        var into = verdict.With is { } with ? FindPerson(with) : item.Question.Persons is [var only] ? ledger.ReadPerson(only) : null;
        return into is null
            ? new StewardOutcome(StewardResult.Unknown)
            : Of(ledger.MergePersons(person.Row, into.Row, Source("link", verdict.Comment, record)));
    }

    // The record is kept apart from each record of the persons that it might have been.
    StewardOutcome Reject(ReviewItem item, string comment)
    {
        var record = item.Question.Record;
        if (ledger.FindRecord(record) is not { } known) return new StewardOutcome(StewardResult.Unknown);
        var source = Source("reject", comment, record);
        var outcomes = item.Question.Persons.Select(ledger.ReadPerson).OfType<Person>().Where(person => person.Row != known.Person)
            .SelectMany(person => person.Records).Select(other => ledger.KeepApart(record, other.Id, source)).ToList();
        return new StewardOutcome(StewardResult.Done) { Event = outcomes.LastOrDefault(outcome => outcome.Event is not null)?.Event, Records = [record] };
    }

    Person? FindPerson(PatientId id) =>
        ledger.FindRecord(id) is { } record ? ledger.ReadPerson(record.Person) : ledger.FindPersonByEpid(id);

    PatientRecord? Find(PatientId id, out StewardOutcome? refusal)
    {
        var record = ledger.FindRecord(id);
        refusal = record is null ? new StewardOutcome(StewardResult.Unknown)
            : record.SubsumedBy is not null ? new StewardOutcome(StewardResult.Subsumed)
            : null;
        return refusal is null ? record : null;
    }

    StewardOutcome Of(LedgerOutcome outcome)
    {
        effects.Take(outcome);
        return new StewardOutcome(ResultOf(outcome.Result)) { Event = outcome.Event, Reviews = outcome.Reviews };
    }

    LedgerSource Source(string operation, string comment, params IEnumerable<PatientId> ids) =>
        source with { Explanation = FeedRule.Steward(operation, comment, ids) };

    static StewardResult ResultOf(LedgerResult result) => result switch
    {
        LedgerResult.Done => StewardResult.Done,
        LedgerResult.AlreadySo => StewardResult.AlreadySo,
        LedgerResult.SurvivingSubsumed or LedgerResult.SubsumedByAnother => StewardResult.Subsumed,
        _ => StewardResult.Unknown,
    };

    static StewardResult ResultOf(UndoResult result) => result switch
    {
        UndoResult.Undone => StewardResult.Done,
        UndoResult.AlreadyUndone => StewardResult.AlreadySo,
        UndoResult.FedSince => StewardResult.FedSince,
        UndoResult.ChangedSince or UndoResult.Subsumes => StewardResult.ChangedSince,
        _ => StewardResult.Unknown,
    };

    static ReviewState StateOf(ReviewVerdictKind kind) => kind switch
    {
        ReviewVerdictKind.Link => ReviewState.Linked,
        ReviewVerdictKind.Reject => ReviewState.Rejected,
        _ => ReviewState.Closed,
    };
}
