using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What a feed came to.</summary>
/// <param name="Event">Its number in the ledger.</param>
/// <param name="LinkEvent">The number of the link, which can be undone without the feed; null where the record joined nobody by it.</param>
/// <param name="Record">The record's row.</param>
/// <param name="Person">Whose the record is.</param>
/// <param name="NewEpid">The EPID that became known by it, and now is known to the registry; null where none did.</param>
public sealed record FeedOutcome(long Event, long? LinkEvent, long Record, long Person, PatientId? NewEpid);
