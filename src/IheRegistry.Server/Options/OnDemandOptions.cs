namespace IheRegistry.Server.Options;

/// <summary>How on-demand documents are served.</summary>
/// <param name="Snapshots">Whether what was assembled for a retrieve is kept and registered.</param>
public sealed record OnDemandOptions(bool Snapshots);
