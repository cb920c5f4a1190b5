using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares two records in all fields.</summary>
sealed class RecordComparison(MatchWeights weights, NameFrequencies frequencies)
{
    readonly NameComparison _names = new(weights, frequencies);

    public PairComparison Compare(NormalisedPatient a, NormalisedPatient b)
    {
        var comparison = default(PairComparison);
        var name = _names.Best(a.Names, b.Names);
        comparison.Set(MatchField.Family, name.Family, name.FamilyWeight);
        comparison.Set(MatchField.Given, name.Given, name.GivenWeight);
        comparison.IsInitial = name.IsInitial;
        Set(ref comparison, MatchField.BirthDate, DateComparison.Compare(a.BirthDate, b.BirthDate));
        Set(ref comparison, MatchField.Sex, a.Sex == '\0' || b.Sex == '\0' ? Missing : a.Sex == b.Sex ? Exact : Different);
        Set(ref comparison, MatchField.Telecom, TelecomComparison.Compare(a.Telecoms, b.Telecoms));
        Set(ref comparison, MatchField.Address, AddressComparison.Compare(a.Addresses, b.Addresses));
        Set(ref comparison, MatchField.Mother, MotherComparison.Compare(a, b, _names));
        Set(ref comparison, MatchField.BirthOrder, a.BirthOrder == 0 || b.BirthOrder == 0 ? Missing : a.BirthOrder == b.BirthOrder ? Exact : Different);
        IdentifierComparison.Compare(a.Identifiers, b.Identifiers, weights, ref comparison);
        comparison.HaveSameMother = MotherComparison.ShareIdentifier(a.MothersIdentifiers, b.MothersIdentifiers);
        return comparison;
    }

    void Set(ref PairComparison comparison, MatchField field, AgreementLevel level) => comparison.Set(field, level, weights[field, level]);
}
