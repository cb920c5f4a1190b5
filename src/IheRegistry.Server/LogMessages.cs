namespace IheRegistry.Server;

/// <summary>Every line that the server's own code logs. Patient data never appear here.</summary>
static partial class LogMessages
{
    [LoggerMessage(1001, LogLevel.Information, "Affinity domain reloaded from {Path}: {Name}")]
    internal static partial void AffinityDomainReloaded(this ILogger logger, string path, string name);

    [LoggerMessage(1002, LogLevel.Error, "Affinity domain is wrong and the old one stays in force: {Problem}")]
    internal static partial void AffinityDomainRefused(this ILogger logger, string problem);

    [LoggerMessage(1003, LogLevel.Error, "Affinity domain cannot be read any more and the old one stays in force: {Problem}")]
    internal static partial void AffinityDomainUnreadable(this ILogger logger, string problem);
}
