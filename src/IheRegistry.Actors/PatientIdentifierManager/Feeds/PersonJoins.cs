using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Makes one person of two, where nothing speaks against it.</summary>
sealed class PersonJoins(IPatientLedger ledger, string enterpriseAuthority, FeedEffects effects)
{
    /// <summary>
    /// The persons of two records become one, as a sender says of just these two. Persons that hold different records of one domain beside
    /// them stay two: then only the second record changes over, and a steward is asked.
    /// </summary>
    internal void JoinAsSaid(PatientRecord into, PatientRecord record, LedgerSource source)
    {
        if (Pair(into, record) is not var (survivor, person)) return;
        var areEpids = IsEpid(into) && IsEpid(record);
        if (AreKeptApart(survivor, person, record, source) || (!areEpids && HoldTwoEpids(survivor, person, record, source))) return;
        if (!InConflict(survivor, into, person, record))
        {
            Merge(survivor, person, source);
            return;
        }

        effects.Take(ledger.Move(record.Id, survivor.Row, null, source));
        Ask(ReviewKind.MergeConflict, record.Id, person.Row, source, "same-domain");
    }

    /// <summary>The persons of two records become one, as matching has found.</summary>
    internal void JoinAsFound(PatientRecord into, PatientRecord record, LedgerSource source)
    {
        if (Pair(into, record) is not var (survivor, person)) return;
        if (!AreKeptApart(survivor, person, record, source) && !HoldTwoEpids(survivor, person, record, source)) Merge(survivor, person, source);
    }

    /// <summary>Merges two EPIDs, at least one of which was allotted here and has no record.</summary>
    internal LedgerOutcome MergeEpids(PatientId subsumed, PatientId surviving, LedgerSource source)
    {
        if (ledger.FindPersonByEpid(subsumed) is not { } person || ledger.FindPersonByEpid(surviving) is not { } survivor)
            return new LedgerOutcome(LedgerResult.UnknownPerson);
        if (survivor.Epid != surviving) return new LedgerOutcome(LedgerResult.SurvivingSubsumed);
        if (person.Row == survivor.Row) return new LedgerOutcome(LedgerResult.AlreadySo);
        return person.Epid == subsumed ? ledger.MergePersons(person.Row, survivor.Row, source) : new LedgerOutcome(LedgerResult.SubsumedByAnother);
    }

    (Person Survivor, Person Person)? Pair(PatientRecord into, PatientRecord record) =>
        into.Person != record.Person && ledger.ReadPerson(into.Person) is { } survivor && ledger.ReadPerson(record.Person) is { } person && survivor.Row != person.Row
            ? (survivor, person)
            : null;

    // What a steward has told apart stays apart until a steward says otherwise.
    bool AreKeptApart(Person survivor, Person person, PatientRecord record, LedgerSource source)
    {
        if (!ledger.AreKeptApart(survivor.Row, person.Row)) return false;
        Ask(ReviewKind.PossibleMatch, record.Id, survivor.Row, source, "kept-apart");
        return true;
    }

    // Two EPIDs that their authority has given to two persons are that authority's to merge.
    bool HoldTwoEpids(Person survivor, Person person, PatientRecord record, LedgerSource source)
    {
        if (!survivor.Records.Any(IsEpid) || !person.Records.Any(IsEpid)) return false;
        Ask(ReviewKind.PossibleMatch, record.Id, survivor.Row, source, "two-epids");
        return true;
    }

    // An EPID that was fed survives one that was allotted.
    void Merge(Person survivor, Person person, LedgerSource source) => effects.Take(
        person.Records.Any(IsEpid) && !survivor.Records.Any(IsEpid)
            ? ledger.MergePersons(survivor.Row, person.Row, source)
            : ledger.MergePersons(person.Row, survivor.Row, source));

    static bool InConflict(Person survivor, PatientRecord into, Person person, PatientRecord record)
    {
        var domains = survivor.Records.Where(other => other.Row != into.Row).Select(other => other.Id.Authority).ToHashSet();
        return person.Records.Any(other => other.Row != record.Row && domains.Contains(other.Id.Authority));
    }

    bool IsEpid(PatientRecord record) => record.Id.Authority == enterpriseAuthority;

    void Ask(ReviewKind kind, PatientId record, long person, LedgerSource source, string reason) =>
        ledger.OpenReview(new ReviewQuestion(kind, record, [person], source.At, FeedRule.Conflict(reason, record)));
}
