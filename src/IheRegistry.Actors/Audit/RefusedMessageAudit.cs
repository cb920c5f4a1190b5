using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>
/// The audit of a message that belongs to no transaction, because it could not be understood so far: binary noise, another
/// protocol, an unknown Action or HL7 event. It is a Security Alert (DICOM PS3.15 A.5.3.11), since no transaction's audit table
/// applies and what knocks there is for the security officer. A request whose transaction is known is audited as that
/// transaction's own failure instead, with what could be read of it, so that it stands beside the failure that its sender
/// records (ITI TF-2 3.18.5.1, 3.41.5.1, 3.42.5.1, 3.43.6.1 ask both sides for an event).
/// </summary>
public static class RefusedMessageAudit
{
    /// <summary>
    /// The event. Its outcome is a minor failure: in an alert that says "mitigation actions were effective", as the message was
    /// refused and has changed nothing.
    /// </summary>
    /// <param name="context">The call, as far as known.</param>
    /// <param name="reason">Why it was refused, nothing internal.</param>
    public static AuditEvent Of(AuditContext context, string reason)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new AuditEvent
        {
            EventId = EventIds.SecurityAlert,
            EventTypeCodes = [EventTypes.MessageNotUnderstood],
            Action = EventAction.Execute,
            At = context.At,
            Outcome = EventOutcome.MinorFailure,
            OutcomeDescription = reason,
            ActiveParticipants = [Reporting(context), Performing(context)],
            Source = context.Node.Source,
            ParticipantObjects = [Node(context, reason)],
        };
    }

    // A.5.3.11: who reports the alert is its requestor, who caused it is not.
    static ActiveParticipant Reporting(AuditContext context) =>
        new(context.EndpointUri, UserIsRequestor: true)
        {
            AlternativeUserId = context.Node.ProcessId,
            RoleIdCodes = [RoleIdCodes.Application],
            NetworkAccessPoint = NetworkAccessPoint.Of(context.ServiceAddress),
        };

    static ActiveParticipant Performing(AuditContext context) =>
        new(context.ClientUserId, UserIsRequestor: false) { NetworkAccessPoint = NetworkAccessPoint.Of(context.Caller.Address) };

    // A.5.3.11's Alert Subject: the node that the alert is about, with an Alert Description.
    static ParticipantObject Node(AuditContext context, string reason) => new(ObjectIdTypes.NodeId)
    {
        Id = context.Caller.Address,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.SecurityResource,
        Details = [new("Alert Description", reason)],
    };
}
