using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Repository's audit of Retrieve Document Set [ITI-43]: Export events (ITI TF-2 3.43.6.1.2).</summary>
public static class Iti43RetrieveDocumentSetAudit
{
    // The names of ITI-43 differ from those of ITI-18, and 3.43.6.1.2 keeps them so, since a change would break receivers. For
    // that reason the first is spelt here as all receivers and senders know it; the revisions since 2023 print "Repository Unique ID".
    const string RepositoryUniqueId = "Repository Unique Id";
    const string HomeCommunityId = "ihe:homeCommunityID";

    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti43)];

    /// <summary>
    /// "A success audit event for those documents retrieved successfully and a failure audit event for those documents not
    /// retrieved successfully" (3.43.6.1), and each of them once for each patient (3.20.7.1). A request of which no document
    /// could be read is one failure.
    /// </summary>
    /// <param name="context">The call.</param>
    /// <param name="documents">The documents asked for.</param>
    /// <param name="failure">What failed: the error codes, nothing internal; null if nothing did.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, IReadOnlyList<AuditedDocument> documents, string? failure)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0)
            return [Event(context, retrieved: false, patientId: null, [], failure)];
        return
        [
            .. documents
                .GroupBy(document => (document.Retrieved, document.PatientId))
                .OrderByDescending(group => group.Key.Retrieved)
                .Select(group => Event(context, group.Key.Retrieved, group.Key.PatientId, group, failure)),
        ];
    }

    static AuditEvent Event(
        AuditContext context, bool retrieved, string? patientId, IEnumerable<AuditedDocument> documents, string? failure) =>
        new()
        {
            EventId = EventIds.Export,
            EventTypeCodes = EventTypeCodes,
            Action = EventAction.Read,
            At = context.At,
            Outcome = retrieved ? EventOutcome.Success : EventOutcome.SeriousFailure,
            OutcomeDescription = retrieved ? null : failure,
            ActiveParticipants = Participants.Served(context),
            Source = context.Node.Source,
            ParticipantObjects = patientId is null
                ? [.. documents.Select(Document)]
                : [Objects.Patient(patientId), .. documents.Select(Document)],
        };

    static ParticipantObject Document(AuditedDocument document) => new(ObjectIdTypes.ReportNumber)
    {
        Id = document.DocumentUniqueId,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Report,
        Sensitivity = document.ConfidentialityCode,
        Details = document.HomeCommunityId is { } home
            ? [new(RepositoryUniqueId, document.RepositoryUniqueId), new(HomeCommunityId, home)]
            : [new(RepositoryUniqueId, document.RepositoryUniqueId)],
    };
}
