using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Carries one feed message out inside its unit of work.</summary>
sealed class FeedWork
{
    readonly IRegistryTransaction _tx;
    readonly IPatientLedger _ledger;
    readonly AffinityDomain _domain;
    readonly RecordMatching _matching;
    readonly FeedReading _reading;
    readonly LedgerSource _source;
    readonly List<Hl7Problem> _problems;
    readonly PersonJoins _joins;

    internal FeedWork(
        IRegistryTransaction tx, AffinityDomain domain, RecordMatching matching, FeedReading reading, LedgerSource source, List<Hl7Problem> problems)
    {
        (_tx, _ledger, _domain, _matching, _reading, _source, _problems) = (tx, tx.Patients, domain, matching, reading, source, problems);
        _joins = new PersonJoins(_ledger, domain.EnterpriseAuthority.Oid, Effects);
    }

    /// <summary>What it brought about.</summary>
    internal FeedEffects Effects { get; } = new();

    PatientFeedEvent Event => _reading.Feed.Event;

    /// <summary>Carries it out; what is wrong goes to the problems, and then the caller takes everything back.</summary>
    /// <param name="link">Of a link or an unlink, the event of the ledger that it takes back; null where there is none.</param>
    internal void Run(long? link)
    {
        switch (Event.Kind)
        {
            case PatientFeedKind.Merge:
                foreach (var pair in _reading.Patients) Merge(pair);
                break;
            case PatientFeedKind.ChangeId:
                foreach (var pair in _reading.Patients) ChangeId(pair);
                break;
            case PatientFeedKind.Link:
                Link(link);
                break;
            case PatientFeedKind.Unlink:
                Unlink(link);
                break;
            case PatientFeedKind.Move:
                new LinkChangeWork(_ledger, _domain, _reading.Feed, _source, Effects, _problems).Run();
                break;
            default:
                foreach (var patient in _reading.Patients) Take(patient);
                break;
        }
    }

    // A message that names several identifiers of its sender's says that they are one patient's.
    void Take(FedPatient patient)
    {
        var own = patient.Ids.Own;
        var known = own.Select(id => _ledger.FindRecord(id.Id)).ToList();
        var person = known.Find(record => record is not null)?.Person;
        for (var i = 0; i < own.Count && _problems.Count == 0; i++)
        {
            if (known[i] is { } record) Update(own[i], record, patient);
            else person = Introduce(own[i], person, patient);
        }

        if (_problems.Count == 0) JoinAll(own);
        _tx.AddPatients([.. own.Where(id => id.Authority.IsPatientIdDomain).Select(id => id.Id)], _source.At);
    }

    void JoinAll(IReadOnlyList<NamedId> own)
    {
        if (own.FirstOrDefault(id => _ledger.FindRecord(id.Id) is not null) is not { } named) return;
        foreach (var id in own)
        {
            if (_ledger.FindRecord(named.Id) is not { } first || _ledger.FindRecord(id.Id) is not { } other) continue;
            _joins.JoinAsSaid(first, other, Source(FeedRule.SameMessage(first.Id, other.Id)));
        }
    }

    long? Introduce(NamedId id, long? person, FedPatient patient)
    {
        var epid = IsEnterprise(id) ? id.Id : null;
        if (epid is not null && _ledger.FindPersonByEpid(epid) is { } holder)
        {
            // It was allotted here, and a sender has come to use it.
            if (holder.Epid == epid) return Feed(id, patient, holder.Row, null, FeedRule.OfEvent(Event.Code, epid));
            if (patient.Ids.Own.Count > 1) return Follow(epid, holder, patient, person);
            _problems.Add(Problem(patient, "The id was merged into another one before"));
            return null;
        }

        var state = RecordState.Of(null, patient, Event.Kind);
        var normalised = _matching.Normalise(_domain, id.Id, state);
        if (person is { } same)
            return epid is null ? Feed(id, state, normalised, same, null, FeedRule.SameMessage(id.Id)) : FeedEpid(id, state, normalised, same, FeedRule.SameMessage(id.Id));
        return Place(id, state, normalised, epid);
    }

