namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>
/// Tells pairs of one person from pairs of two by what they agree in (Dempster, Laird, Rubin 1977; Winkler 1988 for record linkage). What is
/// found of strangers is of strangers that share a key, who agree more than others: only m is of use.
/// </summary>
sealed class ExpectationMaximisation
{
    /// <summary>The estimate settles after some dozens; one that does not is as good as it gets.</summary>
    const int MostIterations = 100;
    const double StandsStill = 0.00001;

    /// <summary>Where the share begins; a key finds about as many records of one person as of others.</summary>
    const double FirstShare = 0.5;

    readonly List<(ComparisonVector Pair, double Count)> _pairs;
    LevelShares _u;

    public ExpectationMaximisation(MatchWeights start, IEnumerable<ComparisonVector> pairs)
    {
        _pairs = [.. pairs.CountBy(p => p).Select(p => (p.Key, (double)p.Value))];
        M = LevelShares.Of(start, p => p.M);
        _u = LevelShares.Of(start, p => p.U);
    }

    public LevelShares M { get; private set; }

    public double MatchShare { get; private set; } = FirstShare;

    public int Iterations { get; private set; }

    public bool HasConverged { get; private set; }

    public void Run()
    {
        if (_pairs.Count == 0) return;
        var start = M;
        var total = _pairs.Sum(p => p.Count);
        while (!HasConverged && Iterations < MostIterations)
        {
            var matches = _pairs.ConvertAll(p => (p.Pair, p.Count * Likelihood(p.Pair)));
            var others = _pairs.Zip(matches, (p, m) => (p.Pair, p.Count - m.Item2));
            var m = start.Adjusted(matches);
            HasConverged = m.Distance(M) < StandsStill;
            _u = _u.Adjusted(others);
            (M, MatchShare) = (m, matches.Sum(p => p.Item2) / total);
            Iterations++;
        }
    }

    /// <summary>The probability that a pair is of one person.</summary>
    double Likelihood(ComparisonVector pair)
    {
        var match = MatchShare * M.Of(pair);
        var other = (1 - MatchShare) * _u.Of(pair);
        return match / (match + other);
    }
}
