using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>
/// The Document Registry's audit of Patient Identity Feed [ITI-8]: Patient Record events (ITI TF-2 3.8.5.1.2, 3.8.5.2.2).
/// </summary>
public static class Iti8PatientIdentityFeedAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti8)];

    /// <summary>
    /// One event for each patient. "Logically, a merge operation consists of a delete on one patient record, and an update of
    /// another patient record. Separate audit records shall be written for the delete operation and the update operation"
    /// (3.8.5.2). A message that was refused before its patients were known still leaves one event.
    /// </summary>
    /// <param name="context">The call; the endpoint's URI plays no part, as the HL7 message names its receiver.</param>
    /// <param name="feed">The message.</param>
    /// <param name="outcome">How it ended.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, AuditedFeed feed, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(feed);
        var events = ImmutableArray.CreateBuilder<AuditEvent>(Math.Max(1, feed.SubsumedPatientIds.Count + feed.PatientIds.Count));
        foreach (var subsumed in feed.SubsumedPatientIds)
            events.Add(Event(context, feed, outcome, EventAction.Delete, subsumed));
        foreach (var patient in feed.PatientIds)
            events.Add(Event(context, feed, outcome, Action(feed), patient));
        if (events.Count == 0)
            events.Add(Event(context, feed, outcome, Action(feed), patientId: null));
        return events.MoveToImmutable();
    }

    // 3.8.5.1.2: C for A01, A04, A05 and U for A08; 3.8.5.2.2: U for the patient that survives an A40.
    static EventAction Action(AuditedFeed feed) => feed.TriggerEvent is "A08" or "A40" ? EventAction.Update : EventAction.Create;

    static AuditEvent Event(AuditContext context, AuditedFeed feed, AuditOutcome outcome, EventAction action, string? patientId) => new()
    {
        EventId = EventIds.PatientRecord,
        EventTypeCodes = EventTypeCodes,
        Action = action,
        At = context.At,
        Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
        OutcomeDescription = outcome.Description,
        ActiveParticipants = [Source(context, feed), Destination(context, feed)],
        Source = context.Node.Source,
        ParticipantObjects = patientId is null ? [] : [Patient(patientId, feed)],
    };

    // "The identity of the Patient Identity Source Actor facility and sending application from the HL7 message;
    // concatenated together, separated by the | character."
    static ActiveParticipant Source(AuditContext context, AuditedFeed feed) =>
        new($"{feed.SendingFacility}|{feed.SendingApplication}", UserIsRequestor: true)
        {
            RoleIdCodes = [RoleIdCodes.Source],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.Caller.Address),
        };

    static ActiveParticipant Destination(AuditContext context, AuditedFeed feed) =>
        new($"{feed.ReceivingFacility}|{feed.ReceivingApplication}", UserIsRequestor: false)
        {
            AlternativeUserId = context.Node.ProcessId,
            RoleIdCodes = [RoleIdCodes.Destination],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.ServiceAddress),
        };

    static ParticipantObject Patient(string patientId, AuditedFeed feed) =>
        Objects.Patient(patientId) with { Details = [new ParticipantObjectDetail("MSH-10", feed.ControlId)] };
}
