using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Store.WorkList;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>
/// The audit of what persons do with the work list: Patient Record events, since they see and decide on patients' data. A registration has its
/// transactions' own events beside.
/// </summary>
static class WorkListAudit
{
    internal static AuditRecord Of(AuditContext call, EventAction action, IEnumerable<WorkItem> items, AuditOutcome outcome)
    {
        var seen = items.ToList();
        return AuditRecording.Of(new AuditEvent
        {
            EventId = EventIds.PatientRecord,
            EventTypeCodes = [EventTypes.WorkList],
            Action = action,
            At = call.At,
            Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
            OutcomeDescription = outcome.Description,
            ActiveParticipants = Participants.Received(call),
            Source = call.Node.Source,
            ParticipantObjects =
            [
                .. seen.Select(item => item.PatientId).OfType<string>().Distinct().Select(Objects.Patient),
                .. seen.Select(item => Objects.SubmissionSet(item.SubmissionSetUniqueId)),
            ],
        });
    }
}
