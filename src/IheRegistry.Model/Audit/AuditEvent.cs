using System.Collections.Immutable;

namespace IheRegistry.Model.Audit;

/// <summary>
/// One audited event: the AuditMessage of DICOM PS3.15 A.5 with IHE's constraints (ITI TF-2 3.20.7). It is about one patient
/// at most: an event on several patients is several messages (ITI TF-2 3.20.7.1).
/// </summary>
public sealed record AuditEvent
{
    /// <summary>EventID: the kind of event.</summary>
    public required AuditCode EventId { get; init; }

    /// <summary>EventTypeCode: the IHE transaction, or DICOM's finer kind.</summary>
    public ImmutableArray<AuditCode> EventTypeCodes { get; init; } = [];

    /// <summary>EventActionCode; optional in the schema, always given in our own events.</summary>
    public required EventAction? Action { get; init; }

    /// <summary>EventDateTime, written in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>EventOutcomeIndicator.</summary>
    public required EventOutcome Outcome { get; init; }

    /// <summary>EventOutcomeDescription: for a failure, the error codes.</summary>
    public string? OutcomeDescription { get; init; }

    /// <summary>PurposeOfUse, where it was asserted (ITI TF-2 3.20.7.1.2).</summary>
    public ImmutableArray<AuditCode> PurposesOfUse { get; init; } = [];

    /// <summary>Who took part; at least one.</summary>
    public required ImmutableArray<ActiveParticipant> ActiveParticipants { get; init; }

    /// <summary>The system that reports the event.</summary>
    public required AuditSource Source { get; init; }

    /// <summary>What was acted on.</summary>
    public ImmutableArray<ParticipantObject> ParticipantObjects { get; init; } = [];
}
