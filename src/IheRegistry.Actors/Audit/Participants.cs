using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The two systems of a SOAP transaction, as the audit tables of ITI TF-2 fill them in.</summary>
static class Participants
{
    // The role codes never change, so all events share them.
    static readonly ImmutableArray<AuditCode> Source = [RoleIdCodes.Source];
    static readonly ImmutableArray<AuditCode> Destination = [RoleIdCodes.Destination];

    /// <summary>A client sends, and this node, the service, receives: ITI-18, 41, 42 (3.18.5.1.2, 3.41.5.1.2, 3.42.5.1.2).</summary>
    public static ImmutableArray<ActiveParticipant> Received(AuditContext context) =>
        [Client(context, Source, processId: null), Service(context, Destination, context.Node.ProcessId)];

    /// <summary>This node, the client, sends to a service: ITI-42 of the repository (3.42.5.1.1).</summary>
    public static ImmutableArray<ActiveParticipant> Sent(AuditContext context) =>
        [Client(context, Source, context.Node.ProcessId), Service(context, Destination, processId: null)];

    /// <summary>A client fetches from this node: the service is the data's source, the client its destination (ITI-43, 3.43.6.1.2).</summary>
    public static ImmutableArray<ActiveParticipant> Served(AuditContext context) =>
        [Service(context, Source, context.Node.ProcessId), Client(context, Destination, processId: null)];

    static ActiveParticipant Client(AuditContext context, ImmutableArray<AuditCode> role, string? processId) =>
        new(context.ClientUserId, UserIsRequestor: true)
        {
            AlternativeUserId = processId,
            RoleIdCodes = role,
            NetworkAccessPoint = NetworkAccessPoint.Of(context.Caller.Address),
        };

    static ActiveParticipant Service(AuditContext context, ImmutableArray<AuditCode> role, string? processId) =>
        new(context.EndpointUri, UserIsRequestor: false)
        {
            AlternativeUserId = processId,
            RoleIdCodes = role,
            NetworkAccessPoint = NetworkAccessPoint.Of(context.ServiceAddress),
        };
}
