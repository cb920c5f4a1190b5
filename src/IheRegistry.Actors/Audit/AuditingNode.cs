using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>What every audit message says of this process.</summary>
/// <param name="Source">The audit source that it is.</param>
/// <param name="ProcessId">"The process ID as used within the local operating system in the local system logs" (ITI TF-2).</param>
public sealed record AuditingNode(AuditSource Source, string ProcessId);
