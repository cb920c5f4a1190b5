using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Notify XAD-PID Link Change [ITI-64]: one Patient Record event on all ids (ITI TF-2 3.64.5.1.2).</summary>
public static class Iti64NotifyXadPidLinkChangeAudit
{
    const string IdentifierType = "urn:ihe:iti:xpid:2017:patientIdentifierType";

    /// <summary>One event.</summary>
    /// <param name="context">The call.</param>
    /// <param name="feed">The message.</param>
    /// <param name="change">What it changes.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent Of(AuditContext context, AuditedFeed feed, AuditedLinkChange change, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(change);
        return new AuditEvent
        {
            EventId = EventIds.PatientRecord,
            EventTypeCodes = [AuditCode.Of(Transactions.Iti64)],
            Action = EventAction.Update,
            At = context.At,
            Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
            OutcomeDescription = outcome.Description,
            ActiveParticipants = MessageParticipants.Received(context, feed.Parties),
            Source = context.Node.Source,
            ParticipantObjects = [.. Patients(feed, change)],
        };
    }

    static IEnumerable<ParticipantObject> Patients(AuditedFeed feed, AuditedLinkChange change)
    {
        var isMoved = change.New != change.Previous;
        yield return Patient(change.Local, "localPatientId", feed, change.SubsumedLocal is null ? null : ParticipantObjectLifeCycle.Origination);
        if (change.SubsumedLocal is { } subsumed)
            yield return Patient(subsumed, "subsumedPatientId", feed, ParticipantObjectLifeCycle.LogicalDeletion);
        yield return Patient(change.New, "newPatientId", feed, isMoved ? ParticipantObjectLifeCycle.Origination : null);
        yield return Patient(change.Previous, "previousPatientId", feed, isMoved ? ParticipantObjectLifeCycle.LogicalDeletion : null);
    }

    static ParticipantObject Patient(string id, string kind, AuditedFeed feed, ParticipantObjectLifeCycle? lifeCycle) => Objects.Patient(id) with
    {
        LifeCycle = lifeCycle,
        Details = [new("MSH-10", feed.ControlId), new(IdentifierType, kind)],
    };
}
