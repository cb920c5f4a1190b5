using System.Collections.Immutable;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>How a transaction audits a stored query.</summary>
/// <param name="context">The call.</param>
/// <param name="query">The query.</param>
/// <param name="outcome">How it ended.</param>
public delegate ImmutableArray<AuditEvent> StoredQueryAudit(AuditContext context, AuditedQuery query, AuditOutcome outcome);
