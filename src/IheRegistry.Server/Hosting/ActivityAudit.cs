using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Store;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Hosting;

/// <summary>Audits start and stop of the process (ITI TF-2 table 3.20.4.1.1.1-1, Actor-start-stop).</summary>
sealed class ActivityAudit(IRegistryStore store, AuditingNode node, TimeProvider clock, ILogger<ActivityAudit> logger) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) =>
        WriteAsync(ApplicationActivityAudit.Started(node, Environment.UserName, Environment.MachineName, clock.GetUtcNow()));

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) =>
        WriteAsync(ApplicationActivityAudit.Stopped(node, Environment.UserName, Environment.MachineName, clock.GetUtcNow()));

    async Task WriteAsync(AuditEvent happened)
    {
        try
        {
            await store.WriteAsync(
                tx =>
                {
                    tx.Audit([AuditRecording.Of(happened)]);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.AuditLost(unavailable);
        }
    }
}
