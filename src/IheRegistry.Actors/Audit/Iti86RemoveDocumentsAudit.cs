using System.Collections.Immutable;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.Audit;

/// <summary>The Document Repository's audit of Remove Documents [ITI-86]: Patient Record events (ITI TF Supplement RMD, 3.86.5.1.2).</summary>
public static class Iti86RemoveDocumentsAudit
{
    const string RepositoryUniqueId = "Repository Unique Id";
    const string HomeCommunityId = "ihe:homeCommunityID";
    const string LegalHold = "Legal Hold";

    static readonly ImmutableArray<AuditCode> EventTypeCodes = [AuditCode.Of(Transactions.Iti86)];

    /// <summary>A success event for what was removed and a failure event for what was not, each of them once for each patient (3.20.7.1).</summary>
    /// <param name="context">The call.</param>
    /// <param name="documents">The documents of the request.</param>
    /// <param name="failure">What failed: the error codes, nothing internal; null if nothing did.</param>
    public static ImmutableArray<AuditEvent> Of(AuditContext context, IReadOnlyList<RemovedDocument> documents, string? failure)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(documents);
        if (documents.Count == 0) return [Event(context, removed: false, patientId: null, [], failure)];
        return
        [
            .. documents
                .SelectMany(document => Patients(document.Rows).Select(patient => (Document: document, Patient: patient)))
                .GroupBy(item => (item.Document.Removed, item.Patient), item => item.Document)
                .OrderByDescending(group => group.Key.Removed)
                .Select(group => Event(context, group.Key.Removed, group.Key.Patient, group, failure)),
        ];
    }

    static IEnumerable<string?> Patients(IReadOnlyList<StoredDocument> rows) =>
        rows.Count == 0 ? [null] : rows.Select(row => (string?)row.PatientId).Distinct();

    static AuditEvent Event(AuditContext context, bool removed, string? patientId, IEnumerable<RemovedDocument> documents, string? failure) => new()
    {
        EventId = EventIds.PatientRecord,
        EventTypeCodes = EventTypeCodes,
        Action = EventAction.Delete,
        At = context.At,
        Outcome = removed ? EventOutcome.Success : EventOutcome.SeriousFailure,
        OutcomeDescription = removed ? null : failure,
        ActiveParticipants = Participants.Received(context),
        Source = context.Node.Source,
        ParticipantObjects = patientId is null
            ? [.. documents.Select(Document)]
            : [Objects.Patient(patientId), .. documents.Select(Document)],
    };

    static ParticipantObject Document(RemovedDocument document) => new(ObjectIdTypes.ReportNumber)
    {
        Id = document.Request.DocumentUniqueId,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Report,
        LifeCycle = ParticipantObjectLifeCycle.PermanentErasure,
        Sensitivity = document.Rows.Count > 0 ? document.Rows[0].ConfidentialityCode : null,
        Details = [.. Details(document)],
    };

    static IEnumerable<ParticipantObjectDetail> Details(RemovedDocument document)
    {
        yield return new(RepositoryUniqueId, document.Request.RepositoryUniqueId);
        if (document.Request.Home is { } home) yield return new(HomeCommunityId, home);
        if (document.Hold is { } hold) yield return new(LegalHold, hold.Reason);
    }
}
