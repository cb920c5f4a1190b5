namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>How often each level of each field is seen, among pairs in which it is not missing.</summary>
sealed class LevelShares
{
    /// <summary>
    /// What was believed before counts as so many pairs: a level that the sample does not show keeps a share, and a small sample moves little.
    /// </summary>
    const double PairsBelieved = 200;

    readonly double[,] _shares = new double[MatchWeights.Fields, MatchWeights.Levels];

    public double this[MatchField field, AgreementLevel level] => _shares[(int)field, (int)level];

    public static LevelShares Of(MatchWeights weights, Func<LevelProbabilities, double> share)
    {
        var shares = new LevelShares();
        foreach (var ((field, level), probabilities) in weights.Probabilities) shares._shares[(int)field, (int)level] = share(probabilities);
        return shares;
    }

    /// <summary>The shares with what was seen in pairs, each of which counts by its weight.</summary>
    public LevelShares Adjusted(IEnumerable<(ComparisonVector Pair, double Weight)> pairs)
    {
        var counts = new double[MatchWeights.Fields, MatchWeights.Levels];
        foreach (var (pair, weight) in pairs)
            for (var field = 0; field < MatchWeights.Fields; field++)
                counts[field, (int)pair[(MatchField)field]] += weight;
        var adjusted = new LevelShares();
        for (var field = 0; field < MatchWeights.Fields; field++) Adjust(adjusted, counts, field);
        return adjusted;
    }

    /// <summary>Levels that the field does not know have no share and get none.</summary>
    void Adjust(LevelShares adjusted, double[,] counts, int field)
    {
        var seen = 0.0;
        var believed = 0.0;
        for (var level = 1; level < MatchWeights.Levels; level++)
        {
            if (_shares[field, level] == 0) continue;
            seen += counts[field, level];
            believed += _shares[field, level];
        }
        for (var level = 1; level < MatchWeights.Levels; level++)
            if (_shares[field, level] > 0)
                adjusted._shares[field, level] = (counts[field, level] + PairsBelieved * _shares[field, level]) / (seen + PairsBelieved * believed);
    }

    /// <summary>The probability of a pair's levels, were fields independent.</summary>
    public double Of(ComparisonVector pair)
    {
        var probability = 1.0;
        for (var field = 0; field < MatchWeights.Fields; field++)
            if (pair[(MatchField)field] is var level && _shares[field, (int)level] is > 0 and var share) probability *= share;
        return probability;
    }

    /// <summary>The greatest difference in a share.</summary>
    public double Distance(LevelShares other)
    {
        var greatest = 0.0;
        for (var field = 0; field < MatchWeights.Fields; field++)
            for (var level = 1; level < MatchWeights.Levels; level++)
                greatest = Math.Max(greatest, Math.Abs(_shares[field, level] - other._shares[field, level]));
        return greatest;
    }
}
