using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Actors.PatientIdentifierManager.Golden;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.PatientDemographicsSupplier;

/// <summary>
/// Patient Demographics Query [ITI-21], Patient Demographics and Visit Query [ITI-22] and Patient Demographics Query HL7 V3 [ITI-47]: one answer
/// for each person, the best that its records say together (ITI TF-2 3.21, 3.22, 3.47).
/// </summary>
public sealed class PatientDemographicsQueries(IRegistryStore store, IPatientQueries patients, AffinityDomainSource domains)
{
    /// <summary>More persons than this are no pick list: the query is refused, and nobody left out silently.</summary>
    public const int MostMatches = 2000;

    readonly PdqSessions _sessions = new();

    /// <summary>Answers a query, from the beginning or, where it has a pointer, behind that; the answer is audited before it is given.</summary>
    /// <param name="call">The call.</param>
    /// <param name="query">The query.</param>
    /// <param name="audited">What the audit says of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Store.StoreUnavailableException">The answer could not be audited: it must not be given.</exception>
    public async Task<PdqAnswer> AnswerAsync(AuditContext call, PdqQuery query, AuditedIdentityQuery audited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(audited);
        var consumer = ConsumerOf(call, audited);
        if (query.Pointer is null) _sessions.End(consumer, query.QueryId);
        var answer = await AnswerAsync(consumer, query, cancellationToken).ConfigureAwait(false);
        return await AuditedAsync(call, audited, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Goes on with a query as HL7 V3 does, by its id; audited likewise.</summary>
    /// <param name="call">The call.</param>
    /// <param name="continuation">Which query, from where.</param>
    /// <param name="audited">What the audit says of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Store.StoreUnavailableException">The answer could not be audited: it must not be given.</exception>
    public async Task<PdqAnswer> ContinueAsync(
        AuditContext call, PdqContinuation continuation, AuditedIdentityQuery audited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(continuation);
        ArgumentNullException.ThrowIfNull(audited);
        var answer = await ContinueAsync(ConsumerOf(call, audited), continuation, cancellationToken).ConfigureAwait(false);
        // The audit is to have the query (3.47.5.1.2), which a continuation does not repeat.
        var asked = answer.Query is { } query ? audited with { Query = query.Text } : audited;
        return await AuditedAsync(call, asked, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The consumer wants no more of a query: it cannot be gone on with until it is asked anew.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Which query.</param>
    /// <param name="parties">Who sent the message to whom; null for HL7 V3.</param>
    public void Cancel(AuditContext call, PdqCancellation cancellation, MessageParties? parties)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(cancellation);
        _sessions.Cancel(ConsumerOf(call, parties), cancellation.QueryId);
    }

    async ValueTask<PdqAnswer> AnswerAsync(string consumer, PdqQuery query, CancellationToken cancellationToken)
    {
        if (query.Pointer is not { } text) return await AnswerAsync(consumer, query, default, cancellationToken).ConfigureAwait(false);
        return PdqPointer.Read(text, query) is { } pointer && !_sessions.IsCancelled(consumer, query.QueryId)
            ? await AnswerAsync(consumer, query, pointer, cancellationToken).ConfigureAwait(false)
            : new PdqAnswer(PdqOutcome.UnknownContinuation);
    }

    async ValueTask<PdqAnswer> ContinueAsync(string consumer, PdqContinuation continuation, CancellationToken cancellationToken)
    {
        if (_sessions.Find(consumer, continuation.QueryId) is not var (query, given)) return new PdqAnswer(PdqOutcome.UnknownContinuation);
        var next = query with { Increment = continuation.Quantity ?? query.Increment };
        var skipped = continuation.Start is { } start && start - 1 != given.Given ? start - 1 : 0;
        var answer = skipped == 0
            ? await AnswerAsync(consumer, next, continuation.Start == 1 ? default : given, cancellationToken).ConfigureAwait(false)
            : await FindAsync(next, default, skipped, consumer, cancellationToken).ConfigureAwait(false);
        return answer with { Query = query };
    }

    ValueTask<PdqAnswer> AnswerAsync(string consumer, PdqQuery query, PdqPointer pointer, CancellationToken cancellationToken) =>
        FindAsync(query, pointer, 0, consumer, cancellationToken);

    async ValueTask<PdqAnswer> FindAsync(PdqQuery query, PdqPointer pointer, int skipped, string consumer, CancellationToken cancellationToken)
    {
        var domain = domains.Current;
        var criteria = PersonCriteria.Of(query, domain);
        var (asked, unknown) = PersonIds.Resolve(query.Domains, domain);
        if (unknown.Count > 0) return new PdqAnswer(PdqOutcome.UnknownDomains) { UnknownDomains = unknown };
        if (criteria.UnknownIdentifiers.Count > 0) return new PdqAnswer(PdqOutcome.UnknownIdentifierDomain) { UnknownDomains = criteria.UnknownIdentifiers };
        if (!criteria.IsSelective) return new PdqAnswer(PdqOutcome.NotSelective);
        var page = await patients.SearchAsync(criteria.After(asked, pointer.After, MostMatches), cancellationToken).ConfigureAwait(false);
        if (page.Outcome == SearchOutcome.NotSelective) return new PdqAnswer(PdqOutcome.NotSelective);
        if (page.Outcome == SearchOutcome.TooMany || page.HasMore) return new PdqAnswer(PdqOutcome.TooMany);
        return Give(query, [.. page.Persons.Skip(skipped)], pointer.Given + skipped, consumer, person => PatientOf(person, domain, asked, query.WithVisits));
    }

    PdqAnswer Give(PdqQuery query, List<Person> found, int before, string consumer, Func<Person, PdqPatient> patientOf)
    {
        var given = found.Take(query.Increment ?? found.Count).ToList();
        var remaining = found.Count - given.Count;
        var pointer = given.Count == 0 ? default : new PdqPointer(given[^1].Row, before + given.Count);
        if (remaining > 0) _sessions.Keep(consumer, query, pointer);
        else _sessions.End(consumer, query.QueryId);
        return new PdqAnswer(given.Count > 0 ? PdqOutcome.Found : PdqOutcome.NoneFound)
        {
            Patients = [.. given.Select(patientOf)],
            Total = before + found.Count,
            Remaining = remaining,
            Pointer = remaining > 0 ? pointer.ToText(query) : null,
        };
    }

    static PdqPatient PatientOf(Person person, AffinityDomain domain, HashSet<string> asked, bool withVisits)
    {
        var golden = GoldenRecord.Of(person.Records);
        return new PdqPatient(PersonIds.Of(person, domain, asked), golden.Demographics, MatchPercent: 100) { Visit = withVisits ? golden.Visit : null };
    }

    async Task<PdqAnswer> AuditedAsync(AuditContext call, AuditedIdentityQuery audited, PdqAnswer answer, CancellationToken cancellationToken)
    {
        var outcome = answer.Outcome is PdqOutcome.Found or PdqOutcome.NoneFound ? AuditOutcome.Success : AuditOutcome.Failure(answer.Outcome.ToString());
        await store.AuditAsync(AuditRecording.Of(IdentityQueryAudit.Of(call, audited, outcome)), cancellationToken).ConfigureAwait(false);
        return answer;
    }

    static string ConsumerOf(AuditContext call, AuditedIdentityQuery audited) => ConsumerOf(call, audited.Parties);

    // Query tags and ids are a consumer's own.
    static string ConsumerOf(AuditContext call, MessageParties? parties) => parties?.Sender ?? call.Caller.Who;
}
