using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>
/// The audit of an answer that leaves on a connection of its own: an Export event of its own type. The transaction's events were recorded when
/// the request was acted on; this one says when, and whether, the answer reached its receiver.
/// </summary>
public static class AnswerDeliveryAudit
{
    /// <summary>The event.</summary>
    /// <param name="node">This process, which sends.</param>
    /// <param name="transaction">The transaction that is answered.</param>
    /// <param name="endpointUri">The SOAP endpoint URI that took the request.</param>
    /// <param name="receiver">The address that the answer goes to.</param>
    /// <param name="relatesTo">wsa:MessageID of the request.</param>
    /// <param name="at">When.</param>
    /// <param name="failure">Why it was given up; null where it was delivered.</param>
    public static AuditEvent Of(
        AuditingNode node, string transaction, string endpointUri, Uri receiver, string relatesTo, DateTimeOffset at, string? failure)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(receiver);
        return new AuditEvent
        {
            EventId = EventIds.Export,
            EventTypeCodes =
                [EventTypes.AsynchronousAnswer, .. Transactions.All.Where(row => row.Number == transaction).Take(1).Select(AuditCode.Of)],
            Action = EventAction.Read,
            At = at,
            Outcome = failure is null ? EventOutcome.Success : EventOutcome.SeriousFailure,
            OutcomeDescription = failure,
            ActiveParticipants =
            [
                new(endpointUri, UserIsRequestor: true)
                {
                    AlternativeUserId = node.ProcessId,
                    RoleIdCodes = [RoleIdCodes.Source],
                    NetworkAccessPoint = NetworkAccessPoint.Of(Environment.MachineName),
                },
                new(receiver.OriginalString, UserIsRequestor: false)
                {
                    RoleIdCodes = [RoleIdCodes.Destination],
                    NetworkAccessPoint = NetworkAccessPoint.Of(receiver.Host),
                },
            ],
            Source = node.Source,
            ParticipantObjects =
            [
                new(ObjectIdTypes.MessageId)
                {
                    Id = relatesTo,
                    Type = ParticipantObjectType.SystemObject,
                    Role = ParticipantObjectRole.Job,
                },
            ],
        };
    }
}
