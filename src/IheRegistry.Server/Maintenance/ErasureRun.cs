using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Store;

namespace IheRegistry.Server.Maintenance;

/// <summary>Erases what removals left: after a crash, after a backup that held them, after a disk that failed.</summary>
sealed class ErasureRun(DocumentErasure erasure, TimeProvider clock, ILogger<ErasureRun> logger) : BackgroundService
{
    // Where nothing is pending it is one look into an empty table; after a backup nobody waits much longer than for the backup.
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
        {
            try
            {
                await erasure.RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or StoreUnavailableException)
            {
                logger.ErasureFailed(failed);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }
}
