namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>
/// Estimates weights from a site's own records without knowing who is who: u from pairs drawn at random, m by expectation maximisation over
/// pairs that share a key. Pure: the same records and seed give the same weights, nothing is read or kept.
/// </summary>
public static class WeightEstimation
{
    /// <summary>Pairs compared of each kind: estimates of rarer levels stay near the settings' own.</summary>
    const int MostPairs = 500_000;

    /// <summary>Estimates from records.</summary>
    /// <param name="sample">Records drawn at random, or all.</param>
    /// <param name="settings">Where the estimate begins, and what it keeps for what the sample does not show.</param>
    /// <param name="seed">What pairs are drawn by.</param>
    public static WeightEstimate FromRecords(IReadOnlyList<NormalisedPatient> sample, MatchSettings settings, int seed)
    {
        var matcher = new Matcher(settings);
        var usable = sample.Where(r => !r.IsTemporary).ToList();
        var random = PairSample.Random(usable, Math.Min(MostPairs, usable.Count * 10), seed).Select(p => matcher.Compare(p.A, p.B)).ToList();
        var blocked = PairSample.Blocked(usable, MostPairs, seed).Select(p => matcher.Compare(p.A, p.B)).ToList();
        return FromPairs(random, blocked, settings.Weights) is var estimate && usable.Count > 0
            ? estimate with { Records = usable.Count, Weights = estimate.Weights with { Names = NameFrequencies.Count(usable) } }
            : estimate;
    }

    /// <summary>Estimates from pairs that are compared already; the shares of names are left as they are by default.</summary>
    /// <param name="randomPairs">Pairs of records drawn at random.</param>
    /// <param name="blockedPairs">Pairs of records that share a key.</param>
    /// <param name="start">Where the estimate begins.</param>
    public static WeightEstimate FromPairs(
        IReadOnlyCollection<ComparisonVector> randomPairs, IReadOnlyCollection<ComparisonVector> blockedPairs, MatchWeights start)
    {
        var u = LevelShares.Of(start, p => p.U).Adjusted(randomPairs.CountBy(v => v).Select(v => (v.Key, (double)v.Value)));
        var maximisation = new ExpectationMaximisation(start, blockedPairs);
        maximisation.Run();
        var probabilities = start.Probabilities.ToDictionary(
            p => p.Key, p => new LevelProbabilities(maximisation.M[p.Key.Field, p.Key.Level], u[p.Key.Field, p.Key.Level]));
        return new WeightEstimate(
            new SiteWeights(new MatchWeights(probabilities), NameFrequencies.Default), 0, randomPairs.Count, blockedPairs.Count,
            maximisation.MatchShare, maximisation.Iterations, maximisation.HasConverged);
    }
}
