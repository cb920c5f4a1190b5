using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>
/// The answering side's audit of PIX Query [ITI-9], Patient Demographics Query [ITI-21], Patient Demographics and Visit Query [ITI-22],
/// PIXV3 Query [ITI-45] and Patient Demographics Query HL7 V3 [ITI-47]: Query events (ITI TF-2 3.9.5.1.2, 3.21.5.1.2, 3.22.5.1.2,
/// 3.45.5.1.2, 3.47.5.1.2).
/// </summary>
public static class IdentityQueryAudit
{
    /// <summary>
    /// One event; where several patients are named, one for each (3.20.7.1). A query by demographics names none: its answer is not logged
    /// (table 3.20.4.1.1.1-1, Query Information).
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="query">The query.</param>
    /// <param name="outcome">How it ended.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, AuditedIdentityQuery query, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(query);
        return query.PatientIds.Count == 0
            ? [Event(context, query, outcome, patientId: null)]
            : [.. query.PatientIds.Distinct(StringComparer.Ordinal).Select(patient => Event(context, query, outcome, patient))];
    }

    static AuditEvent Event(AuditContext context, AuditedIdentityQuery query, AuditOutcome outcome, string? patientId) => new()
    {
        EventId = EventIds.Query,
        EventTypeCodes = [AuditCode.Of(query.Transaction)],
        Action = EventAction.Execute,
        At = context.At,
        Outcome = outcome.Failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
        OutcomeDescription = outcome.Description,
        ActiveParticipants = query.Parties is { } parties ? MessageParticipants.Received(context, parties) : Participants.Received(context),
        Source = context.Node.Source,
        ParticipantObjects = patientId is null ? [Parameters(query)] : [Objects.Patient(patientId), Parameters(query)],
    };

    static ParticipantObject Parameters(AuditedIdentityQuery query) => new(AuditCode.Of(query.Transaction))
    {
        Id = query.QueryId.Length > 0 ? query.QueryId : null,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Query,
        Query = query.Query,
        Details = query.ControlId.Length > 0 ? [new("MSH-10", query.ControlId)] : [],
    };
}
