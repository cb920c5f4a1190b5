using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares addresses: the best pair counts.</summary>
static class AddressComparison
{
    /// <summary>In shorter names of streets one letter makes another street.</summary>
    const int ShortestForSlip = 6;

    public static AgreementLevel Compare(NormalisedAddress[] ours, NormalisedAddress[] theirs)
    {
        var best = Missing;
        foreach (var our in ours)
            foreach (var their in theirs)
                if (Compare(our, their) is var level && level > best) best = level;
        return best;
    }

    static AgreementLevel Compare(NormalisedAddress a, NormalisedAddress b)
    {
        if (a.Street.Length == 0 || b.Street.Length == 0) return ComparePlaces(a, b);
        if (!IsSameStreet(a.Street, b.Street) || ComparePlaces(a, b) == Different) return ComparePlaces(a, b) == Partial ? Partial : Different;
        return a.Number.Length > 0 && a.Number == b.Number && AgreeWhereKnown(a.Unit, b.Unit) != false ? Exact : Close;
    }

    static bool IsSameStreet(string a, string b) => a == b || (Math.Min(a.Length, b.Length) >= ShortestForSlip && EditDistance.IsAtMostOne(a, b));

    /// <summary>The smallest place that both name decides; districts of one name are in many cities.</summary>
    static AgreementLevel ComparePlaces(NormalisedAddress a, NormalisedAddress b)
    {
        var city = AgreeWhereKnown(a.City, b.City);
        var place = city == false ? city : AgreeWhereKnown(a.District, b.District) ?? city ?? AgreeWhereKnown(a.PostalCode, b.PostalCode);
        return place switch
        {
            true => Partial,
            false => Different,
            null => Missing,
        };
    }

    static bool? AgreeWhereKnown(string a, string b) => a.Length == 0 || b.Length == 0 ? null : a == b;
}
