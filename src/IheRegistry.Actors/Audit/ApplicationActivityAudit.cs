using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>Start and stop of this process, the Actor-start-stop trigger of ITI TF-2 table 3.20.4.1.1.1-1 (DICOM PS3.15 A.5.3.1).</summary>
public static class ApplicationActivityAudit
{
    /// <summary>The process has started.</summary>
    /// <param name="node">This process.</param>
    /// <param name="launcher">Who started it: the operating system's account.</param>
    /// <param name="machine">Name or address of this machine.</param>
    /// <param name="at">When.</param>
    public static AuditEvent Started(AuditingNode node, string launcher, string machine, DateTimeOffset at) =>
        Event(EventTypes.ApplicationStart, node, launcher, machine, at);

    /// <summary>The process stops.</summary>
    /// <param name="node">This process.</param>
    /// <param name="launcher">Who stops it: the operating system's account.</param>
    /// <param name="machine">Name or address of this machine.</param>
    /// <param name="at">When.</param>
    public static AuditEvent Stopped(AuditingNode node, string launcher, string machine, DateTimeOffset at) =>
        Event(EventTypes.ApplicationStop, node, launcher, machine, at);

    static AuditEvent Event(AuditCode type, AuditingNode node, string launcher, string machine, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new AuditEvent
        {
            EventId = EventIds.ApplicationActivity,
            EventTypeCodes = [type],
            Action = EventAction.Execute,
            At = at,
            Outcome = EventOutcome.Success,
            ActiveParticipants =
            [
                new(node.Source.Id, UserIsRequestor: false)
                {
                    AlternativeUserId = node.ProcessId,
                    RoleIdCodes = [RoleIdCodes.Application],
                    NetworkAccessPoint = NetworkAccessPoint.Of(machine),
                },
                new(launcher, UserIsRequestor: true) { RoleIdCodes = [RoleIdCodes.ApplicationLauncher] },
            ],
            Source = node.Source,
        };
    }
}
