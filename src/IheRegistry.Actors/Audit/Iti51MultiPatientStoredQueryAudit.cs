using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Multi-Patient Stored Query [ITI-51]: a Query event (ITI TF-2 3.51.5.1.2).</summary>
public static class Iti51MultiPatientStoredQueryAudit
{
    static readonly AuditCode Transaction = AuditCode.Of(Transactions.Iti51);

    /// <summary>One event with all the patients that the query names; at partial success one of success and one of failure.</summary>
    /// <param name="context">The call.</param>
    /// <param name="query">The query.</param>
    /// <param name="outcome">How it ended.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, AuditedQuery query, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(query);
        var patients = query.PatientIds.Distinct(StringComparer.Ordinal).ToList();
        var ended = QueryEvents.Of(Transaction, context, patients, query, outcome.Description);
        return outcome is { Succeeded: true, Failed: true } ? [QueryEvents.Of(Transaction, context, patients, query, failure: null), ended] : [ended];
    }
}
