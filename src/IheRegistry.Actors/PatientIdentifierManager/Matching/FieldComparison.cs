using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>How far two records agree in a field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Level">The agreement.</param>
/// <param name="Weight">The evidence in bits; against, when negative.</param>
public readonly record struct FieldComparison(MatchField Field, AgreementLevel Level, double Weight);
