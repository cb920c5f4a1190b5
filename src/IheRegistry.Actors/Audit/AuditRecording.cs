using System.Collections.Immutable;
using IheRegistry.Model.Audit;
using IheRegistry.Wire.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>Makes of an event the record that the store keeps.</summary>
public static class AuditRecording
{
    /// <summary>The record of one event.</summary>
    /// <param name="audited">The event.</param>
    public static AuditRecord Of(AuditEvent audited)
    {
        ArgumentNullException.ThrowIfNull(audited);
        return new AuditRecord(
            audited.At.ToUniversalTime(),
            audited.EventId.Code,
            audited.EventTypeCodes.IsEmpty ? null : audited.EventTypeCodes[0].Code,
            audited.Action,
            audited.Outcome,
            ObjectIds(audited, patients: true),
            UserIds(audited),
            ObjectIds(audited, patients: false),
            AuditMessageWriter.Write(audited));
    }

    /// <summary>The records of the events of one call.</summary>
    /// <param name="events">The events.</param>
    public static ImmutableArray<AuditRecord> Of(ImmutableArray<AuditEvent> events) => ImmutableArray.CreateRange(events, Of);

    static ImmutableArray<string> UserIds(AuditEvent audited)
    {
        var ids = ImmutableArray.CreateBuilder<string>(audited.ActiveParticipants.Length);
        foreach (var participant in audited.ActiveParticipants)
            AddOnce(ids, participant.UserId);
        return ids.DrainToImmutable();
    }

    static ImmutableArray<string> ObjectIds(AuditEvent audited, bool patients)
    {
        var ids = ImmutableArray.CreateBuilder<string>();
        foreach (var item in audited.ParticipantObjects)
        {
            if (item.Id is { } id && item.Role == ParticipantObjectRole.Patient == patients)
                AddOnce(ids, id);
        }

        return ids.DrainToImmutable();
    }

    static void AddOnce(ImmutableArray<string>.Builder ids, string id)
    {
        if (!ids.Contains(id))
            ids.Add(id);
    }
}
