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
    long Row, ObjectKind Kind, string EntryUuid, AvailabilityStatus Status, PatientId? PatientId, bool OnDemand)
{
    /// <summary>logicalID: entryUUID of the first version. SubmissionSets and Associations have no other versions.</summary>
    public string LogicalId { get; init; } = EntryUuid;

    /// <summary>Version, 1 for what was first submitted.</summary>
    public int Version { get; init; } = 1;

    /// <summary>True when there is a newer version.</summary>
    public bool IsSuperseded { get; init; }

    /// <summary>uniqueId; null for an Association.</summary>
    public string? UniqueId { get; init; }
}
