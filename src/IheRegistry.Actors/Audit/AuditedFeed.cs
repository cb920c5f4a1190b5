using IheRegistry.Model;

namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of a message of a patient feed.</summary>
/// <param name="Transaction">The transaction that it came by.</param>
/// <param name="TriggerEvent">MSH-9.2, such as A01; of HL7 V3 the event that means the same.</param>
/// <param name="ControlId">MSH-10; of HL7 V3 the message's id.</param>
/// <param name="Parties">Who sent it to whom.</param>
public sealed record AuditedFeed(Transaction Transaction, string TriggerEvent, string ControlId, MessageParties Parties)
{
    /// <summary>The patients created or updated, of a merge those that survive, in CX form.</summary>
    public IReadOnlyList<string> PatientIds { get; init; } = [];

    /// <summary>The patients that a merge subsumes, in CX form.</summary>
    public IReadOnlyList<string> SubsumedPatientIds { get; init; } = [];
}
