using System.Collections.Immutable;
using IheRegistry.Model.Audit;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.Audit;

/// <summary>Placing and lifting a legal hold: no transaction's own event, but a change to what may become of a patient's record.</summary>
public static class LegalHoldAudit
{
    /// <summary>A hold was placed: one event for each patient of the document.</summary>
    public static ImmutableArray<AuditEvent> Placed(AuditingNode node, string user, DateTimeOffset at, LegalHold hold, IReadOnlyList<StoredDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(hold);
        return Events(EventTypes.LegalHoldPlaced, node, user, at, hold.DocumentUniqueId, hold.Reason, documents);
    }

    /// <summary>A hold was lifted.</summary>
    public static ImmutableArray<AuditEvent> Lifted(
        AuditingNode node, string user, DateTimeOffset at, string documentUniqueId, IReadOnlyList<StoredDocument> documents) =>
        Events(EventTypes.LegalHoldLifted, node, user, at, documentUniqueId, reason: null, documents);

    static ImmutableArray<AuditEvent> Events(
        AuditCode type, AuditingNode node, string user, DateTimeOffset at, string documentUniqueId, string? reason, IReadOnlyList<StoredDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(documents);
        return [.. documents.Select(document => document.PatientId).Distinct().Select(patient => new AuditEvent
        {
            EventId = EventIds.PatientRecord,
            EventTypeCodes = [type],
            Action = EventAction.Update,
            At = at,
            Outcome = EventOutcome.Success,
            ActiveParticipants =
            [
                new(user, UserIsRequestor: true) { RoleIdCodes = [RoleIdCodes.ApplicationLauncher] },
                new(node.Source.Id, UserIsRequestor: false) { AlternativeUserId = node.ProcessId, RoleIdCodes = [RoleIdCodes.Application] },
            ],
            Source = node.Source,
            ParticipantObjects = [Objects.Patient(patient), Document(documentUniqueId, reason)],
        })];
    }

    static ParticipantObject Document(string uniqueId, string? reason) => new(ObjectIdTypes.ReportNumber)
    {
        Id = uniqueId,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Report,
        Details = reason is null ? [] : [new("Legal Hold", reason)],
    };
}
