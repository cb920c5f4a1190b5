using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>What a consumer is told by a PIX Update Notification [ITI-10].</summary>
public sealed record UpdateNotification
{
    /// <summary>MSH-10, the same when it is sent again.</summary>
    public required string ControlId { get; init; }

    /// <summary>MSH-7 and EVN-2: when the identifiers changed.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>MSH-3.</summary>
    public required string SendingApplication { get; init; }

    /// <summary>MSH-4.</summary>
    public required string SendingFacility { get; init; }

    /// <summary>MSH-5.</summary>
    public required string ReceivingApplication { get; init; }

    /// <summary>MSH-6.</summary>
    public required string ReceivingFacility { get; init; }

    /// <summary>
    /// PID-3: the person's identifiers in the domains that the consumer wants, those of one domain behind each other, each with the
    /// namespace id and the OID of its domain.
    /// </summary>
    public required IReadOnlyList<PatientIdentifier> Identifiers { get; init; }
}
