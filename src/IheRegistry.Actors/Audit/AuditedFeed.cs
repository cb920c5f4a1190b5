namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of a Patient Identity Feed message.</summary>
/// <param name="TriggerEvent">MSH-9.2, such as A01.</param>
/// <param name="ControlId">MSH-10.</param>
/// <param name="SendingFacility">MSH-4.</param>
/// <param name="SendingApplication">MSH-3.</param>
/// <param name="ReceivingFacility">MSH-6.</param>
/// <param name="ReceivingApplication">MSH-5.</param>
public sealed record AuditedFeed(
    string TriggerEvent,
    string ControlId,
    string SendingFacility,
    string SendingApplication,
    string ReceivingFacility,
    string ReceivingApplication)
{
    /// <summary>The patients created or updated, of a merge those that survive, in CX form.</summary>
    public IReadOnlyList<string> PatientIds { get; init; } = [];

    /// <summary>The patients that a merge subsumes, in CX form.</summary>
    public IReadOnlyList<string> SubsumedPatientIds { get; init; } = [];
}
