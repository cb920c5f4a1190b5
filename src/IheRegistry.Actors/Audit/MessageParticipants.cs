using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The two systems of an HL7 v2 transaction, as the audit tables of ITI TF-2 fill them in.</summary>
static class MessageParticipants
{
    /// <summary>A peer sends, and this node receives.</summary>
    internal static ImmutableArray<ActiveParticipant> Received(AuditContext context, MessageParties parties) =>
    [
        new(parties.Sender, UserIsRequestor: true)
        {
            RoleIdCodes = [RoleIdCodes.Source],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.Caller.Address),
        },
        new(parties.Receiver, UserIsRequestor: false)
        {
            AlternativeUserId = context.Node.ProcessId,
            RoleIdCodes = [RoleIdCodes.Destination],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.ServiceAddress),
        },
    ];

    /// <summary>This node sends, from the caller's address in the context to the service's.</summary>
    internal static ImmutableArray<ActiveParticipant> Sent(AuditContext context, MessageParties parties) =>
    [
        new(parties.Sender, UserIsRequestor: true)
        {
            AlternativeUserId = context.Node.ProcessId,
            RoleIdCodes = [RoleIdCodes.Source],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.Caller.Address),
        },
        new(parties.Receiver, UserIsRequestor: false)
        {
            RoleIdCodes = [RoleIdCodes.Destination],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.ServiceAddress),
        },
    ];
}
