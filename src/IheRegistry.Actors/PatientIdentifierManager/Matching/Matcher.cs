using IheRegistry.Actors.PatientIdentifierManager.Matching.Rules;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>Decides whose a record is. The same record and candidates give the same decision, whatever their order. Safe for concurrent use.</summary>
public sealed class Matcher(MatchSettings settings)
{
    /// <summary>Comparisons kept in an explanation; a steward reads no more.</summary>
    const int MostExplained = 8;

    readonly PersonRules _rules = new(settings);

    /// <summary>Decides.</summary>
    /// <param name="record">The record.</param>
    /// <param name="candidates">The persons found by the record's keys, without the person whose it already is.</param>
    /// <param name="isKeptApart">Whether a steward has said that the record is not that person's.</param>
    /// <param name="cappedKeys">Hashes of keys under which more records were found than are given.</param>
    public MatchDecision Decide(
        NormalisedPatient record, IReadOnlyList<CandidatePerson> candidates, Func<long, bool> isKeptApart, IReadOnlyCollection<long> cappedKeys)
    {
        var judgements = new List<PersonJudgement>(candidates.Count);
        if (!record.IsTemporary)
            foreach (var candidate in candidates)
                if (_rules.Judge(record, candidate, isKeptApart(candidate.Person)) is { } judgement) judgements.Add(judgement);
        judgements.Sort(PersonJudgement.Compare);
        return Decided(record, judgements, candidates) with
        {
            Mother = MotherAmong(record, judgements),
            Compared = [.. judgements.Take(MostExplained).Select(Explain)],
            ComparedPersons = judgements.Count,
            Flags = record.Flags,
            CappedKeys = cappedKeys.Count == 0 ? [] : [.. record.BlockingKeys.Where(k => cappedKeys.Contains(k.Hash)).Select(k => k.Kind).Distinct()],
            LinkThreshold = settings.LinkThreshold,
            ReviewThreshold = settings.ReviewThreshold,
        };
    }

    /// <summary>
    /// Whether a record found by a key makes its person a candidate. Most of what the keys of common names find does not, and is not worth reading
    /// the person's other records: were one of these near, it would have been found itself.
    /// </summary>
    /// <param name="record">The record to decide about.</param>
    /// <param name="found">The record found.</param>
    public bool IsNear(NormalisedPatient record, NormalisedPatient found) => _rules.IsNear(record, found);

    /// <summary>How far two records agree: what weights are estimated from.</summary>
    public ComparisonVector Compare(NormalisedPatient a, NormalisedPatient b) => _rules.Compare(a, b).Levels;

    MatchDecision Decided(NormalisedPatient record, List<PersonJudgement> judgements, IReadOnlyList<CandidatePerson> candidates)
    {
        if (record.IsTemporary) return new MatchDecision { Outcome = MatchOutcome.New, Rule = MatchRule.TemporaryDomain };
        if (judgements.Count == 0) return new MatchDecision { Outcome = MatchOutcome.New, Rule = MatchRule.NoCandidate };
        var best = judgements[0];
        var likely = judgements.FindAll(j => j.Verdict.Outcome != MatchOutcome.New).ConvertAll(j => j.Person);
        return best.Verdict.Outcome switch
        {
            MatchOutcome.New => new MatchDecision { Outcome = MatchOutcome.New, Rule = best.Verdict.Rule },
            MatchOutcome.Link when Leads(judgements) =>
                Reviewing(Linked(judgements, candidates), likely[1..]),
            MatchOutcome.Link => Reviewing(new MatchDecision { Outcome = MatchOutcome.Review, Rule = MatchRule.SeveralPersons }, likely),
            _ => Reviewing(new MatchDecision { Outcome = MatchOutcome.Review, Rule = best.Verdict.Rule }, likely),
        };
    }

    /// <summary>A person linked by a rule draws in the others that are linked, as far as nothing between them forbids it.</summary>
    MatchDecision Linked(List<PersonJudgement> judgements, IReadOnlyList<CandidatePerson> candidates)
    {
        var best = judgements[0];
        var decision = new MatchDecision { Outcome = MatchOutcome.Link, Rule = best.Verdict.Rule, Person = best.Person };
        var others = judgements.FindAll(j => j.Verdict.Outcome == MatchOutcome.Link && j.Person != best.Person).ConvertAll(j => j.Person);
        if (!best.IsCertain || others.Count == 0) return decision;
        var joined = new List<CandidatePerson> { Candidate(candidates, best.Person) };
        foreach (var other in others.Take(settings.MostReviews))
            if (Candidate(candidates, other) is var candidate && joined.TrueForAll(j => _rules.MayJoin(j, candidate))) joined.Add(candidate);
        return decision with { Joins = joined[1..].ConvertAll(c => c.Person) };
    }

    static CandidatePerson Candidate(IReadOnlyList<CandidatePerson> candidates, long person) => candidates.First(c => c.Person == person);

    MatchDecision Reviewing(MatchDecision decision, List<long> persons) => decision with
    {
        Reviews = persons.Count > settings.MostReviews ? persons[..settings.MostReviews] : persons,
        FurtherReviews = Math.Max(0, persons.Count - settings.MostReviews),
    };

    /// <summary>A rule leads evidence; between two of the same, the score must.</summary>
    bool Leads(List<PersonJudgement> judgements) =>
        judgements.Count == 1
        || judgements[1].Verdict.Outcome != MatchOutcome.Link
        || judgements[0].IsCertain
        || judgements[0].Pair.Score - judgements[1].Pair.Score >= settings.Lead;

    /// <summary>The persons are sorted, so that of two records of one mother in two persons the same one is told.</summary>
    static long? MotherAmong(NormalisedPatient record, List<PersonJudgement> judgements)
    {
        if (!record.IsNewborn) return null;
        foreach (var judgement in judgements)
            if (judgement.Verdict.Rule == MatchRule.MotherAndChild) return judgement.Person;
        return null;
    }

    static PersonComparison Explain(PersonJudgement judgement)
    {
        var fields = new List<FieldComparison>();
        foreach (var field in Enum.GetValues<MatchField>())
            if (judgement.Pair.Levels[field] is var level and not AgreementLevel.Missing)
                fields.Add(new FieldComparison(field, level, judgement.Pair.WeightOf(field)));
        return new PersonComparison(
            judgement.Person, judgement.Record.Id, judgement.Verdict.Outcome, judgement.Verdict.Rule, judgement.Pair.Score, fields);
    }
}
