using System.Text.Json;
using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Ratio.Goals;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Benchmarks.Ratio;

/// <summary>Verb <c>ratio</c>: measures goals and prints the table.</summary>
static class RatioCommand
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    static readonly IReadOnlyList<IGoal> Goals =
    [
        new FindDocumentsGoal("P1", ReturnType.ObjectRef),
        new FindDocumentsGoal("P2", ReturnType.LeafClass),
        new RegisterGoal(),
        new LargeSubmissionGoal(),
        new ProvideAndRegisterGoal(),
        new LargeSubmitGoal(),
        new MemoryGoal("P7", atOnce: 1, bound: 16),
        new MemoryGoal("P7b", atOnce: 8, bound: 64),
        new LargeRetrieveGoal(),
        WireGoal.Soap,
        WireGoal.Mtom,
        new AcknowledgeGoal(),
        new FeedGoal(),
        new GrowthGoal(),
        new UpdateGoal(),
        LookupGoal.Pix,
        LookupGoal.Pdq,
        PersonGrowthGoal.Feed,
        PersonGrowthGoal.FeedTime,
        PersonGrowthGoal.PdqTime,
    ];

    internal static async Task<int> RunAsync(RatioOptions options)
    {
        var folder = options.Work ?? Directory.CreateTempSubdirectory("iheregistry-benchmarks-").FullName;
        Directory.CreateDirectory(folder);
        var results = new List<GoalResult>();
        try
        {
            using var bench = new Bench(options, folder);
            await Filling.FillAsync(bench.DataFolder, options.Documents).ConfigureAwait(false);
            foreach (var goal in Goals.Where(g => options.Only.Count == 0 || options.Only.Contains(g.Id)))
            {
                results.Add(await goal.MeasureAsync(bench).ConfigureAwait(false));
                await Console.Error.WriteLineAsync(Report.Line(results[^1])).ConfigureAwait(false);
            }
        }
        finally
        {
            if (options.Work is null) Directory.Delete(folder, recursive: true);
        }

        Console.WriteLine(Report.Table(results));
        if (options.Json is { } json) await File.WriteAllTextAsync(json, JsonSerializer.Serialize(results, Indented)).ConfigureAwait(false);
        return 0;
    }
}
