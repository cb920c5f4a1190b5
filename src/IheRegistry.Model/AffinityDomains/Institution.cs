namespace IheRegistry.Model.AffinityDomains;

/// <summary>An institution that takes part in the affinity domain.</summary>
/// <param name="Id">The short name by which the rest of the configuration, audit and storage know it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Oid">Its OID, where it has one.</param>
/// <param name="SourceIds">The SubmissionSet.sourceId of each of its document sources (ITI TF-3 4.2.3.3.9).</param>
public sealed record Institution(string Id, string Name, string? Oid, IReadOnlyList<string> SourceIds)
{
    /// <summary>What its document sources may update; null for what the affinity domain says of all.</summary>
    public UpdatePermission? RestrictedUpdates { get; init; }
}
