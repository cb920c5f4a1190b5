using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares telephone numbers and email addresses: the best pair counts.</summary>
static class TelecomComparison
{
    /// <summary>Digits of a number without its area code.</summary>
    const int ShortestSubscriber = 7;

    public static AgreementLevel Compare(string[] ours, string[] theirs)
    {
        if (ours.Length == 0 || theirs.Length == 0) return Missing;
        var best = Different;
        foreach (var our in ours)
            foreach (var their in theirs)
            {
                if (IsSame(our, their)) return Exact;
                if (our.Length >= ShortestSubscriber && EditDistance.IsAtMostOne(our, their)) best = Close;
            }
        return best;
    }

    static bool IsSame(string a, string b) =>
        a == b
        || (b.Length >= ShortestSubscriber && a.EndsWith(b, StringComparison.Ordinal))
        || (a.Length >= ShortestSubscriber && b.EndsWith(a, StringComparison.Ordinal));
}
