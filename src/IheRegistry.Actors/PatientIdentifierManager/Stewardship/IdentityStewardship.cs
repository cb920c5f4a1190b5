using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Actors.PatientIdentifierManager.Golden;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>
/// What stewards do with who is who: they see persons and the queue of reviews, link, reject, split and undo. Each operation is an event of the
/// ledger with its audit; the registry and the consumers of update notifications follow in the same unit of work.
/// </summary>
public sealed class IdentityStewardship(
    IRegistryStore store,
    IPatientQueries patients,
    AffinityDomainSource domains,
    RecordMatching matching,
    Iti10UpdateNotification notification,
    TimeProvider clock)
{
    /// <summary>The person that an id leads to; the look is audited before it is granted. Null where the id is not known.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">An id of any domain, or an EPID.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PersonView?> ReadAsync(AuditContext call, PatientId id, CancellationToken cancellationToken)
    {
        var person = await patients.FindPersonAsync(id, cancellationToken).ConfigureAwait(false);
        await SeenAsync(call, [id], person is not null, cancellationToken).ConfigureAwait(false);
        return person is null ? null : ViewOf(person);
    }

    /// <summary>Two persons side by side, with what matching says of them; audited likewise. Null where an id is not known.</summary>
    /// <param name="call">The call.</param>
    /// <param name="first">An id of the one.</param>
    /// <param name="second">An id of the other.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Comparison?> CompareAsync(AuditContext call, PatientId first, PatientId second, CancellationToken cancellationToken)
    {
        var one = await patients.FindPersonAsync(first, cancellationToken).ConfigureAwait(false);
        var other = await patients.FindPersonAsync(second, cancellationToken).ConfigureAwait(false);
        await SeenAsync(call, [first, second], one is not null && other is not null, cancellationToken).ConfigureAwait(false);
        if (one is null || other is null) return null;
        // Of a person whose feeds were all undone nothing is left to compare.
        if ((one.Records.FirstOrDefault(known => known.Id == first) ?? one.Records.FirstOrDefault()) is not { } record) return null;
        return new Comparison(ViewOf(one), ViewOf(other), matching.Compare(domains.Current, record, other));
    }

    /// <summary>Review items in a state, oldest first, from just after a row; audited likewise.</summary>
    /// <param name="call">The call.</param>
    /// <param name="state">The state.</param>
    /// <param name="after">The row that the last page ended with; 0 for the first page.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<ReviewItem>> ListReviewsAsync(
        AuditContext call, ReviewState state, long after, int most, CancellationToken cancellationToken)
    {
        var items = await patients.ListReviewsAsync(state, after, most, cancellationToken).ConfigureAwait(false);
        await SeenAsync(call, items.Select(item => item.Question.Record), true, cancellationToken).ConfigureAwait(false);
        return items;
    }

    /// <summary>A review item; audited likewise. Null where there is none.</summary>
    /// <param name="call">The call.</param>
    /// <param name="row">Its row.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ReviewItem?> FindReviewAsync(AuditContext call, long row, CancellationToken cancellationToken)
    {
        if (await patients.FindReviewAsync(row, cancellationToken).ConfigureAwait(false) is not { } item) return null;
        await SeenAsync(call, [item.Question.Record], true, cancellationToken).ConfigureAwait(false);
        return item;
    }

    /// <summary>The events of the ledger that concern an id, in their order; audited likewise. Empty where it is not known.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">An id of any domain, or an EPID.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<LedgerEvent>> ReadLedgerAsync(AuditContext call, PatientId id, CancellationToken cancellationToken)
    {
        var events = await patients.ReadLedgerAsync(id, cancellationToken).ConfigureAwait(false);
        await SeenAsync(call, [id], events.Count > 0, cancellationToken).ConfigureAwait(false);
        return events;
    }

    /// <summary>Whose an id was at a moment; audited likewise. Null where it was not known yet.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">An id of any domain, or an EPID.</param>
    /// <param name="at">The moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<CrossReference?> FindIdsAtAsync(AuditContext call, PatientId id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ids = await patients.FindIdsAtAsync(id, at, cancellationToken).ConfigureAwait(false);
        await SeenAsync(call, [id], ids is not null, cancellationToken).ConfigureAwait(false);
        return ids;
    }

    /// <summary>The persons of two ids become one, that of the second surviving.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">An id of the person that joins.</param>
    /// <param name="into">An id of the person that survives.</param>
    /// <param name="comment">Why, in the steward's words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StewardOutcome> LinkAsync(AuditContext call, PatientId id, PatientId into, string comment, CancellationToken cancellationToken) =>
        ChangeAsync(call, [id, into], work => work.Link(id, into, comment), cancellationToken);

    /// <summary>A record leaves its person for a new one of its own, and is not to be linked to it again.</summary>
    /// <param name="call">The call.</param>
    /// <param name="record">The record's id.</param>
    /// <param name="comment">Why, in the steward's words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StewardOutcome> SplitAsync(AuditContext call, PatientId record, string comment, CancellationToken cancellationToken) =>
        ChangeAsync(call, [record], work => work.Split(record, comment), cancellationToken);

    /// <summary>Two records are of two persons: they are not to be linked.</summary>
    /// <param name="call">The call.</param>
    /// <param name="record">The id of the one.</param>
    /// <param name="other">The id of the other.</param>
    /// <param name="comment">Why, in the steward's words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StewardOutcome> RejectAsync(AuditContext call, PatientId record, PatientId other, string comment, CancellationToken cancellationToken) =>
        ChangeAsync(call, [record, other], work => work.Reject(record, other, comment), cancellationToken);

    /// <summary>Undoes an event of the ledger: each gets back what it had, and what came later stays.</summary>
    /// <param name="call">The call.</param>
    /// <param name="number">The event's number.</param>
    /// <param name="comment">Why, in the steward's words.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StewardOutcome> UndoAsync(AuditContext call, long number, string comment, CancellationToken cancellationToken) =>
        ChangeAsync(call, [], work => work.Undo(number, comment), cancellationToken);

    /// <summary>Decides a review item, and carries the decision out.</summary>
    /// <param name="call">The call.</param>
    /// <param name="row">The item's row.</param>
    /// <param name="verdict">What the steward says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<StewardOutcome> DecideAsync(AuditContext call, long row, ReviewVerdict verdict, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        if (await patients.FindReviewAsync(row, cancellationToken).ConfigureAwait(false) is not { } item) return new StewardOutcome(StewardResult.Unknown);
        if (item.State != ReviewState.Waiting) return new StewardOutcome(StewardResult.Decided);
        return await ChangeAsync(call, [item.Question.Record], work => work.Decide(item, verdict), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A caller without the right to it has asked for something; that is audited.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task RefusedAsync(AuditContext call, CancellationToken cancellationToken) =>
        store.AuditAsync(StewardshipAudit.Of(call, EventAction.Execute, [], AuditOutcome.Failure("not allowed")), cancellationToken);

    async Task<StewardOutcome> ChangeAsync(
        AuditContext call, IReadOnlyList<PatientId> named, Func<StewardWork, StewardOutcome> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var at = clock.GetUtcNow();
        return await store.WriteAsync(tx => Change(tx), cancellationToken).ConfigureAwait(false);

        StewardOutcome Change(IRegistryTransaction tx)
        {
            var effects = new FeedEffects();
            var work = new StewardWork(tx.Patients, new LedgerSource(at, call.Caller.Who, "", ""), effects);
            var outcome = change(work);
            var isDone = outcome.Result is StewardResult.Done or StewardResult.AlreadySo;
            if (isDone) notification.Keep(tx, at);
            else tx.Undo();
            var patientIds = named.Concat(outcome.Records).Concat(effects.Merged.Concat(effects.Unmerged).SelectMany(ids => new[] { ids.Subsumed, ids.Surviving }));
            tx.Audit(StewardshipAudit.Of(
                call, EventAction.Update, isDone ? patientIds : named, isDone ? AuditOutcome.Success : AuditOutcome.Failure(outcome.Result.ToString())));
            return outcome;
        }
    }

    Task SeenAsync(AuditContext call, IEnumerable<PatientId> ids, bool isFound, CancellationToken cancellationToken) =>
        store.AuditAsync(
            StewardshipAudit.Of(call, EventAction.Read, ids, isFound ? AuditOutcome.Success : AuditOutcome.Failure(nameof(StewardResult.Unknown))), cancellationToken);

    static PersonView ViewOf(Person person) => new(person, GoldenRecord.Of(person.Records));
}
