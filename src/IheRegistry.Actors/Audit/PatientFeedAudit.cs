using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>
/// The receiver's audit of the patient feeds ITI-8, ITI-30, ITI-31 and ITI-44: Patient Record events (ITI TF-2 3.8.5.1.2, 3.8.5.2.2, 3.30.5,
/// 3.31.5, 3.44.5). This node is Patient Identifier Cross-reference Manager, Patient Demographics Supplier and Document Registry in one
/// process, whose tables ask for the same event.
/// </summary>
public static class PatientFeedAudit
{
    /// <summary>
    /// One event for each patient. "Logically, a merge operation consists of a delete on one patient record, and an update of
    /// another patient record. Separate audit records shall be written for the delete operation and the update operation"
    /// (3.8.5.2). A message that was refused before its patients were known still leaves one event.
    /// </summary>
    /// <param name="context">The call; for HL7 v2 the endpoint's URI plays no part, as the message names its receiver.</param>
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

    // 3.8.5.1.2: C for A01, A04, A05 and U for A08; 3.8.5.2.2: U for the patient that survives an A40. Who is created by ITI-30 is
    // created by A28; every other event tells more of a patient.
    static EventAction Action(AuditedFeed feed) => feed.TriggerEvent is "A01" or "A04" or "A05" or "A14" or "A28" ? EventAction.Create : EventAction.Update;

    static AuditEvent Event(AuditContext context, AuditedFeed feed, AuditOutcome outcome, EventAction action, string? patientId) => new()
    {
        EventId = EventIds.PatientRecord,
        EventTypeCodes = [AuditCode.Of(feed.Transaction)],
        Action = action,
        At = context.At,
        Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
        OutcomeDescription = outcome.Description,
        ActiveParticipants = IsVersion3(feed) ? Participants.Received(context) : MessageParticipants.Received(context, feed.Parties),
        Source = context.Node.Source,
        ParticipantObjects = patientId is null ? [] : [Patient(patientId, feed)],
    };

    // 3.44.5 names the detail II, after the data type of the message's id.
    static ParticipantObject Patient(string patientId, AuditedFeed feed) =>
        Objects.Patient(patientId) with { Details = [new ParticipantObjectDetail(IsVersion3(feed) ? "II" : "MSH-10", feed.ControlId)] };

    static bool IsVersion3(AuditedFeed feed) => feed.Transaction.Path is not null;
}
