using IheRegistry.Model.Audit;
using IheRegistry.Model.Identity;
using IheRegistry.Store.AuditTrail;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Outbox;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.WorkList;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>A unit of work on the writer's connection.</summary>
sealed class SqliteRegistryTransaction : IRegistryTransaction, IDisposable
{
    readonly SqliteConnection _connection;
    readonly StatementCache _statements;
    readonly PatientTable _patients;
    readonly SqlitePatientLedger _ledger;
    readonly ObjectTables _objects;
    readonly RemovalTables _removals;
    readonly OutboxTable _outbox;
    readonly NotificationTable _notifications;
    readonly WorkListTable _workList;
    readonly AuditTable _audit;

    internal SqliteRegistryTransaction(SqliteConnection connection)
    {
        _connection = connection;
        _statements = new StatementCache(connection);
        _patients = new PatientTable(_statements);
        var changes = new PersonChanges();
        _ledger = new SqlitePatientLedger(_statements, _patients, changes);
        _objects = new ObjectTables(_statements, _patients);
        _removals = new RemovalTables(_statements);
        _outbox = new OutboxTable(_statements);
        _notifications = new NotificationTable(_statements, changes);
        _workList = new WorkListTable(_statements);
        _audit = new AuditTable(_statements);
    }

    /// <inheritdoc />
    public IPatientLedger Patients => _ledger;

    /// <inheritdoc />
    public INotificationOutbox Notifications => _notifications;

    /// <summary>Whether this unit of work has put something to be sent.</summary>
    internal bool HasNotifications => _notifications.HasWork;

    /// <summary>A unit of work begins.</summary>
    internal void Begin() => _notifications.Begin();

    /// <inheritdoc />
    public RegistrySnapshot Read(RegistryLookup lookup) => new SnapshotReader(_statements, _patients).Read(lookup);

    /// <inheritdoc />
    public void Apply(RegistryChange change)
    {
        _objects.Write(change);
        _audit.Append(change.Audit);
    }

    /// <inheritdoc />
    public RemovalSnapshot ReadForRemoval(IReadOnlyCollection<string> entryUuids) => new RemovalReader(_statements, _patients).Read(entryUuids);

    /// <inheritdoc />
    public void Apply(MetadataRemoval removal)
    {
        _removals.Write(removal);
        _audit.Append(removal.Audit);
    }

    /// <inheritdoc />
    public IReadOnlyList<StoredDocument> FindDocuments(string uniqueId) => new StoredDocumentReader(_connection).Find(uniqueId);

    /// <inheritdoc />
    public LegalHold? FindLegalHold(string documentUniqueId) => new StoredDocumentReader(_connection).FindLegalHold(documentUniqueId);

    /// <inheritdoc />
    public void Apply(DocumentRemoval removal)
    {
        _removals.Write(removal);
        _audit.Append(removal.Audit);
    }

    /// <inheritdoc />
    public void EndErasure(PendingErasure content) => _removals.EndErasure(content);

    /// <inheritdoc />
    public void AddPatients(IReadOnlyCollection<PatientId> patients, DateTimeOffset at)
    {
        foreach (var patient in patients) _patients.Add(patient, at);
    }

    /// <inheritdoc />
    public MergeOutcome MergePatients(PatientId subsumed, PatientId surviving, DateTimeOffset at, string by) =>
        _patients.Merge(subsumed, surviving, at, by);

    /// <inheritdoc />
    public long KeepAnswer(KeptAnswer answer, ReadOnlyMemory<byte> body) => _outbox.Keep(answer, body);

    /// <inheritdoc />
    public void ChangeAnswer(long row, AnswerProgress progress) => _outbox.Change(row, progress);

    /// <inheritdoc />
    public void DropAnswer(long row) => _outbox.Drop(row);

    /// <inheritdoc />
    public int DropDeadAnswers(DateTimeOffset before) => _outbox.DropDead(before);

    /// <inheritdoc />
    public void Remember(AssembledDocument assembled) => _statements["Registry/Sql/remember_assembled_document.sql"].Execute(
        UuidBytes.Of(assembled.EntryUuid),
        assembled.Scope,
        assembled.Inputs.ToArray(),
        assembled.UniqueId,
        Convert.FromHexString(assembled.Sha256.ToString()),
        assembled.At.ToUnixTimeMilliseconds(),
        assembled.SnapshotUuid is { } snapshot ? UuidBytes.Of(snapshot) : null);

    /// <inheritdoc />
    public WorkItemOrigin? FindWorkItem(string submissionSetUniqueId) => _workList.FindOrigin(submissionSetUniqueId);

    /// <inheritdoc />
    public void AddWorkItem(WorkItem item, WorkItemOrigin origin) => _workList.Add(item, origin);

    /// <inheritdoc />
    public bool DecideWorkItem(long row, WorkItemState state, WorkDecision decision) => _workList.Decide(row, state, decision);

    /// <inheritdoc />
    public void Audit(IReadOnlyList<AuditRecord> records) => _audit.Append(records);

    /// <inheritdoc />
    public void Undo()
    {
        CommitQueue.RollBackOne(_connection);
        _notifications.Begin();
    }

    /// <inheritdoc />
    public void Dispose() => _statements.Dispose();
}
