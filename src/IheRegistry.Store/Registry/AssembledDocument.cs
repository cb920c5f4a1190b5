using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Registry;

/// <summary>The document last assembled for an on-demand entry, for callers who see the same.</summary>
public sealed record AssembledDocument
{
    /// <summary>entryUUID of the on-demand entry.</summary>
    public required string EntryUuid { get; init; }

    /// <summary>A key of what the caller may see; empty for everything.</summary>
    public required string Scope { get; init; }

    /// <summary>SHA-256 over what it was assembled from.</summary>
    public required ReadOnlyMemory<byte> Inputs { get; init; }

    /// <summary>Its own uniqueId.</summary>
    public required string UniqueId { get; init; }

    /// <summary>SHA-256 of its bytes.</summary>
    public required ContentId Sha256 { get; init; }

    /// <summary>When it was assembled.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>entryUUID of the snapshot by which it is registered; null where it was not kept.</summary>
    public string? SnapshotUuid { get; init; }
}
