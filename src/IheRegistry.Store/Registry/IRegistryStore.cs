using IheRegistry.Model.Audit;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Outbox;
using IheRegistry.Store.WorkList;

namespace IheRegistry.Store.Registry;

/// <summary>The database of registry, repository, patients and audit trail. SQLite today; PostgreSQL goes behind the same seam.</summary>
public interface IRegistryStore : IAsyncDisposable
{
    /// <summary>
    /// Runs a unit of work, all or nothing, and returns when it is durable. Work of other callers may share the commit, never the outcome.
    /// The work must be short and must not wait for anything: everybody's writes queue behind it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">It could not be made durable; nothing of it is kept.</exception>
    Task<T> WriteAsync<T>(Func<IRegistryTransaction, T> work, CancellationToken cancellationToken);

    /// <summary>
    /// Audits what changes nothing: reads and refusals. It returns when the records are in the audit trail or, while nothing can be written,
    /// in the reserve.
    /// </summary>
    /// <exception cref="StoreUnavailableException">The records could not be kept anywhere: what they tell of must not happen.</exception>
    Task AuditAsync(IReadOnlyList<AuditRecord> records, CancellationToken cancellationToken);

    /// <summary>The repository's rows of a document, oldest first: one for each DocumentEntry that was submitted with it.</summary>
    ValueTask<IReadOnlyList<StoredDocument>> FindDocumentsAsync(string uniqueId, CancellationToken cancellationToken);

    /// <summary>The document last assembled for an on-demand entry, for callers who see the same; null when there is none.</summary>
    ValueTask<AssembledDocument?> FindAssembledAsync(string entryUuid, string scope, CancellationToken cancellationToken);

    /// <summary>The history of a DocumentEntry or Folder; null when the registry has none of that logicalID.</summary>
    ValueTask<ObjectHistory?> ReadHistoryAsync(string logicalId, CancellationToken cancellationToken);

    /// <summary>A unit of work that is durable has put notifications to be sent.</summary>
    event Action? NotificationsKept;

    /// <summary>The notifications of a consumer that wait, those due first.</summary>
    ValueTask<IReadOnlyList<Notification>> ListWaitingNotificationsAsync(string consumer, int most, CancellationToken cancellationToken);

    /// <summary>The notifications of a consumer that were given up, from just after a row.</summary>
    ValueTask<IReadOnlyList<Notification>> ListGivenUpNotificationsAsync(
        string consumer, long after, int most, CancellationToken cancellationToken);

    /// <summary>How many notifications of each consumer are where.</summary>
    ValueTask<IReadOnlyList<ConsumerBacklog>> ListBacklogsAsync(CancellationToken cancellationToken);

    /// <summary>True while a row of the repository, or of the work list, refers to the content.</summary>
    ValueTask<bool> IsReferencedAsync(string owner, ContentId sha256, CancellationToken cancellationToken);

    /// <summary>Items of the work list in a state, oldest first, from just after a row.</summary>
    ValueTask<IReadOnlyList<WorkItem>> ListWorkItemsAsync(WorkItemState state, long after, int most, CancellationToken cancellationToken);

    /// <summary>An item of the work list; null where there is none.</summary>
    ValueTask<WorkItem?> FindWorkItemAsync(long row, CancellationToken cancellationToken);

    /// <summary>Content whose rows were removed and whose bytes are still to be erased, oldest first.</summary>
    ValueTask<IReadOnlyList<PendingErasure>> ListErasuresAsync(CancellationToken cancellationToken);

    /// <summary>The answers that wait to be delivered, the next due first, then those that were given up.</summary>
    ValueTask<IReadOnlyList<KeptAnswer>> ListAnswersAsync(CancellationToken cancellationToken);

    /// <summary>The body of an answer that is kept in its row; null where the row is gone.</summary>
    ValueTask<byte[]?> ReadAnswerAsync(long row, CancellationToken cancellationToken);

    /// <summary>
    /// Every content that a row of the repository refers to, once, in the order of owner and name, from just after a position. Read page by
    /// page, so that nothing is held while the caller takes its time; rows that come meanwhile may or may not be seen.
    /// </summary>
    /// <param name="after">Where an earlier listing stopped; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<ContentKey> ListContentsAsync(ContentKey? after, CancellationToken cancellationToken);
}
