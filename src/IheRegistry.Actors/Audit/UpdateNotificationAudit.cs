using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>
/// The Patient Identifier Cross-reference Manager's audit of PIX Update Notification [ITI-10] and PIXV3 Update Notification [ITI-46]: Patient
/// Record events (ITI TF-2 3.10.5.1.1, 3.46.5.1.1).
/// </summary>
public static class UpdateNotificationAudit
{
    /// <summary>The event of one attempt that came to an end.</summary>
    /// <param name="context">The call that this node made: the caller's address is its own, the endpoint and its address are the consumer's.</param>
    /// <param name="transaction">ITI-10 or ITI-46.</param>
    /// <param name="controlId">MSH-10; of HL7 V3 the message's id.</param>
    /// <param name="parties">Who sends to whom; null for HL7 V3, where the audit names the endpoints.</param>
    /// <param name="patientIds">The identifiers that were told, in CX form.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent Of(
        AuditContext context, Transaction transaction, string controlId, MessageParties? parties, IReadOnlyList<string> patientIds, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new AuditEvent
        {
            EventId = EventIds.PatientRecord,
            EventTypeCodes = [AuditCode.Of(transaction)],
            Action = EventAction.Read,
            At = context.At,
            Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
            OutcomeDescription = outcome.Description,
            ActiveParticipants = parties is null ? Participants.Sent(context) : MessageParticipants.Sent(context, parties),
            Source = context.Node.Source,
            ParticipantObjects =
                [.. patientIds.Select(id => Objects.Patient(id) with { Details = [new(parties is null ? "II" : "MSH-10", controlId)] })],
        };
    }

    /// <summary>The event of an administrator who has notifications sent again on the command line: none of IHE's, so that the code is our own.</summary>
    /// <param name="node">This process.</param>
    /// <param name="user">The user of the operating system.</param>
    /// <param name="at">When.</param>
    public static AuditEvent Resent(AuditingNode node, string user, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new AuditEvent
        {
            EventId = EventIds.PatientRecord,
            EventTypeCodes = [EventTypes.PatientIdentity],
            Action = EventAction.Execute,
            At = at,
            Outcome = EventOutcome.Success,
            ActiveParticipants =
            [
                new(user, UserIsRequestor: true) { RoleIdCodes = [RoleIdCodes.ApplicationLauncher] },
                new(node.Source.Id, UserIsRequestor: false) { AlternativeUserId = node.ProcessId, RoleIdCodes = [RoleIdCodes.Application] },
            ],
            Source = node.Source,
        };
    }
}
