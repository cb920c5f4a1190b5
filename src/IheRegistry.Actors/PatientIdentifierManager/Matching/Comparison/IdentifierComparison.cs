using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares identifiers of the same authority: the best pair counts, and whether trusted ones agree or differ.</summary>
static class IdentifierComparison
{
    /// <summary>Neighbouring numbers are other persons where numbers are given out in sequence; long ones seldom are.</summary>
    const int ShortestForSlip = 8;

    public static void Compare(NormalisedIdentifier[] ours, NormalisedIdentifier[] theirs, MatchWeights weights, ref PairComparison comparison)
    {
        var national = Missing;
        var other = Missing;
        foreach (var our in ours)
            foreach (var their in theirs)
            {
                if (our.Scope != their.Scope) continue;
                var level = Compare(our, their);
                if (our.Kind == IdentifierClass.National && their.Kind == our.Kind) national = Better(national, level);
                else other = Better(other, level);
                Note(our, their, level, ref comparison);
            }
        comparison.Set(MatchField.NationalId, national, weights[MatchField.NationalId, national]);
        comparison.Set(MatchField.OtherId, other, weights[MatchField.OtherId, other]);
    }

    static AgreementLevel Compare(NormalisedIdentifier a, NormalisedIdentifier b)
    {
        if (a.Value == b.Value) return a.IsSound && b.IsSound ? Exact : Partial;
        if (a.Kind == IdentifierClass.Record || b.Kind == IdentifierClass.Record) return Missing;
        // A check digit that is right on both sides tells that neither is a slip.
        var mayBeSlip = a.Scope != NormalisedIdentifier.GB11643 || !a.IsSound || !b.IsSound;
        return mayBeSlip && a.Value.Length >= ShortestForSlip && EditDistance.IsAtMostOne(a.Value, b.Value) ? Close : Different;
    }

    static void Note(NormalisedIdentifier our, NormalisedIdentifier their, AgreementLevel level, ref PairComparison comparison)
    {
        if (!our.IsTrusted || !their.IsTrusted) return;
        comparison.AgreesInTrustedId |= level == Exact;
        comparison.SharesUnsoundTrustedId |= level == Partial;
        comparison.DiffersInTrustedNationalId |= level == Different && our.Kind == IdentifierClass.National && their.Kind == our.Kind && our.IsSound && their.IsSound;
    }

    static AgreementLevel Better(AgreementLevel a, AgreementLevel b) => Rank(b) > Rank(a) ? b : a;

    /// <summary>The same number that fails its checks says more than one that is nearly the same.</summary>
    static int Rank(AgreementLevel level) => level switch
    {
        Exact => 4,
        Partial => 3,
        Close => 2,
        Different => 1,
        _ => 0,
    };
}
