using IheRegistry.Model.Audit;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Outbox;
using IheRegistry.Store.Patients;
using IheRegistry.Store.WorkList;

namespace IheRegistry.Store.Registry;

/// <summary>
/// What a unit of work can do. An actor reads all that its rules need, decides, and applies one change:
/// two round trips on an engine behind a network.
/// </summary>
public interface IRegistryTransaction
{
    /// <summary>Who is who.</summary>
    IPatientLedger Patients { get; }

    /// <summary>Reads what a submission's rules need.</summary>
    RegistrySnapshot Read(RegistryLookup lookup);

    /// <summary>Writes an accepted submission.</summary>
    void Apply(RegistryChange change);

    /// <summary>Reads what the rules of a removal of metadata need (ITI-62).</summary>
    RemovalSnapshot ReadForRemoval(IReadOnlyCollection<string> entryUuids);

    /// <summary>Removes metadata.</summary>
    void Apply(MetadataRemoval removal);

    /// <summary>The repository's rows of a document, oldest first.</summary>
    IReadOnlyList<StoredDocument> FindDocuments(string uniqueId);

    /// <summary>The legal hold on a document; null where there is none.</summary>
    LegalHold? FindLegalHold(string documentUniqueId);

    /// <summary>Removes the rows of documents; content that no row refers to any more is pending erasure from then on.</summary>
    void Apply(DocumentRemoval removal);

    /// <summary>Content is pending erasure no more.</summary>
    void EndErasure(PendingErasure content);

    /// <summary>Makes patient ids known; ids that are known stay as they are.</summary>
    void AddPatients(IReadOnlyCollection<PatientId> patients, DateTimeOffset at);

    /// <summary>
    /// Merges a patient id into another: what the subsumed id and all ids merged into it before had is found by the surviving id.
    /// Both must be known and neither merged before (ITI TF-2 3.8.4.2.4). Repeating a merge changes nothing.
    /// </summary>
    MergeOutcome MergePatients(PatientId subsumed, PatientId surviving, DateTimeOffset at, string by);

    /// <summary>Who is still to be told of which person.</summary>
    INotificationOutbox Notifications { get; }

    /// <summary>Keeps an answer until it is delivered; gives its row.</summary>
    long KeepAnswer(KeptAnswer answer, ReadOnlyMemory<byte> body);

    /// <summary>Writes down what an attempt at delivering an answer came to.</summary>
    void ChangeAnswer(long row, AnswerProgress progress);

    /// <summary>Forgets an answer.</summary>
    void DropAnswer(long row);

    /// <summary>Forgets the answers that were given up before a moment; how many these are.</summary>
    int DropDeadAnswers(DateTimeOffset before);

    /// <summary>Keeps which document was last assembled for an on-demand entry, in place of the one before.</summary>
    void Remember(AssembledDocument assembled);

    /// <summary>By what a retry of a submission to the Document Recipient is recognised; null where there was none.</summary>
    WorkItemOrigin? FindWorkItem(string submissionSetUniqueId);

    /// <summary>Puts a submission to the Document Recipient on the work list.</summary>
    void AddWorkItem(WorkItem item, WorkItemOrigin origin);

    /// <summary>Takes an item that waits off the work list, and its references to documents away; false where it does not wait.</summary>
    bool DecideWorkItem(long row, WorkItemState state, WorkDecision decision);

    /// <summary>Appends to the audit trail.</summary>
    void Audit(IReadOnlyList<AuditRecord> records);

    /// <summary>Takes back all that this unit of work has written so far: what follows, such as the audit of a refusal, is kept.</summary>
    void Undo();
}
