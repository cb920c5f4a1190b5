using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Registry's audit of Update Document Set [ITI-57]: an Import event whose action is Update (ITI TF-2 3.57.5.1.2).</summary>
public static class Iti57UpdateDocumentSetAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti57)];

    /// <summary>The event of one call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="submission">The update.</param>
    /// <param name="outcome">How it ended.</param>
    public static AuditEvent ByRegistry(AuditContext context, AuditedSubmission submission, AuditOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Event(context, EventIds.Import, EventTypeCodes, EventAction.Update, Participants.Received(context), outcome);
    }
}
