using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.History;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The history of a DocumentEntry or Folder.</summary>
/// <param name="LogicalId">logicalID of all versions.</param>
/// <param name="Kind">What the object is.</param>
/// <param name="Versions">The versions that are left, oldest first.</param>
/// <param name="Changes">What happened to them, in order.</param>
public sealed record HistoryAnswer(
    string LogicalId, ObjectKind Kind, IReadOnlyList<HistoryVersion> Versions, IReadOnlyList<RecordedChange> Changes);

/// <summary>A version of an object.</summary>
/// <param name="Version">Its number.</param>
/// <param name="EntryUuid">Its entryUUID.</param>
/// <param name="Status">Its availabilityStatus today.</param>
/// <param name="Differences">What it has differently from the version before; empty for the first.</param>
public sealed record HistoryVersion(
    int Version, string EntryUuid, AvailabilityStatus Status, IReadOnlyList<AttributeDifference> Differences);
