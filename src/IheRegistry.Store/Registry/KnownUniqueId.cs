using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>Who uses a uniqueId.</summary>
/// <param name="Kind">The kind of object that used it first.</param>
/// <param name="Hash">Its hash in lower case, null for other kinds than DocumentEntry.</param>
/// <param name="Size">Its size in bytes, null for other kinds than DocumentEntry.</param>
public sealed record KnownUniqueId(ObjectKind Kind, string? Hash, long? Size)
{
    /// <summary>True for an on-demand DocumentEntry: stable ones are registered with their hash.</summary>
    public bool OnDemand => Kind == ObjectKind.DocumentEntry && Hash is null;
}
