using IheRegistry.Actors.PatientIdentifierManager.Matching;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>Two persons side by side.</summary>
/// <param name="First">The one.</param>
/// <param name="Second">The other.</param>
/// <param name="Reasons">What matching says today of the first record of the first person against the second person: fields, levels, weights, rule.</param>
public sealed record Comparison(PersonView First, PersonView Second, MatchDecision Reasons);