    // Who has noted an EPID sends it on beside his own id after it was merged here: his news are taken, and it leads where it does now.
    // That he means this person, too, is not certain any more.
    long Follow(PatientId epid, Person holder, FedPatient patient, long? person)
    {
        foreach (var own in patient.Ids.Own)
        {
            if (_ledger.FindRecord(own.Id) is { SubsumedBy: null } known && known.Person != holder.Row)
                _ledger.OpenReview(new ReviewQuestion(ReviewKind.PossibleMatch, known.Id, [holder.Row], _source.At, FeedRule.Conflict("subsumed-epid", known.Id, epid)));
        }

        return person ?? holder.Row;
    }

    long? Place(NamedId id, RecordState state, NormalisedPatient normalised, PatientId? epid)
    {
        var decision = _matching.Decide(_ledger, _domain, normalised, state, own: null);
        var explanation = decision.ToJson();
        var person = decision.Person is not { } linked ? Feed(id, state, normalised, null, epid, explanation)
            : epid is null ? Feed(id, state, normalised, linked, null, explanation)
            : FeedEpid(id, state, normalised, linked, explanation);
        Settle(id.Id, decision);
        return person;
    }

    // An EPID that a feed gives takes the place of one that was allotted; who has one that was fed keeps it, and a steward is asked.
    long FeedEpid(NamedId id, RecordState state, NormalisedPatient normalised, long person, string explanation)
    {
        var opened = Feed(id, state, normalised, null, id.Id, explanation);
        if (_ledger.FindRecord(id.Id) is not { } record || _ledger.ReadPerson(person) is not { Records: [var first, ..] }) return opened;
        _joins.JoinAsFound(first, record, Source(explanation));
        return _ledger.FindRecord(id.Id)?.Person ?? opened;
    }

    void Update(NamedId id, PatientRecord record, FedPatient patient)
    {
        var state = RecordState.Of(record, patient, Event.Kind);
        var normalised = _matching.Normalise(_domain, id.Id, state);
        Feed(id, state, normalised, null, null, FeedRule.OfEvent(Event.Code, id.Id));
        if (record.SubsumedBy is not null || _ledger.ReadPerson(record.Person) is not { } person) return;
        // Who is alone may turn out to be somebody who is known; who is not, has been placed by then, unless the news are of somebody else.
        if (person.Records.Count == 1) Rematch(id, state, normalised, record);
        else Question(id.Id, record, person);
    }

    // An overlay: the number was given to another patient, or the message to the wrong one. Records that differed before are as they were meant.
    void Question(PatientId id, PatientRecord before, Person person)
    {
        if (_ledger.FindRecord(id) is not { } after || _matching.Compare(_domain, after, person) is not { Outcome: not MatchOutcome.Link } decision) return;
        if (_matching.Compare(_domain, before, person).Outcome > decision.Outcome)
            _ledger.OpenReview(new ReviewQuestion(ReviewKind.Overlay, id, [person.Row], _source.At, decision.ToJson()));
    }

    void Rematch(NamedId id, RecordState state, NormalisedPatient normalised, PatientRecord record)
    {
        var decision = _matching.Decide(_ledger, _domain, normalised, state, record.Person);
        if (decision.Person is { } linked && _ledger.ReadPerson(linked) is { Records: [var first, ..] })
            _joins.JoinAsFound(first, record, Source(decision.ToJson()));
        Settle(id.Id, decision);
    }

    long Feed(NamedId id, FedPatient patient, long? person, PatientId? epid, string explanation)
    {
        var state = RecordState.Of(null, patient, Event.Kind);
        return Feed(id, state, _matching.Normalise(_domain, id.Id, state), person, epid, explanation);
    }

    long Feed(NamedId id, RecordState state, NormalisedPatient normalised, long? person, PatientId? epid, string explanation)
    {
        var outcome = _ledger.Feed(
            new RecordFeed
            {
                Id = id.Id,
                Source = _source.By,
                Demographics = state.Demographics,
                Visit = state.Visit,
                OtherIds = state.OtherIds,
                IsTentative = normalised.IsNewborn || normalised.IsTemporary || state.IsUnknownPerson,
                BlockingKeys = RecordMatching.KeysOf(normalised, state),
                SearchKeys = RecordMatching.SearchKeysOf(normalised, state),
                Person = person,
                Epid = epid,
                EnterpriseAuthority = _domain.EnterpriseAuthority.Oid,
            },
            Source(explanation));
        return outcome.Person;
    }

