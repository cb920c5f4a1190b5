using IheRegistry.Actors.Audit;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Hosting;

/// <summary>Audits start and stop of the process (ITI TF-2 table 3.20.4.1.1.1-1, Actor-start-stop).</summary>
sealed class ActivityAudit(IRegistryStore store, AuditingNode node, TimeProvider clock, ILogger<ActivityAudit> logger) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) =>
        store.AuditOrLogAsync([ApplicationActivityAudit.Started(node, Environment.UserName, Environment.MachineName, clock.GetUtcNow())], logger);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) =>
        store.AuditOrLogAsync([ApplicationActivityAudit.Stopped(node, Environment.UserName, Environment.MachineName, clock.GetUtcNow())], logger);
}
