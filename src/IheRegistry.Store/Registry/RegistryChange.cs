using IheRegistry.Model.Audit;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>One accepted submission with all that it changes: written as a whole or not at all.</summary>
public sealed record RegistryChange
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>The new objects.</summary>
    public required Submission Submission { get; init; }

    /// <summary>The fragment of each new object, by entryUUID.</summary>
    public required IReadOnlyDictionary<string, byte[]> Fragments { get; init; }

    /// <summary>SHA-256 over what was sent.</summary>
    public required ReadOnlyMemory<byte> Digest { get; init; }

    /// <summary>The warnings of the answer, in the actor's own form, or null.</summary>
    public string? Warnings { get; init; }

    /// <summary>Objects of the registry that become Deprecated: documents that are replaced, versions that are superseded.</summary>
    public IReadOnlyList<KnownObject> Deprecated { get; init; } = [];

    /// <summary>The version that each new version supersedes, by the new one's entryUUID. All other new objects are first versions.</summary>
    public IReadOnlyDictionary<string, KnownObject> Supersedes { get; init; } = new Dictionary<string, KnownObject>();

    /// <summary>Objects of the registry whose status changes by request.</summary>
    public IReadOnlyList<StatusChange> StatusChanges { get; init; } = [];

    /// <summary>Folders of the registry whose content changes.</summary>
    public IReadOnlyList<KnownObject> ChangedFolders { get; init; } = [];

    /// <summary>Documents that the repository has stored for it.</summary>
    public IReadOnlyList<StoredDocument> Documents { get; init; } = [];

    /// <summary>The audit of it, committed with it.</summary>
    public IReadOnlyList<AuditRecord> Audit { get; init; } = [];
}
