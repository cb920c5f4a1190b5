using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The patient ledger on SQLite, inside a unit of work.</summary>
sealed class SqlitePatientLedger : IPatientLedger
{
    readonly IdentityReader _reader;
    readonly IdentityTables _tables;
    readonly Feeding _feeding;
    readonly Moving _moving;
    readonly Merging _merging;
    readonly Undoing _undoing;

    internal SqlitePatientLedger(StatementCache statements, PatientTable patients, PersonChanges changes)
    {
        _reader = new IdentityReader(statements);
        _tables = new IdentityTables(statements, patients, changes);
        _feeding = new Feeding(_tables);
        _moving = new Moving(_tables);
        _merging = new Merging(_tables);
        _undoing = new Undoing(_tables);
    }

    /// <inheritdoc />
    public PatientRecord? FindRecord(PatientId id) => _reader.FindRecord(id);

    /// <inheritdoc />
    public CandidateRecords FindRecordsNaming(PatientIdentifier otherId, int most) => _reader.FindRecordsNaming(otherId, most);

    /// <inheritdoc />
    public CandidateRecords FindCandidates(IReadOnlyCollection<long> blockingKeys, int mostPerKey) =>
        _reader.FindCandidates(blockingKeys, mostPerKey);

    /// <inheritdoc />
    public Person? ReadPerson(long row) => _reader.ReadPerson(row);

    /// <inheritdoc />
    public Person? FindPersonByEpid(PatientId epid) => _reader.PersonOfEpid(epid) is { } row ? _reader.ReadPerson(row) : null;

    /// <inheritdoc />
    public bool AreKeptApart(long person, long otherPerson) => _reader.AreKeptApart(person, otherPerson);

    /// <inheritdoc />
    public FeedOutcome Feed(RecordFeed feed, LedgerSource source) => _feeding.Feed(feed, source);

    /// <inheritdoc />
    public LedgerOutcome Move(PatientId record, long? person, EntryMove? entries, LedgerSource source) =>
        _moving.Move(record, person, entries, source);

    /// <inheritdoc />
    public LedgerOutcome MergeRecords(PatientId subsumed, PatientId surviving, LedgerSource source) =>
        _merging.MergeRecords(subsumed, surviving, source);

    /// <inheritdoc />
    public LedgerOutcome MergePersons(long subsumed, long surviving, LedgerSource source) => _merging.MergePersons(subsumed, surviving, source);

    /// <inheritdoc />
    public LedgerOutcome KeepApart(PatientId record, PatientId other, LedgerSource source) => _merging.KeepApart(record, other, source);

    /// <inheritdoc />
    public UndoOutcome Undo(long number, LedgerSource source, bool keepApart) => _undoing.Undo(number, source, keepApart);

    /// <inheritdoc />
    public long OpenReview(ReviewQuestion question) => _tables.Reviews.Open(question);

    /// <inheritdoc />
    public bool DecideReview(long row, ReviewState state, ReviewDecision decision) => _tables.Reviews.Decide(row, state, decision);
}
