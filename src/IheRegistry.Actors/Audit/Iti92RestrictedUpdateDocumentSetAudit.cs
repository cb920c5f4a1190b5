using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The audit of Restricted Update Document Set [ITI-92] at the receiver: an Import event whose action is Update (ITI TF-2 3.92.5.1).</summary>
public static class Iti92RestrictedUpdateDocumentSetAudit
{
    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti92)];

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
