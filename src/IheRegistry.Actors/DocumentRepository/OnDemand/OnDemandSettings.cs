namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>How on-demand documents are served.</summary>
/// <param name="Snapshots">
/// Whether what was assembled is kept and registered: the Persistence of Retrieved Documents Option (ITI TF-2 3.43.4.2.3).
/// </param>
/// <param name="Limits">What one may cost.</param>
public sealed record OnDemandSettings(bool Snapshots, OnDemandLimits Limits);
