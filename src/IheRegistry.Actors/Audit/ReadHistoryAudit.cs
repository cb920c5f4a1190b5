using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The audit of reading an object's history: a Query event (DICOM PS3.15 A.5.3.10) of a type of our own.</summary>
public static class ReadHistoryAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [EventTypes.ReadHistory];

    /// <summary>The event of one call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="logicalId">logicalID as asked for.</param>
    /// <param name="patients">The patients that versions of the object belong to, in CX form.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent Of(AuditContext context, string logicalId, IReadOnlyList<string> patients, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(patients);
        return new AuditEvent
        {
            EventId = EventIds.Query,
            EventTypeCodes = EventTypeCodes,
            Action = EventAction.Execute,
            At = context.At,
            Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
            OutcomeDescription = outcome.Description,
            ActiveParticipants = Participants.Received(context),
            Source = context.Node.Source,
            ParticipantObjects =
            [
                .. patients.Select(Objects.Patient),
                new ParticipantObject(ObjectIdTypes.LogicalId)
                {
                    Id = logicalId,
                    Type = ParticipantObjectType.SystemObject,
                    Role = ParticipantObjectRole.Report,
                },
            ],
        };
    }
}
