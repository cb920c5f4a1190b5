using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Register On-Demand Document Entry [ITI-61]: an Import event (ITI TF-2 3.61.5.1.2).</summary>
public static class Iti61RegisterOnDemandDocumentEntryAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti61)];

    /// <summary>The event; the transaction knows no partial success (3.61.4.2.2).</summary>
    /// <param name="context">The call.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent ByRegistry(AuditContext context, AuditedSubmission submission, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Event(
            context, EventIds.Import, EventTypeCodes, EventAction.Create, Participants.Received(context), outcome);
    }
}
