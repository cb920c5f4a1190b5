namespace IheRegistry.Benchmarks.Ratio;

/// <summary>A goal: what is measured against what.</summary>
interface IGoal
{
    /// <summary>P1 and so on.</summary>
    string Id { get; }

    /// <summary>Measures it.</summary>
    Task<GoalResult> MeasureAsync(Bench bench);
}
