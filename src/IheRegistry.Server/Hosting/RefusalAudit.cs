using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Store;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Hosting;

/// <summary>Audits what happens regardless: a refusal, a start. When its audit cannot be kept anywhere, the log has to do.</summary>
static class RefusalAudit
{
    internal static async Task AuditOrLogAsync(this IRegistryStore store, IEnumerable<AuditEvent> events, ILogger logger)
    {
        try
        {
            await store.AuditAsync([.. events.Select(AuditRecording.Of)], CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.AuditLost(unavailable);
        }
    }
}
