using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Processes;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>
/// P7: how much more memory ITI-41 and ITI-43 of 100 MB take than of 1 MB: the peaks of the resident size, each in a server just started,
/// after the same small documents. Memory is exact enough to be compared once; the rounds show how exact.
/// </summary>
/// <param name="id">P7, and P7b for eight at once.</param>
/// <param name="atOnce">Documents at once.</param>
/// <param name="bound">Most megabytes more.</param>
sealed class MemoryGoal(string id, int atOnce, double bound) : IGoal
{
    const long Large = 100 * LargeDocument.Megabyte;
    const long Small = LargeDocument.Megabyte;

    /// <inheritdoc />
    public string Id => id;

    /// <inheritdoc />
    public async Task<GoalResult> MeasureAsync(Bench bench)
    {
        var folder = Path.Combine(bench.Folder, "memory");
        await Filling.FillAsync(folder, 100).ConfigureAwait(false);
        var rounds = new List<double[]>();
        for (var i = 0; i < bench.Options.Rounds; i++) rounds.Add([Peak(folder, Small), Peak(folder, Large)]);
        var more = rounds.Select(r => r[1] - r[0]).Order().ToList();
        return new GoalResult(
            id, $"ITI-41 and ITI-43, {atOnce} at once: peak RSS at 100 MB less at 1 MB", "peak at 1 MB", "MB (ratio: MB more)",
            Alternation.Median(rounds.Select(r => r[0])), Alternation.Median(rounds.Select(r => r[1])),
            Alternation.Median(more), more[0], more[^1], Bound.AtMost(bound).ToString(), Bound.AtMost(bound).Holds(Alternation.Median(more)),
            null, null, rounds, new Dictionary<string, double>());
    }

    double Peak(string folder, long size)
    {
        using var server = ChildProcess.Server(folder);
        for (var i = 0; i < 5; i++) AtOnce(server, Small);
        AtOnce(server, size);
        return server.PeakResident / (double)LargeDocument.Megabyte;
    }

    void AtOnce(ChildProcess server, long size) =>
        Parallel.For(0, atOnce, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, _ =>
        {
            var number = LargeDocument.Submit(server.HttpPort, size);
            if (LargeDocument.Retrieve(server.HttpPort, number) < size) throw new InvalidOperationException("The document did not come whole.");
        });
}
