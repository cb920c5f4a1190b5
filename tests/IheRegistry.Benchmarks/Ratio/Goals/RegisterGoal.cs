using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P3: ITI-42 of one document by sixteen clients, durable, against bare transactions of the same rows, ungrouped.</summary>
sealed class RegisterGoal : IGoal
{
    const int Clients = 16;
    const string Rows = "iti42";

    /// <inheritdoc />
    public string Id => "P3";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        var template = Requests.Iti42(Requests.Submitted, 1);
        using (var one = new Submitter(bench.Server.HttpPort, template, 1)) BareRowsOf.Capture(bench, Rows, one.Once);
        using var ours = new ClosedLoop(Clients, _ => Submitter.Client(bench.Server.HttpPort, template, 1));
        var result = new Alternation(
            Id, $"ITI-42, 1 document, {Clients} clients, durable", "bare transactions of the same rows, ungrouped", "submissions/s", Bound.AtLeast(1.0))
            .Run(
                bench.Options.Rounds, _ => BareRowsOf.Rate(bench, Rows, Clients), warmUp => bench.Rate(ours, bench.Server, warmUp),
                () => new Dictionary<string, double>
                {
                    [$"roof: bare, {Clients} in each commit, submissions/s"] = BareRowsOf.Rate(bench, Rows, 1, group: Clients).Value,
                });
        return Task.FromResult(result);
    }
}
