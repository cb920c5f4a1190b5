using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Metadata;

/// <summary>
/// An object as the registry holds it: what was submitted never changes and is kept as a ready ebRIM fragment;
/// what can change stands beside it and is spliced in when an answer is written.
/// </summary>
/// <param name="Row">The store's own number of the object; ascending in the order of registration.</param>
/// <param name="Kind">Which kind of object it is.</param>
/// <param name="EntryUuid">entryUUID.</param>
/// <param name="Fragment">The fragment with its cut points, opaque to the store; empty when only references were asked for.</param>
/// <param name="Status">availabilityStatus.</param>
/// <param name="Version">Version, 1 for what was first submitted.</param>
/// <param name="PatientId">The patient it belongs to today, after merges; null for an Association.</param>
/// <param name="LastUpdateTime">Folder.lastUpdateTime (DTM), null for other kinds.</param>
public sealed record RegisteredObject(
    long Row,
    ObjectKind Kind,
    string EntryUuid,
    ReadOnlyMemory<byte> Fragment,
    AvailabilityStatus Status,
    int Version,
    PatientId? PatientId,
    string? LastUpdateTime);
