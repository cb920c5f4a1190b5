namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>Weights estimated from records, and how it went.</summary>
/// <param name="Weights">The weights and the shares of names.</param>
/// <param name="Records">Records in the sample.</param>
/// <param name="RandomPairs">Pairs of strangers compared.</param>
/// <param name="BlockedPairs">Pairs that share a key compared.</param>
/// <param name="MatchShare">What share of the pairs that share a key are of one person.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="HasConverged">False when the steps were used up before the estimate stood still.</param>
public sealed record WeightEstimate(
    SiteWeights Weights, int Records, int RandomPairs, int BlockedPairs, double MatchShare, int Iterations, bool HasConverged);
