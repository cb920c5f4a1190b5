using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Carries Notify XAD-PID Link Change [ITI-64] out: a local id and its documents go to another patient id of the affinity domain.</summary>
sealed class LinkChangeWork(IPatientLedger ledger, AffinityDomain domain, PatientFeedMessage feed, LedgerSource source, FeedEffects effects, List<Hl7Problem> problems)
{
    internal void Run()
    {
        if (LinkChange.Of(feed) is not { } change)
        {
            problems.Add(At("PID", 3, 0, Hl7ErrorCode.DataTypeError, "PID-3 must hold the new XAD-PID and the local id, MRG-1 the previous XAD-PID and, at most, a subsumed local id"));
            return;
        }

        var (now, previous) = (XadPid(change.New, "PID", 3), XadPid(change.Previous, "MRG", 1));
        var local = Resolve(change.Local, "PID", 3, 2);
        var subsumed = change.SubsumedLocal is { } prior ? Resolve(prior, "MRG", 1, 2) : null;
        if (problems.Count == 0) Run(now!.Id, previous!.Id, local!, subsumed);
    }

    void Run(PatientId now, PatientId previous, NamedId local, NamedId? subsumed)
    {
        var person = PersonOf(now);
        if (subsumed is not null)
        {
            // What came under the subsumed id is found by the local one, and moves with it.
            Take(ledger.Move(subsumed.Id, person, new EntryMove(previous, now), Source(subsumed, now, previous)), "MRG", 1, 2);
            if (ledger.FindRecord(subsumed.Id) is not null) Take(ledger.MergeRecords(subsumed.Id, local.Id, Source(subsumed, local.Id)), "MRG", 1, 2);
        }

        if (problems.Count == 0) Take(ledger.Move(local.Id, person, new EntryMove(previous, now), Source(local, now, previous)), "PID", 3, 2);
    }

    long? PersonOf(PatientId xadPid) => ledger.FindRecord(xadPid)?.Person ?? ledger.FindPersonByEpid(xadPid)?.Row;

    void Take(LedgerOutcome outcome, string segment, int field, int repetition)
    {
        effects.Take(outcome);
        if (Objection(outcome.Result) is { } objection)
            problems.Add(At(segment, field, repetition, Hl7ErrorCode.UnknownKeyIdentifier, objection));
    }

    // An id that only the registry knows has entries to move and no record.
    static string? Objection(LedgerResult result) => result switch
    {
        LedgerResult.UnknownPatient => "The new or the previous XAD-PID is not known to the registry",
        LedgerResult.DifferentDomains => "The local ids are of different domains",
        LedgerResult.SurvivingSubsumed or LedgerResult.SubsumedByAnother => "The id was merged into another one before",
        _ => null,
    };

    NamedId? XadPid(PatientIdentifier id, string segment, int field)
    {
        if (Resolve(id, segment, field, 1) is not { } named) return null;
        if (!named.Authority.IsPatientIdDomain)
            problems.Add(At(segment, field, 1, Hl7ErrorCode.UnknownKeyIdentifier, "The XAD-PID is of no patient identification domain of this affinity domain"));
        else if (!named.Authority.MayBeAssignedBy(feed.SendingFacility, feed.SendingApplication))
            problems.Add(At(segment, field, 1, Hl7ErrorCode.UnknownKeyIdentifier, "The sender may not change who has identifiers of this assigning authority"));
        return named;
    }

    NamedId? Resolve(PatientIdentifier id, string segment, int field, int repetition)
    {
        var named = SenderIds.Resolve(id, domain);
        if (named is null)
            problems.Add(At(segment, field, repetition, Hl7ErrorCode.UnknownKeyIdentifier, "The assigning authority is not one that this affinity domain knows"));
        return named;
    }

    LedgerSource Source(NamedId local, params IEnumerable<PatientId> ids) => source with { Explanation = FeedRule.OfEvent(feed.Event.Code, [local.Id, .. ids]) };

    static Hl7Problem At(string segment, int field, int repetition, Hl7ErrorCode code, string text) =>
        new(code, new Hl7ErrorLocation(segment, 1, field, repetition), text);
}
