using IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Rules;

/// <summary>Judges a person: the likeliest of the person's records decides, unless another forbids.</summary>
sealed class PersonRules(MatchSettings settings)
{
    readonly RecordComparison _records = new(settings.Weights, settings.Names);
    readonly PairRules _pairs = new(settings);

    public PairComparison Compare(NormalisedPatient a, NormalisedPatient b) => _records.Compare(a, b);

    /// <summary>The judgement, or null when all the person's records are temporary.</summary>
    public PersonJudgement? Judge(NormalisedPatient record, CandidatePerson candidate, bool areKeptApart)
    {
        PersonJudgement? best = null;
        var isConflicting = false;
        var isOfSameDomain = false;
        foreach (var other in candidate.Records)
        {
            if (other.IsTemporary) continue;
            var pair = _records.Compare(record, other);
            var judgement = new PersonJudgement(candidate.Person, other, pair, _pairs.Judge(record, other, pair));
            isConflicting |= pair.DiffersInTrustedNationalId;
            isOfSameDomain |= other.Id.Authority == record.Id.Authority && other.Id.Id != record.Id.Id;
            if (judgement.Verdict.Rule is MatchRule.MotherAndChild or MatchRule.BornTogether) return judgement;
            if (best is not { } soFar || IsLikelier(judgement, soFar)) best = judgement;
        }
        return best is { } found ? found with { Verdict = Restricted(found.Verdict, areKeptApart, isConflicting, isOfSameDomain) } : null;
    }

    static bool IsLikelier(PersonJudgement a, PersonJudgement b)
    {
        var order = PersonJudgement.Compare(a, b);
        return order < 0 || (order == 0 && string.CompareOrdinal(a.Record.Id.Authority + '^' + a.Record.Id.Id, b.Record.Id.Authority + '^' + b.Record.Id.Id) < 0);
    }

    static Verdict Restricted(Verdict verdict, bool areKeptApart, bool isConflicting, bool isOfSameDomain)
    {
        if (verdict.Outcome == MatchOutcome.New) return verdict;
        if (areKeptApart) return new Verdict(MatchOutcome.New, MatchRule.KeptApart);
        if (verdict.Outcome == MatchOutcome.Review) return verdict;
        if (isConflicting) return new Verdict(MatchOutcome.Review, MatchRule.ConflictingIdentifiers);
        return isOfSameDomain && verdict.Rule == MatchRule.EnoughEvidence ? new Verdict(MatchOutcome.Review, MatchRule.SameDomain) : verdict;
    }
}
