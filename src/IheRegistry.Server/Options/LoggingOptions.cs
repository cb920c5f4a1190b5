namespace IheRegistry.Server.Options;

/// <summary>What is logged.</summary>
/// <param name="Level">The least severity.</param>
public sealed record LoggingOptions(LogLevel Level);
