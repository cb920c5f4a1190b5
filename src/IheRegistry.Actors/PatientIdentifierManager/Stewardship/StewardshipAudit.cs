using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>The audit of what stewards see and decide: Patient Record events, since it is about patients' data.</summary>
static class StewardshipAudit
{
    /// <summary>One event for each patient (ITI TF-2 3.20.7.1); one without where none is known.</summary>
    internal static IReadOnlyList<AuditRecord> Of(AuditContext call, EventAction action, IEnumerable<PatientId> patients, AuditOutcome outcome)
    {
        var ids = patients.Distinct().ToList();
        return ids.Count == 0 ? [Record(call, action, null, outcome)] : ids.ConvertAll(id => Record(call, action, id, outcome));
    }

    static AuditRecord Record(AuditContext call, EventAction action, PatientId? patient, AuditOutcome outcome) => AuditRecording.Of(new AuditEvent
    {
        EventId = EventIds.PatientRecord,
        EventTypeCodes = [EventTypes.PatientIdentity],
        Action = action,
        At = call.At,
        Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
        OutcomeDescription = outcome.Description,
        ActiveParticipants = Participants.Received(call),
        Source = call.Node.Source,
        ParticipantObjects = patient is null ? [] : [Objects.Patient(patient.ToString())],
    });
}
