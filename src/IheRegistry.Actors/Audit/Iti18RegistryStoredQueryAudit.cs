using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Registry Stored Query [ITI-18]: Query events (ITI TF-2 3.18.5.1.2).</summary>
public static class Iti18RegistryStoredQueryAudit
{
    static readonly AuditCode Transaction = AuditCode.Of(Transactions.Iti18);

    /// <summary>
    /// One event; where the query names several patients, one for each (3.20.7.1); at partial success "both a success and a
    /// failure audit event" (3.18.5.1). The query is logged and its result is not (table 3.20.4.1.1.1-1, Query Information).
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="query">The query.</param>
    /// <param name="outcome">How it ended.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, AuditedQuery query, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(query);
        var patients = query.PatientIds.Count <= 1 ? query.PatientIds : [.. query.PatientIds.Distinct(StringComparer.Ordinal)];
        return outcome is { Succeeded: true, Failed: true }
            ? [.. Events(context, query, patients, failure: null), .. Events(context, query, patients, outcome.Description)]
            : Events(context, query, patients, outcome.Description);
    }

    static ImmutableArray<AuditEvent> Events(AuditContext context, AuditedQuery query, IReadOnlyList<string> patients, string? failure)
    {
        if (patients.Count == 0)
            return [QueryEvents.Of(Transaction, context, [], query, failure)];
        var events = ImmutableArray.CreateBuilder<AuditEvent>(patients.Count);
        foreach (var patient in patients)
            events.Add(QueryEvents.Of(Transaction, context, [patient], query, failure));
        return events.MoveToImmutable();
    }
}