    // A record that shows two persons to be one joins them; of what is left open a steward is asked.
    void Settle(PatientId record, MatchDecision decision)
    {
        foreach (var person in decision.Joins)
        {
            if (_ledger.FindRecord(record) is { } placed && _ledger.ReadPerson(person) is { Records: [var first, ..] })
                _joins.JoinAsFound(placed, first, Source(decision.ToJson()));
        }

        var open = decision.Reviews.Except(decision.Joins).ToList();
        if (open.Count > 0) _ledger.OpenReview(new ReviewQuestion(ReviewKind.PossibleMatch, record, open, _source.At, decision.ToJson()));
    }

    // The pairs of one message are independent of each other: each subsumed id goes to the survivor of its own domain.
    void Merge(FedPatient pair)
    {
        foreach (var prior in pair.Prior)
        {
            if (Survivor(prior, pair) is not { } surviving) continue;
            Adopt(prior);
            Adopt(surviving);
            var result = MergeIds(prior, surviving.Id);
            if (Objection(result) is { } objection) _problems.Add(At("MRG", pair, 1, Hl7ErrorCode.UnknownKeyIdentifier, objection));
        }

        if (_problems.Count == 0) UpdateKnown(pair);
    }

    NamedId? Survivor(NamedId prior, FedPatient pair)
    {
        var survivor = pair.Ids.Own.FirstOrDefault(id => id.Authority.Oid == prior.Authority.Oid);
        if (survivor is null)
            _problems.Add(At("PID", pair, 3, Hl7ErrorCode.UnknownKeyIdentifier, "No surviving id is of the subsumed id's assigning authority"));
        else if (survivor.Id == prior.Id)
            _problems.Add(At("MRG", pair, 1, Hl7ErrorCode.DataTypeError, "The subsumed and the surviving id are the same"));
        else
            return survivor;
        return null;
    }

    // A registry filled before there was a ledger knows ids of which there is no record: one that says nothing is enough to merge them.
    void Adopt(NamedId id)
    {
        if (!id.Authority.IsPatientIdDomain || _ledger.FindRecord(id.Id) is not null || (IsEnterprise(id) && _ledger.FindPersonByEpid(id.Id) is not null)) return;
        if (_tx.Read(new RegistryLookup { Patients = [id.Id] }).Patient(id.Id) != PatientState.Known) return;
        var state = new RecordState(PatientDemographics.None, null, []);
        Feed(id, state, _matching.Normalise(_domain, id.Id, state), null, IsEnterprise(id) ? id.Id : null, FeedRule.OfEvent(Event.Code, id.Id));
    }

    LedgerResult MergeIds(NamedId subsumed, PatientId surviving)
    {
        var source = Source(FeedRule.OfEvent(Event.Code, subsumed.Id, surviving));
        var isFed = _ledger.FindRecord(subsumed.Id) is not null && _ledger.FindRecord(surviving) is not null;
        var outcome = isFed || !IsEnterprise(subsumed)
            ? _ledger.MergeRecords(subsumed.Id, surviving, source)
            : _joins.MergeEpids(subsumed.Id, surviving, source);
        Effects.Take(outcome);
        return outcome.Result;
    }

    // A merge tells of the survivor too.
    void UpdateKnown(FedPatient patient)
    {
        if (patient.Entry.Demographics.Names is null && patient.Entry.Demographics.BirthDate is null) return;
        foreach (var id in patient.Ids.Own)
            if (_ledger.FindRecord(id.Id) is { SubsumedBy: null } record) Update(id, record, patient);
    }

    // The record goes on under another id: what was known of it is known of that, and the old id leads there.
    void ChangeId(FedPatient pair)
    {
        foreach (var prior in pair.Prior)
        {
            if (Survivor(prior, pair) is not { } next) continue;
            // Of whom nothing is known nothing changes, and that is no error (ITI TF-2 3.30.6.5.4).
            if (_ledger.FindRecord(prior.Id) is not { } record) continue;

            if (record.SubsumedBy is null && IsTaken(next))
            {
                // A merge should have been sent (ITI TF-2 3.30.6.5.4): a slip of the keys must not make two patients one.
                _problems.Add(At("PID", pair, 3, Hl7ErrorCode.DuplicateKeyIdentifier, "The new id is another patient's"));
                continue;
            }

            if (_ledger.FindRecord(next.Id) is null) Rename(record, next, pair);
            var result = MergeIds(prior, next.Id);
            if (Objection(result) is { } objection) _problems.Add(At("MRG", pair, 1, Hl7ErrorCode.UnknownKeyIdentifier, objection));
        }

        if (_problems.Count == 0) UpdateKnown(pair);
    }

