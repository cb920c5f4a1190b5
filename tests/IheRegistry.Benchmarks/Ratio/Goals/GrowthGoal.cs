using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Benchmarks.Processes;
using IheRegistry.Model;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P15: the median time of FindDocuments in a large registry against that in a small one, each answering one client.</summary>
sealed class GrowthGoal : IGoal
{
    /// <inheritdoc />
    public string Id => "P15";

    /// <inheritdoc />
    public async Task<GoalResult> MeasureAsync(Bench bench)
    {
        var documents = bench.Options.LargeDocuments;
        var folder = Path.Combine(bench.Folder, $"data-{documents}");
        await Filling.FillAsync(folder, documents).ConfigureAwait(false);
        using var large = ChildProcess.Server(folder);
        var template = Requests.FindDocuments("ObjectRef", Transactions.RegistryPath);
        using var ofSmall = new ClosedLoop(1, n => FindDocumentsGoal.Client(bench.Server.HttpPort, template, n, bench.Patients));
        using var ofLarge = new ClosedLoop(1, n => FindDocumentsGoal.Client(large.HttpPort, template, n, documents / Filling.DocumentsPerPatient));
        return new Alternation(
            Id, $"FindDocuments p50 at {documents:#,0} documents, 1 client", $"the same at {bench.Options.Documents:#,0}", "µs", Bound.AtMost(1.35))
            .Run(bench.Options.Rounds, warmUp => Median(bench, ofSmall, warmUp), warmUp => Median(bench, ofLarge, warmUp));
    }

    static Sample Median(Bench bench, ClosedLoop loop, bool warmUp) =>
        new(loop.Run(warmUp ? bench.Options.WarmUp : bench.Options.Time).Percentile(0.5));
}
