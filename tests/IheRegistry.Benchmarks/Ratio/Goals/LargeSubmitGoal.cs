namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P6: the time of ITI-41 with 100 MB, against draining, hashing and a synced write of as much, added.</summary>
sealed class LargeSubmitGoal : IGoal
{
    const long Size = 100 * LargeDocument.Megabyte;

    /// <inheritdoc />
    public string Id => "P6";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench) => Task.FromResult(
        new Alternation(Id, "ITI-41, 100 MB, durable", "drain + SHA-1 + synced write of as much, added", "s", Bound.AtMost(2.0)).Run(
            bench.Options.Rounds,
            _ => new Sample(LargeDocument.Time(() => LargeDocument.Drain(bench.Floor.HttpPort, Size)) + bench.AskFloor($"/hash-and-write?size={Size}")[0]),
            _ => new Sample(LargeDocument.Time(() => LargeDocument.Submit(bench.Server.HttpPort, Size)))));
}
