using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>Answers questions about persons outside a unit of work, from the last state that is durable.</summary>
public interface IPatientQueries
{
    /// <summary>The ids of the person that an id of any domain, or an EPID, leads to; null where it is not known.</summary>
    ValueTask<CrossReference?> FindIdsAsync(PatientId id, CancellationToken cancellationToken);

    /// <summary>The person that an id of any domain, or an EPID, leads to; null where it is not known.</summary>
    ValueTask<Person?> FindPersonAsync(PatientId id, CancellationToken cancellationToken);

    /// <summary>A person with its records; the surviving one for a person that was merged. Null where there is none of that row.</summary>
    ValueTask<Person?> ReadPersonAsync(long row, CancellationToken cancellationToken);

    /// <summary>Searches for persons by demographics, page by page; see <see cref="SearchOutcome"/>.</summary>
    ValueTask<PersonPage> SearchAsync(PersonSearch search, CancellationToken cancellationToken);

    /// <summary>The events that concern an id of any domain, or an EPID, in their order; empty where it is not known.</summary>
    ValueTask<IReadOnlyList<LedgerEvent>> ReadLedgerAsync(PatientId id, CancellationToken cancellationToken);

    /// <summary>Whose an id was at a moment, by what the ledger held then; null where it was not known yet.</summary>
    ValueTask<CrossReference?> FindIdsAtAsync(PatientId id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Review items in a state, oldest first, from just after a row.</summary>
    ValueTask<IReadOnlyList<ReviewItem>> ListReviewsAsync(ReviewState state, long after, int most, CancellationToken cancellationToken);

    /// <summary>A review item; null where there is none.</summary>
    ValueTask<ReviewItem?> FindReviewAsync(long row, CancellationToken cancellationToken);
}
