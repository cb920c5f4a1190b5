namespace IheRegistry.Benchmarks.Ratio;

/// <summary>Both sides warmed up, then measured in turn, A-B-A-B: what disturbs the machine disturbs both.</summary>
/// <param name="Goal">P1 and so on.</param>
/// <param name="Name">What is measured.</param>
/// <param name="FloorName">What it is compared with.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="Bound">What server divided by floor should be.</param>
sealed record Alternation(string Goal, string Name, string FloorName, string Unit, Bound Bound)
{
    /// <summary>Measures.</summary>
    /// <param name="rounds">How often.</param>
    /// <param name="floor">Measures the floor once; true for the warm-up.</param>
    /// <param name="ours">Measures the server once; true for the warm-up.</param>
    /// <param name="notes">Other figures, taken behind the rounds.</param>
    internal GoalResult Run(
        int rounds, Func<bool, Sample> floor, Func<bool, Sample> ours, Func<IReadOnlyDictionary<string, double>>? notes = null)
    {
        floor(true);
        ours(true);
        var samples = new List<(Sample Floor, Sample Ours)>();
        for (var i = 0; i < rounds; i++) samples.Add((floor(false), ours(false)));
        return Result(samples, notes?.Invoke() ?? new Dictionary<string, double>());
    }

    GoalResult Result(List<(Sample Floor, Sample Ours)> samples, IReadOnlyDictionary<string, double> notes)
    {
        var ratios = samples.Select(s => s.Ours.Value / s.Floor.Value).Order().ToList();
        var ratio = Median(ratios);
        return new GoalResult(
            Goal, Name, FloorName, Unit, Median(samples.Select(s => s.Floor.Value)), Median(samples.Select(s => s.Ours.Value)),
            ratio, ratios[0], ratios[^1], Bound.ToString(), Bound.Holds(ratio),
            Median(samples.Select(s => s.Floor.ProcessorMicroseconds)), Median(samples.Select(s => s.Ours.ProcessorMicroseconds)),
            [.. samples.Select(s => new[] { s.Floor.Value, s.Ours.Value })], notes);
    }

    static double? Median(IEnumerable<double?> values)
    {
        var known = values.OfType<double>().ToList();
        return known.Count == 0 ? null : Median(known);
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
