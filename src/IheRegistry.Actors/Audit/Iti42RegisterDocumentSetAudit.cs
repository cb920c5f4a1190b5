using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The audit of Register Document Set-b [ITI-42], of either side (ITI TF-2 3.42.5.1).</summary>
public static class Iti42RegisterDocumentSetAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti42)];

    /// <summary>The Document Registry's: an Import event (3.42.5.1.2).</summary>
    /// <param name="context">The call to the registry.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent ByRegistry(AuditContext context, AuditedSubmission submission, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Event(
            context, EventIds.Import, EventTypeCodes, EventAction.Create, Participants.Received(context), outcome);
    }

    /// <summary>The Document Repository's: an Export event (3.42.5.1.1).</summary>
    /// <param name="context">The call to the registry, which is <see cref="AuditContext.Relayed"/> of the ITI-41 call.</param>
    /// <param name="submission">The submission.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent ByRepository(AuditContext context, AuditedSubmission submission, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Event(
            context, EventIds.Export, EventTypeCodes, EventAction.Read, Participants.Sent(context), outcome);
    }
}
