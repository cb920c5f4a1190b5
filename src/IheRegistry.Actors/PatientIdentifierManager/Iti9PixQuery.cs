using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>PIX Query [ITI-9] and PIXV3 Query [ITI-45]: the identifiers by which other domains know a patient (ITI TF-2 3.9, 3.45).</summary>
public sealed class Iti9PixQuery(IRegistryStore store, IPatientQueries patients, AffinityDomainSource domains)
{
    /// <summary>Answers a query; the answer is audited before it is given.</summary>
    /// <param name="call">The call.</param>
    /// <param name="query">The query.</param>
    /// <param name="audited">What the audit says of it; who the patient is, is added here.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Store.StoreUnavailableException">The answer could not be audited: it must not be given.</exception>
    public async Task<PixAnswer> AnswerAsync(AuditContext call, PixQuery query, AuditedIdentityQuery audited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(audited);
        var domain = domains.Current;
        var patient = SenderIds.Resolve(query.Patient, domain);
        var answer = await AnswerAsync(query, patient, domain, cancellationToken).ConfigureAwait(false);
        var outcome = answer.Outcome is PixOutcome.Found or PixOutcome.NoneFound ? AuditOutcome.Success : AuditOutcome.Failure(answer.Outcome.ToString());
        var events = IdentityQueryAudit.Of(call, patient is null ? audited : audited with { PatientIds = [patient.Id.ToString()] }, outcome);
        await store.AuditAsync(AuditRecording.Of(events), cancellationToken).ConfigureAwait(false);
        return answer;
    }

    async ValueTask<PixAnswer> AnswerAsync(PixQuery query, NamedId? patient, AffinityDomain domain, CancellationToken cancellationToken)
    {
        if (patient is null) return new PixAnswer(PixOutcome.UnknownPatientDomain);
        var (asked, unknown) = PersonIds.Resolve(query.Domains, domain);
        if (unknown.Count > 0) return new PixAnswer(PixOutcome.UnknownDomains) { UnknownDomains = unknown };
        var ids = await FindAsync(patient, asked, domain, cancellationToken).ConfigureAwait(false);
        if (ids is null) return new PixAnswer(PixOutcome.UnknownPatient);
        var asSent = PersonIds.Of([patient.Id], null, domain, [])[0];
        var others = ids.Where(id => id != asSent).ToList();
        return others.Count > 0 ? new PixAnswer(PixOutcome.Found) { Identifiers = others } : new PixAnswer(PixOutcome.NoneFound);
    }

    // Identifiers of other domains hang on the records: who asks for none of them is answered without these.
    async ValueTask<IReadOnlyList<PatientIdentifier>?> FindAsync(
        NamedId patient, HashSet<string> asked, AffinityDomain domain, CancellationToken cancellationToken)
    {
        // What was merged into another is not used any more (ITI TF-2 3.8.4.2.4).
        if (await patients.FindIdsAsync(patient.Id, cancellationToken).ConfigureAwait(false) is not { IsSubsumed: false } found) return null;
        var answered = asked.Count > 0 ? asked.Select(domain.FindAuthority) : domain.Definition.Authorities;
        if (!answered.OfType<AssigningAuthority>().Any(PersonIds.IsReferredTo)) return PersonIds.Of(found.Ids, found.Epid, domain, asked);
        return await patients.ReadPersonAsync(found.Person, cancellationToken).ConfigureAwait(false) is { } person
            ? PersonIds.Of(person, domain, asked)
            : null;
    }
}
