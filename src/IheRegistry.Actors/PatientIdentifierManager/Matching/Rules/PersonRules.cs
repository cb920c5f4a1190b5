using IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Rules;

/// <summary>Judges a person: the likeliest of the person's records decides, unless another forbids.</summary>
sealed class PersonRules(MatchSettings settings)
{
    readonly RecordComparison _records = new(settings.Weights, settings.Names);
    readonly PairRules _pairs = new(settings);

    public PairComparison Compare(NormalisedPatient a, NormalisedPatient b) => _records.Compare(a, b);

    /// <summary>False for a record that says nothing of its person: temporary, or too little in common.</summary>
    public bool IsNear(NormalisedPatient record, NormalisedPatient found) =>
        !found.IsTemporary && _pairs.Judge(record, found, _records.Compare(record, found)).Rule != MatchRule.TooLittleEvidence;

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

    /// <summary>
    /// True when nothing between two persons, both of whom a record is linked to, forbids that they are one: no two of their records differ in what one
    /// person has once, and no domain knows both, unless under one trusted identifier.
    /// </summary>
    public bool MayJoin(CandidatePerson a, CandidatePerson b)
    {
        foreach (var ours in a.Records)
            foreach (var theirs in b.Records)
                if (!MayBeOne(ours, theirs)) return false;
        return true;
    }

    bool MayBeOne(NormalisedPatient a, NormalisedPatient b)
    {
        var pair = _records.Compare(a, b);
        var verdict = _pairs.Judge(a, b, pair);
        if (verdict.Rule == MatchRule.TrustedIdentifier) return true;
        return a.Id.Authority != b.Id.Authority
            && !pair.DiffersInTrustedNationalId
            && verdict.Rule is not (MatchRule.MotherAndChild or MatchRule.BornTogether or MatchRule.PossiblyBornTogether or MatchRule.BorrowedIdentifier)
            && pair.Levels[MatchField.Given] is not (AgreementLevel.Different or AgreementLevel.Partial)
            && pair.Levels[MatchField.BirthDate] is not AgreementLevel.Different
            && pair.Levels[MatchField.Sex] is not AgreementLevel.Different;
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
