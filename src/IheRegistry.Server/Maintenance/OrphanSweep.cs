using IheRegistry.Store.Documents;

namespace IheRegistry.Server.Maintenance;

/// <summary>Removes at start what a killed process left in the document store.</summary>
sealed class OrphanSweep(IDocumentStore documents, ILogger<OrphanSweep> logger) : BackgroundService
{
    // Content is committed before its rows are: an hour is far more than any registration takes.
    static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var report = await documents.SweepAsync(Grace, stoppingToken).ConfigureAwait(false);
        logger.Swept(report.TemporaryFiles, report.Orphans);
    }
}
