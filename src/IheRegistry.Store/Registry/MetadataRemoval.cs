using IheRegistry.Model.Audit;

namespace IheRegistry.Store.Registry;

/// <summary>Objects that leave the registry together (ITI-62), or not at all.</summary>
public sealed record MetadataRemoval
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>The objects, each once. No Association that stays may have one of them at an end.</summary>
    public required IReadOnlyList<KnownObject> Objects { get; init; }

    /// <summary>Folders that stay and lose documents.</summary>
    public IReadOnlyList<KnownObject> ChangedFolders { get; init; } = [];

    /// <summary>The audit of it, committed with it.</summary>
    public IReadOnlyList<AuditRecord> Audit { get; init; } = [];
}
