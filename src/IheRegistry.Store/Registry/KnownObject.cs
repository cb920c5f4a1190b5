using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>What the rules need of an object that the registry holds.</summary>
/// <param name="Row">The store's number.</param>
/// <param name="Kind">Which kind of object it is.</param>
/// <param name="EntryUuid">entryUUID.</param>
/// <param name="Status">availabilityStatus today.</param>
/// <param name="PatientId">The patient it belongs to today; null for an Association.</param>
/// <param name="OnDemand">True for an on-demand DocumentEntry.</param>
public sealed record KnownObject(
    long Row, ObjectKind Kind, string EntryUuid, AvailabilityStatus Status, PatientId? PatientId, bool OnDemand);
