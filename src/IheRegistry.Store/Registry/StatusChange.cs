using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>An object of the registry whose availabilityStatus changes by request (ITI-57).</summary>
/// <param name="Object">The object as it is.</param>
/// <param name="Status">What it becomes.</param>
public sealed record StatusChange(KnownObject Object, AvailabilityStatus Status);
