using IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Rules;

/// <summary>A person judged: the pair that decided, and the verdict on the person.</summary>
/// <param name="Person">The person's row.</param>
/// <param name="Record">The person's record that decided.</param>
/// <param name="Pair">The comparison with it.</param>
/// <param name="Verdict">What follows.</param>
readonly record struct PersonJudgement(long Person, NormalisedPatient Record, PairComparison Pair, Verdict Verdict)
{
    /// <summary>The likelier first; between equals the person known longer, so that the order of candidates is of no matter.</summary>
    public static int Compare(PersonJudgement a, PersonJudgement b)
    {
        var byOutcome = b.Verdict.Outcome.CompareTo(a.Verdict.Outcome);
        if (byOutcome != 0) return byOutcome;
        var byCertainty = b.IsCertain.CompareTo(a.IsCertain);
        if (byCertainty != 0) return byCertainty;
        var byScore = b.Pair.Score.CompareTo(a.Pair.Score);
        return byScore != 0 ? byScore : a.Person.CompareTo(b.Person);
    }

    /// <summary>True when a rule and not the evidence links.</summary>
    public bool IsCertain => Verdict is { Outcome: MatchOutcome.Link, Rule: not MatchRule.EnoughEvidence };
}
