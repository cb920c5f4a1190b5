namespace IheRegistry.Server.Options;

/// <summary>Where data lies and how it is looked after.</summary>
/// <param name="Directory">The data folder.</param>
/// <param name="ScrubInterval">How often every document is hashed again; null for never.</param>
/// <param name="LowDiskBytes">Free space below which writes are refused.</param>
public sealed record DataOptions(string Directory, TimeSpan? ScrubInterval, long LowDiskBytes);