    bool IsTaken(NamedId id) => _ledger.FindRecord(id.Id) is not null || (IsEnterprise(id) && _ledger.FindPersonByEpid(id.Id) is not null);

    void Rename(PatientRecord record, NamedId next, FedPatient pair)
    {
        var state = RecordState.Of(record, pair, Event.Kind);
        var normalised = _matching.Normalise(_domain, next.Id, state);
        // A new EPID has a person of its own until the old one is merged into it.
        var isEnterprise = IsEnterprise(next);
        Feed(next, state, normalised, isEnterprise ? null : record.Person, isEnterprise ? next.Id : null, FeedRule.OfEvent(Event.Code, record.Id, next.Id));
        if (next.Authority.IsPatientIdDomain) _tx.AddPatients([next.Id], _source.At);
    }

    // That they were unlinked by a message holds until a message links them again; what a steward has told apart stays apart.
    void Link(long? unlink)
    {
        if (Two() is not var (first, second)) return;
        var source = Source(FeedRule.OfEvent(Event.Code, first.Id, second.Id));
        if (unlink is { } number) Effects.Take(_ledger.Undo(number, source));
        _joins.JoinAsSaid(first, second, source);
    }

    void Unlink(long? link)
    {
        if (Two() is not var (first, second)) return;
        var source = Source(FeedRule.OfEvent(Event.Code, first.Id, second.Id));
        if (first.Person == second.Person && !IsUndone(link, source)) Effects.Take(_ledger.Move(second.Id, null, null, source));
        _ledger.KeepApart(first.Id, second.Id, source);
    }

    // Each gets back what it had before the link.
    bool IsUndone(long? link, LedgerSource source)
    {
        if (link is not { } number || _ledger.Undo(number, source) is not { Result: UndoResult.Undone } undone) return false;
        Effects.Take(undone);
        return _ledger.FindRecord(_reading.Patients[0].Ids.Own[0].Id)?.Person != _ledger.FindRecord(_reading.Patients[1].Ids.Own[0].Id)?.Person;
    }

    (PatientRecord First, PatientRecord Second)? Two()
    {
        if (_reading.Patients is not [var first, var second])
        {
            _problems.Add(new Hl7Problem(Hl7ErrorCode.SegmentSequenceError, new Hl7ErrorLocation("PID", 2), "The event is about two patients"));
            return null;
        }

        var known = (First: Known(first), Second: Known(second));
        if (known.First is null || known.Second is null) return null;
        if (known.First.Row == known.Second.Row)
        {
            _problems.Add(At("PID", second, 3, Hl7ErrorCode.DataTypeError, "The two patients are the same"));
            return null;
        }

        return (known.First, known.Second);
    }

    PatientRecord? Known(FedPatient patient)
    {
        var record = _ledger.FindRecord(patient.Ids.Own[0].Id);
        if (record is null) _problems.Add(Problem(patient, "The id is not known"));
        else if (record.SubsumedBy is not null) _problems.Add(Problem(patient, "The id was merged into another one before"));
        return record is { SubsumedBy: null } ? record : null;
    }

    bool IsEnterprise(NamedId id) => id.Authority.Oid == _domain.EnterpriseAuthority.Oid;

    LedgerSource Source(string explanation) => _source with { Explanation = explanation };

    // The conditions under which a merge must change nothing (ITI TF-2 3.8.4.2.4).
    static string? Objection(LedgerResult result) => result switch
    {
        LedgerResult.UnknownRecord or LedgerResult.UnknownPerson => "The subsumed or the surviving id is not known",
        LedgerResult.SurvivingSubsumed => "The surviving id was merged into another one before",
        LedgerResult.SubsumedByAnother => "The subsumed id was merged into another one before",
        LedgerResult.DifferentDomains => "The subsumed and the surviving id are of different domains",
        _ => null,
    };

    static Hl7Problem Problem(FedPatient patient, string text) => At("PID", patient, 3, Hl7ErrorCode.UnknownKeyIdentifier, text);

    static Hl7Problem At(string segment, FedPatient patient, int field, Hl7ErrorCode code, string text) =>
        new(code, new Hl7ErrorLocation(segment, patient.Occurrence, field), text);
}
