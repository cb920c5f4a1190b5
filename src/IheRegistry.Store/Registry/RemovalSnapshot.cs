namespace IheRegistry.Store.Registry;

/// <summary>What the registry knows of objects that are to be removed, and of those that they are linked to.</summary>
public sealed class RemovalSnapshot
{
    internal Dictionary<string, KnownObject> Objects { get; } = [];

    internal Dictionary<string, IReadOnlyList<KnownLink>> Links { get; } = [];

    /// <summary>An object that was asked for, or an end of an Association that was; null when the registry has none.</summary>
    public KnownObject? Object(string entryUuid) => Objects.GetValueOrDefault(entryUuid);

    /// <summary>The Associations at either end of which such an object stands, and itself where it is one, in the order of registration.</summary>
    public IReadOnlyList<KnownLink> LinksOf(string entryUuid) => Links.GetValueOrDefault(entryUuid, []);
}
