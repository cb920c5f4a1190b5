using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>Query events of the transactions that ask stored queries.</summary>
static class QueryEvents
{
    // ITI TF-2 3.18.5.1.2 and 3.51.5.1.2 spell it so; ITI-43 has a name of its own for the same value.
    const string HomeCommunityId = "urn:ihe:iti:xca:2010:homeCommunityId";

    internal static AuditEvent Of(AuditCode transaction, AuditContext context, IEnumerable<string> patients, AuditedQuery query, string? failure) => new()
    {
        EventId = EventIds.Query,
        EventTypeCodes = [transaction],
        Action = EventAction.Execute,
        At = context.At,
        Outcome = failure is null ? EventOutcome.Success : EventOutcome.SeriousFailure,
        OutcomeDescription = failure,
        ActiveParticipants = Participants.Received(context),
        Source = context.Node.Source,
        ParticipantObjects = [.. patients.Select(Objects.Patient), Query(transaction, query)],
    };

    static ParticipantObject Query(AuditCode transaction, AuditedQuery query) => new(transaction)
    {
        Id = query.QueryId,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Query,
        Query = query.AdhocQueryRequest,
        Details = query.HomeCommunityId is { } home
            ? [new("QueryEncoding", query.Encoding), new(HomeCommunityId, home)]
            : [new("QueryEncoding", query.Encoding)],
    };
}
