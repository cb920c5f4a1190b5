using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Remove Metadata [ITI-62]: Patient Record events (ITI TF Supplement RMD, 3.62.5.1.2).</summary>
public static class Iti62RemoveMetadataAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti62)];

    /// <summary>One event for each patient (3.20.7.1), with the objects that were or should have been removed.</summary>
    /// <param name="context">The call.</param>
    /// <param name="objects">The objects of the request.</param>
    /// <param name="outcome">How it ended; the transaction knows no partial success.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, IReadOnlyList<AuditedObject> objects, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(objects);
        if (objects.Count == 0) return [Event(context, patientId: null, [], outcome)];
        return [.. objects.GroupBy(item => item.PatientId).Select(group => Event(context, group.Key, group, outcome))];
    }

    static AuditEvent Event(AuditContext context, string? patientId, IEnumerable<AuditedObject> objects, AuditOutcome outcome) => new()
    {
        EventId = EventIds.PatientRecord,
        EventTypeCodes = EventTypeCodes,
        Action = EventAction.Delete,
        At = context.At,
        Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
        OutcomeDescription = outcome.Description,
        ActiveParticipants = Participants.Received(context),
        Source = context.Node.Source,
        ParticipantObjects = patientId is null
            ? [.. objects.Select(Reference)]
            : [Objects.Patient(patientId), .. objects.Select(Reference)],
    };

    static ParticipantObject Reference(AuditedObject item) => new(ObjectIdTypes.RegistryObjectReference)
    {
        Id = item.EntryUuid,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Report,
        LifeCycle = ParticipantObjectLifeCycle.PermanentErasure,
    };
}
