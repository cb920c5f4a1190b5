using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>Everything that the registry knows of an object over time.</summary>
/// <param name="Versions">All versions, oldest first.</param>
/// <param name="Changes">What happened to them, in order.</param>
public sealed record ObjectHistory(IReadOnlyList<RegisteredObject> Versions, IReadOnlyList<RecordedChange> Changes);
