using IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Rules;

/// <summary>Judges a pair of records: the deterministic rules first, then the evidence.</summary>
sealed class PairRules(MatchSettings settings)
{
    public Verdict Judge(NormalisedPatient record, NormalisedPatient other, in PairComparison pair)
    {
        if (MotherComparison.AreMotherAndChild(record, other)) return new Verdict(MatchOutcome.New, MatchRule.MotherAndChild);
        if (Birth(record, other, pair) is { } birth) return birth;
        return pair.AgreesInTrustedId ? Trusted(pair) : pair.SharesUnsoundTrustedId ? Unsound(pair) : Evidence(pair);
    }

    /// <summary>A number that does not fit who brings it is no proof, but it says whose card it may be.</summary>
    Verdict Unsound(in PairComparison pair) =>
        Evidence(pair) is { Outcome: not MatchOutcome.New } verdict ? verdict : new Verdict(MatchOutcome.Review, MatchRule.BorrowedIdentifier);

    /// <summary>Children of one mother and one day: twins differ in their order, their sex or their names, and in nothing else.</summary>
    static Verdict? Birth(NormalisedPatient record, NormalisedPatient other, in PairComparison pair)
    {
        if (!pair.HaveSameMother || pair.Levels[MatchField.BirthDate] != Exact) return null;
        var areSeveral = record.IsMultipleBirth || other.IsMultipleBirth;
        var order = pair.Levels[MatchField.BirthOrder];
        var given = pair.Levels[MatchField.Given];
        if (order == Different) return new Verdict(MatchOutcome.New, MatchRule.BornTogether);
        if (pair.Levels[MatchField.Sex] == Different)
            return areSeveral ? new Verdict(MatchOutcome.New, MatchRule.BornTogether) : new Verdict(MatchOutcome.Review, MatchRule.PossiblyBornTogether);
        if (pair.AgreesInTrustedId) return null;
        if (order == Exact && given is not (Different or Partial)) return new Verdict(MatchOutcome.Link, MatchRule.SameBirth);
        return given is Exact or Sounds ? null : new Verdict(MatchOutcome.Review, MatchRule.PossiblyBornTogether);
    }

    static Verdict Trusted(in PairComparison pair) =>
        NameAgrees(pair) && BirthDateAgrees(pair) && pair.Levels[MatchField.Sex] != Different && pair.Levels[MatchField.BirthOrder] != Different
            ? new Verdict(MatchOutcome.Link, MatchRule.TrustedIdentifier)
            : new Verdict(MatchOutcome.Review, MatchRule.BorrowedIdentifier);

    /// <summary>The family name may be another after a marriage, when all else agrees.</summary>
    static bool NameAgrees(in PairComparison pair)
    {
        var given = pair.Levels[MatchField.Given];
        if (pair.Levels[MatchField.Family] is Different or Missing)
            return given is Exact or Sounds && pair.Levels[MatchField.BirthDate] == Exact;
        return given is Exact or Sounds or Close || pair.IsInitial;
    }

    static bool BirthDateAgrees(in PairComparison pair) => pair.Levels[MatchField.BirthDate] switch
    {
        Exact or Sounds or Close or Partial => true,
        Missing => pair.Levels[MatchField.Family] is Exact or Sounds && pair.Levels[MatchField.Given] is Exact or Sounds,
        _ => false,
    };

    Verdict Evidence(in PairComparison pair)
    {
        if (AreBrotherAndSister(pair)) return new Verdict(MatchOutcome.New, MatchRule.BornTogether);
        if (pair.Score < settings.ReviewThreshold) return new Verdict(MatchOutcome.New, MatchRule.TooLittleEvidence);
        if (pair.DiffersInTrustedNationalId) return new Verdict(MatchOutcome.Review, MatchRule.ConflictingIdentifiers);
        if (pair.Score < settings.LinkThreshold) return new Verdict(MatchOutcome.Review, MatchRule.SomeEvidence);
        return MayLink(pair) ? new Verdict(MatchOutcome.Link, MatchRule.EnoughEvidence) : new Verdict(MatchOutcome.Review, MatchRule.NameOrBirthDiffers);
    }

    /// <summary>Brother and sister born together agree in all but name and sex.</summary>
    static bool AreBrotherAndSister(in PairComparison pair) =>
        pair.Levels[MatchField.BirthDate] == Exact && pair.Levels[MatchField.Sex] == Different && pair.Levels[MatchField.Given] is Different or Partial;

    /// <summary>
    /// Twins, and father and son of one name, agree in all that a family shares: no evidence of that makes up for a difference in the given
    /// name or the date of birth.
    /// </summary>
    static bool MayLink(in PairComparison pair)
    {
        var hasIdentifier = pair.Levels[MatchField.NationalId] is Exact or Partial || pair.Levels[MatchField.OtherId] == Exact;
        var birthDate = pair.Levels[MatchField.BirthDate];
        return pair.Levels[MatchField.Family] is Exact or Sounds or Partial
            && pair.Levels[MatchField.Given] is Exact or Sounds
            && (birthDate is Exact or Sounds || (hasIdentifier && birthDate is Close or Partial))
            && pair.Levels[MatchField.Sex] != Different
            && pair.Levels[MatchField.BirthOrder] != Different
            && pair.Levels[MatchField.NationalId] is not (Different or Close);
    }
}
