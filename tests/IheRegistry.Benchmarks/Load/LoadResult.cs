using System.Diagnostics;

namespace IheRegistry.Benchmarks.Load;

/// <summary>What a closed loop did.</summary>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="Ticks">The time of each request, in ticks of the stopwatch.</param>
sealed record LoadResult(TimeSpan Elapsed, long[] Ticks)
{
    /// <summary>Requests a second.</summary>
    internal double Rate => Ticks.Length / Elapsed.TotalSeconds;

    /// <summary>The time below which that share of the requests stayed, in microseconds.</summary>
    internal double Percentile(double share)
    {
        var sorted = Ticks.Order().ToArray();
        return sorted[(int)(share * (sorted.Length - 1))] * 1e6 / Stopwatch.Frequency;
    }
}
