using IheRegistry.Model.Audit;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors;

/// <summary>Auditing what changes nothing: reads and refusals. They wait for the audit's commit like any change.</summary>
static class RegistryStoreAudit
{
    internal static Task AuditAsync(this IRegistryStore store, IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken) =>
        store.WriteAsync(
            tx =>
            {
                tx.Audit(records);
                return true;
            },
            cancellationToken);
}
