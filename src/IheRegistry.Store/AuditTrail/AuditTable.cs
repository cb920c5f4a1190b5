using IheRegistry.Model.Audit;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.AuditTrail;

/// <summary>The audit trail, on the writer's connection: rows are only ever added.</summary>
sealed class AuditTable(StatementCache statements)
{
    internal void Append(IReadOnlyList<AuditRecord> records)
    {
        foreach (var record in records)
        {
            statements["AuditTrail/Sql/insert_audit_event.sql"].Execute(
                record.At.ToUnixTimeMilliseconds(),
                record.EventId,
                record.EventTypeCode,
                record.Action?.ToString(),
                (int)record.Outcome,
                record.Message.ToArray());
        }
    }
}
