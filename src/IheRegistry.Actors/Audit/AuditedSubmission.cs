using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of a submission, as far as the request could be read.</summary>
/// <param name="SubmissionSetUniqueId">SubmissionSet.uniqueId.</param>
/// <param name="PatientId">SubmissionSet.patientId, in CX form.</param>
public sealed record AuditedSubmission(string? SubmissionSetUniqueId, string? PatientId)
{
    /// <summary>A submission of which nothing could be read.</summary>
    public static AuditedSubmission Unknown { get; } = new(SubmissionSetUniqueId: null, PatientId: null);

    /// <summary>The event of a transaction that carries a submission: ITI-41 and 42 differ in the codes and the sides only.</summary>
    internal AuditEvent Event(
        AuditContext context,
        AuditCode eventId,
        ImmutableArray<AuditCode> eventTypeCodes,
        EventAction action,
        ImmutableArray<ActiveParticipant> participants,
        AuditOutcome outcome) =>
        new()
        {
            EventId = eventId,
            EventTypeCodes = eventTypeCodes,
            Action = action,
            At = context.At,
            Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
            OutcomeDescription = outcome.Description,
            ActiveParticipants = participants,
            Source = context.Node.Source,
            ParticipantObjects = SubmittedObjects(),
        };

    ImmutableArray<ParticipantObject> SubmittedObjects() => (PatientId, SubmissionSetUniqueId) switch
    {
        ({ } patient, { } set) => [Objects.Patient(patient), Objects.SubmissionSet(set)],
        ({ } patient, null) => [Objects.Patient(patient)],
        (null, { } set) => [Objects.SubmissionSet(set)],
        (null, null) => [],
    };
}
