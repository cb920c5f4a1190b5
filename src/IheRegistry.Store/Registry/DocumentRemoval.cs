using IheRegistry.Model.Audit;

namespace IheRegistry.Store.Registry;

/// <summary>Documents that leave the repository (ITI-86): their rows at once, their bytes as soon as that is durable.</summary>
public sealed record DocumentRemoval
{
    /// <summary>When it happened.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>All rows of each document.</summary>
    public required IReadOnlyList<StoredDocument> Documents { get; init; }

    /// <summary>The audit of it, committed with it.</summary>
    public IReadOnlyList<AuditRecord> Audit { get; init; } = [];
}
