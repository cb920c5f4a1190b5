namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>What speaks for and against a record being a person's.</summary>
/// <param name="Person">The person's row.</param>
/// <param name="Record">The one of the person's records that decided.</param>
/// <param name="Outcome">What would become of the record were this the only person.</param>
/// <param name="Rule">Why.</param>
/// <param name="Score">The sum of the weights, in bits.</param>
/// <param name="Fields">The fields that both records have.</param>
public sealed record PersonComparison(
    long Person, KnownIdentifier Record, MatchOutcome Outcome, MatchRule Rule, double Score, IReadOnlyList<FieldComparison> Fields);
