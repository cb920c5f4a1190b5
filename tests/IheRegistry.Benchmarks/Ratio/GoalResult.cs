namespace IheRegistry.Benchmarks.Ratio;

/// <summary>What came of a goal.</summary>
/// <param name="Id">P1 and so on.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Floor">What it was compared with.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="FloorMedian">The floor's median.</param>
/// <param name="OursMedian">The server's median.</param>
/// <param name="Ratio">The median of the rounds' ratios.</param>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The most of them.</param>
/// <param name="Bound">What the ratio should be.</param>
/// <param name="Met">Whether the median is within the bound.</param>
/// <param name="FloorProcessor">Processor microseconds of the floor's process a request.</param>
/// <param name="OursProcessor">Processor microseconds of the server's process a request.</param>
/// <param name="Rounds">Each round's two figures.</param>
/// <param name="Notes">Other figures taken on the way.</param>
sealed record GoalResult(
    string Id, string Name, string Floor, string Unit, double FloorMedian, double OursMedian, double Ratio, double Least, double Most,
    string Bound, bool Met, double? FloorProcessor, double? OursProcessor, IReadOnlyList<double[]> Rounds, IReadOnlyDictionary<string, double> Notes);
