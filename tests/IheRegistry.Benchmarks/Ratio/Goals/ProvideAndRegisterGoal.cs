using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P5: ITI-41 of a document of 20 kB by four clients, durable, against a bare transaction, the file written and synced.</summary>
sealed class ProvideAndRegisterGoal : IGoal
{
    const int Clients = 4;
    const int Size = 20_000;
    const string Rows = "iti41";

    /// <inheritdoc />
    public string Id => "P5";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        var template = Requests.Iti41(Size, Size);
        using (var one = new Submitter(bench.Server.HttpPort, template, 1)) BareRowsOf.Capture(bench, Rows, one.Once);
        using var ours = new ClosedLoop(Clients, _ => Submitter.Client(bench.Server.HttpPort, template, 1));
        var result = new Alternation(
            Id, $"ITI-41, {Size / 1000} kB document, {Clients} clients, durable", "file hashed, written, synced; bare transaction of the same rows",
            "submissions/s", Bound.AtLeast(0.45))
            .Run(
                bench.Options.Rounds, _ => BareRowsOf.Rate(bench, Rows, Clients, document: Size), warmUp => bench.Rate(ours, bench.Server, warmUp));
        return Task.FromResult(result);
    }
}
