namespace IheRegistry.Server.Options;

/// <summary>Whether there is something to query at once.</summary>
/// <param name="IsEnabled">Whether synthetic patients and documents are loaded at start.</param>
public sealed record DemoOptions(bool IsEnabled);
