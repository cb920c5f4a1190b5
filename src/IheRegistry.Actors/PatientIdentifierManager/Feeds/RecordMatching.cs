using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Wire.Hl7v2;
using SearchKey = IheRegistry.Store.Patients.SearchKey;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Matches a record against those that the ledger has under the same keys.</summary>
public sealed class RecordMatching(MatchSettingsSource settings)
{
    // A key that more records share says little about each: of a hot one the oldest are compared, and the decision tells of it.
    const int MostPerKey = 100;

    /// <summary>The record in the form in which it is compared, with its keys.</summary>
    internal NormalisedPatient Normalise(AffinityDomain domain, PatientId id, RecordState state) =>
        settings.Of(domain).Normaliser.Normalise(Facts(domain, id, state.Demographics, state.OtherIds));

    /// <summary>Decides whose a record is.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="domain">The affinity domain.</param>
    /// <param name="record">The record.</param>
    /// <param name="state">What is known of it.</param>
    /// <param name="own">The person whose it already is; null for a record that is not known yet.</param>
    internal MatchDecision Decide(IPatientLedger ledger, AffinityDomain domain, NormalisedPatient record, RecordState state, long? own)
    {
        var matching = settings.Of(domain);
        var keys = KeysOf(record, state);
        var found = ledger.FindCandidates(keys, MostPerKey);
        var others = found.Records.Where(candidate => candidate.Person != own).ToList();
        var candidates = others.Where(candidate => matching.Matcher.IsNear(record, Normalise(matching, domain, candidate)))
            .Select(candidate => candidate.Person).Distinct()
            .Select(ledger.ReadPerson).OfType<Person>()
            .Select(person => new CandidatePerson(person.Row, [.. person.Records.Select(known => Normalise(matching, domain, known))]))
            .ToList();
        var decision = matching.Matcher.Decide(record, candidates, person => own is { } other && ledger.AreKeptApart(other, person), found.CappedKeys);
        return decision with
        {
            Rule = decision.Rule == MatchRule.NoCandidate && others.Count > 0 ? MatchRule.TooLittleEvidence : decision.Rule,
            ComparedPersons = others.Select(candidate => candidate.Person).Distinct().Count(),
        };
    }

    static NormalisedPatient Normalise(SiteMatching matching, AffinityDomain domain, PatientRecord record) =>
        matching.Normaliser.Normalise(Facts(domain, record));

    /// <summary>What matching says of a record against one person.</summary>
    internal MatchDecision Compare(AffinityDomain domain, PatientRecord record, Person person)
    {
        var matching = settings.Of(domain);
        var records = person.Records.Where(known => known.Row != record.Row).Select(known => Normalise(matching, domain, known));
        return matching.Matcher.Decide(
            Normalise(matching, domain, record), [new CandidatePerson(person.Row, [.. records])], static _ => false, []);
    }

    /// <summary>The keys under which a record becomes a candidate of others.</summary>
    /// <remarks>Whose identity is unknown is nobody's candidate either: what is said of him is what somebody took him for.</remarks>
    internal static long[] KeysOf(NormalisedPatient record, RecordState state) =>
        state.IsUnknownPerson ? [] : [.. record.BlockingKeys.Select(key => key.Hash)];

    /// <summary>The texts under which a demographics query finds a record.</summary>
    internal static SearchKey[] SearchKeysOf(NormalisedPatient record, RecordState state) =>
        [.. record.SearchKeys.Select(key => new SearchKey((byte)key.Field, key.Text)), .. VisitSearch.KeysOf(state.Visit)];

    /// <summary>What of a record is matched.</summary>
    /// <param name="domain">The affinity domain.</param>
    /// <param name="record">The record.</param>
    public static PatientFacts Facts(AffinityDomain domain, PatientRecord record)
    {
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(record);
        return Facts(domain, record.Id, record.Demographics, record.OtherIds);
    }

    static PatientFacts Facts(AffinityDomain domain, PatientId id, PatientDemographics demographics, IReadOnlyList<PatientIdentifier> otherIds) => new(
        Known(domain, id),
        demographics,
        [.. otherIds.Select(other => SenderIds.Resolve(other, domain)).OfType<NamedId>().Select(Known)],
        [.. (demographics.MothersIdentifiers ?? []).Select(mother => SenderIds.Resolve(mother, domain)).OfType<NamedId>().Select(Known)]);

    static KnownIdentifier Known(AffinityDomain domain, PatientId id) => domain.FindAuthority(id.Authority) is { } authority
        ? Known(new NamedId(id, authority))
        : new KnownIdentifier(Text(id), id.Authority, AuthorityKind.Local, IsTrusted: false);

    static KnownIdentifier Known(NamedId id) => new(Text(id.Id), id.Authority.Oid, id.Authority.Kind, id.Authority.IsTrusted);

    static string Text(PatientId id) => Hl7Delimiters.Default.UnescapeText(id.Id);
}
