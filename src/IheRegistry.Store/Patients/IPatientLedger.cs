using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>
/// Who is who, inside a unit of work. Every change is an event of a ledger; the current cross-reference is what the events that are
/// not undone assert, the latest first. The registry's patient ids follow: an EPID is made known, merged and unmerged with its person.
/// </summary>
public interface IPatientLedger
{
    /// <summary>A record by its id; null where none was fed, or its only feed was undone.</summary>
    PatientRecord? FindRecord(PatientId id);

    /// <summary>The records that name an identifier among those of other domains, at most so many.</summary>
    CandidateRecords FindRecordsNaming(PatientIdentifier otherId, int most);

    /// <summary>The records that share a blocking key, at most so many for each key.</summary>
    CandidateRecords FindCandidates(IReadOnlyCollection<long> blockingKeys, int mostPerKey);

    /// <summary>A person with its records; the surviving one for a person that was merged. Null where there is none of that row.</summary>
    Person? ReadPerson(long row);

    /// <summary>The person that an EPID leads to; its own EPID is another where the person was merged.</summary>
    Person? FindPersonByEpid(PatientId epid);

    /// <summary>True where a record of the one was declared not to be of the person of a record of the other.</summary>
    bool AreKeptApart(long person, long otherPerson);

    /// <summary>Takes a feed of a record. Of a record that is not known yet it also says whose it is.</summary>
    FeedOutcome Feed(RecordFeed feed, LedgerSource source);

    /// <summary>
    /// Moves a record, and those that it subsumed, to a person, or to a new one where none is given. A person left empty is merged into
    /// that. Where entries are to move (ITI-64), the registry's go with it, even when the record is there already or unknown here, and the person
    /// left keeps its EPID with the entries that are others'.
    /// Documents that stay behind under the old EPID though they came with the record's id are put to review.
    /// </summary>
    LedgerOutcome Move(PatientId record, long? person, EntryMove? entries, LedgerSource source);

    /// <summary>
    /// Merges a record into another of its domain (ADT^A40). Its person joins the other's, unless both hold different records of one
    /// domain: then only the record does, and a review is opened. Where the registry knows both ids, it follows.
    /// </summary>
    LedgerOutcome MergeRecords(PatientId subsumed, PatientId surviving, LedgerSource source);

    /// <summary>Merges a person into another: their EPIDs, and all their records.</summary>
    LedgerOutcome MergePersons(long subsumed, long surviving, LedgerSource source);

    /// <summary>Declares that two records are not of one person.</summary>
    LedgerOutcome KeepApart(PatientId record, PatientId other, LedgerSource source);

    /// <summary>
    /// Undoes an event, exactly: what it asserted counts no more, and everything later stays. To undo an undo asserts again, as far as
    /// that is still possible.
    /// </summary>
    /// <param name="number">The event.</param>
    /// <param name="source">Whose decision the undo is.</param>
    /// <param name="keepApart">
    /// Whether records that come apart by it are kept apart from then on, as after a split: else the next feed may link them again for the
    /// same reasons. To undo the undo takes that back, too.
    /// </param>
    UndoOutcome Undo(long number, LedgerSource source, bool keepApart = false);

    /// <summary>Puts a question to a steward; one that waits already is not put twice. Its row.</summary>
    long OpenReview(ReviewQuestion question);

    /// <summary>Writes a steward's decision down; false where the item does not wait.</summary>
    bool DecideReview(long row, ReviewState state, ReviewDecision decision);
}
