using System.Collections.Immutable;

namespace IheRegistry.Model.Audit;

/// <summary>
/// An audit message as the store keeps it, in the same database transaction as the change it tells of: the bytes, and
/// beside them what it is searched by.
/// </summary>
/// <param name="At">When the event happened, in UTC.</param>
/// <param name="EventId">The code of the EventID.</param>
/// <param name="EventTypeCode">The code of the first EventTypeCode, such as ITI-42; null where there is none.</param>
/// <param name="Action">The action, null where the message has none.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="PatientIds">Ids of the patients among the objects, in CX form.</param>
/// <param name="UserIds">UserIDs of the active participants.</param>
/// <param name="ObjectIds">Ids of the other objects: documents, submission sets, stored queries.</param>
/// <param name="Message">The AuditMessage in UTF-8.</param>
public sealed record AuditRecord(
    DateTimeOffset At,
    string EventId,
    string? EventTypeCode,
    EventAction? Action,
    EventOutcome Outcome,
    ImmutableArray<string> PatientIds,
    ImmutableArray<string> UserIds,
    ImmutableArray<string> ObjectIds,
    ReadOnlyMemory<byte> Message);
