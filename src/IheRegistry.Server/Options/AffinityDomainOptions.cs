namespace IheRegistry.Server.Options;

/// <summary>Which affinity domain the server serves.</summary>
/// <param name="File">The file; null for the domain that ships.</param>
public sealed record AffinityDomainOptions(string? File);
