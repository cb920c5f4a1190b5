using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares what two records say of the mother, and tells mother from child.</summary>
static class MotherComparison
{
    /// <summary>Nobody is a mother younger.</summary>
    const int YoungestMother = 10;

    public static bool ShareIdentifier(NormalisedIdentifier[] ours, NormalisedIdentifier[] theirs)
    {
        foreach (var our in ours)
            foreach (var their in theirs)
                if (our.Value == their.Value && our.Scope == their.Scope) return true;
        return false;
    }

    /// <summary>One record names the other as mother, or is a child without a name under its mother's identifier.</summary>
    public static bool AreMotherAndChild(NormalisedPatient a, NormalisedPatient b) => IsMotherOf(a, b) || IsMotherOf(b, a);

    static bool IsMotherOf(NormalisedPatient mother, NormalisedPatient child) =>
        ShareIdentifier(mother.Identifiers, child.MothersIdentifiers)
        || (child.HasNewbornName && !mother.HasNewbornName && !mother.BirthDate.IsEmpty
            && child.BirthDate.Year - mother.BirthDate.Year >= YoungestMother && ShareIdentifier(mother.Identifiers, child.Identifiers));

    public static AgreementLevel Compare(NormalisedPatient a, NormalisedPatient b, NameComparison names)
    {
        if (ShareIdentifier(a.MothersIdentifiers, b.MothersIdentifiers)) return Exact;
        var name = names.Best(a.MothersNames, b.MothersNames);
        return (name.Family, name.Given) switch
        {
            (Exact, Exact) => Exact,
            (Exact or Sounds or Close, Exact or Sounds or Close) => Sounds,
            (Different, _) or (_, Different) => Different,
            _ => Missing,
        };
    }
}
