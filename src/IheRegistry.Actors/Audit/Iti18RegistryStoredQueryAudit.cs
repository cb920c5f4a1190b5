using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Registry Stored Query [ITI-18]: Query events (ITI TF-2 3.18.5.1.2).</summary>
public static class Iti18RegistryStoredQueryAudit
{
    // 3.18.5.1.2 spells it so; ITI-43 has a name of its own for the same value.
    const string HomeCommunityId = "urn:ihe:iti:xca:2010:homeCommunityId";

    static readonly AuditCode QueryIdType = AuditCode.Of(Transactions.Iti18);
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [QueryIdType];

    /// <summary>
    /// One event; where the query names several patients, one for each (3.20.7.1); at partial success "both a success and a
    /// failure audit event" (3.18.5.1). The query is logged and its result is not (table 3.20.4.1.1.1-1, Query Information).
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="query">The query.</param>
    /// <param name="outcome">How it ended.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, AuditedQuery query, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(query);
        var parts = new Parts(context, Participants.Received(context), Query(query));
        return query.PatientIds.Count <= 1 && outcome.Succeeded != outcome.Failed
            ? [parts.Event(outcome.Failed, outcome.Description, query.PatientIds.Count == 0 ? null : query.PatientIds[0])]
            : Several(parts, query, outcome);
    }

    static ImmutableArray<AuditEvent> Several(Parts parts, AuditedQuery query, AuditOutcome outcome)
    {
        IEnumerable<string?> patients = query.PatientIds.Count == 0 ? [null] : query.PatientIds.Distinct(StringComparer.Ordinal);
        IEnumerable<bool> failures = (outcome.Succeeded, outcome.Failed) switch { (true, true) => [false, true], (_, var failed) => [failed] };
        return [.. from failed in failures from patient in patients select parts.Event(failed, outcome.Description, patient)];
    }

    static ParticipantObject Query(AuditedQuery query) => new(QueryIdType)
    {
        Id = query.QueryId,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Query,
        Query = query.AdhocQueryRequest,
        Details = query.HomeCommunityId is { } home
            ? [new("QueryEncoding", query.Encoding), new(HomeCommunityId, home)]
            : [new("QueryEncoding", query.Encoding)],
    };

    /// <summary>What all events of one call have in common.</summary>
    readonly record struct Parts(AuditContext Context, ImmutableArray<ActiveParticipant> Participants, ParticipantObject Query)
    {
        public AuditEvent Event(bool failed, string? description, string? patientId) => new()
        {
            EventId = EventIds.Query,
            EventTypeCodes = EventTypeCodes,
            Action = EventAction.Execute,
            At = Context.At,
            Outcome = failed ? EventOutcome.SeriousFailure : EventOutcome.Success,
            OutcomeDescription = failed ? description : null,
            ActiveParticipants = Participants,
            Source = Context.Node.Source,
            ParticipantObjects = patientId is null ? [Query] : [Objects.Patient(patientId), Query],
        };
    }
}
