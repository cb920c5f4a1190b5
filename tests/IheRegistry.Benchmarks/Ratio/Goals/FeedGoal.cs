using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P12: ITI-8 of residents, matched and durable before the acknowledgement, by sixteen clients, against bare inserts of the same rows.</summary>
sealed class FeedGoal : IGoal
{
    const int Clients = 16;
    const string Rows = "iti8";

    /// <inheritdoc />
    public string Id => "P12";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        var (once, held) = Client(bench.Server.TcpPort);
        using (held) BareRowsOf.Capture(bench, Rows, once);
        using var ours = new ClosedLoop(Clients, _ => Client(bench.Server.TcpPort));
        var result = new Alternation(
            Id, $"ITI-8 A04 of a new patient, matched, {Clients} clients, durable", "bare inserts of the same rows, ungrouped", "messages/s", Bound.AtLeast(0.6))
            .Run(bench.Options.Rounds, _ => BareRowsOf.Rate(bench, Rows, Clients), warmUp => bench.Rate(ours, bench.Server, warmUp));
        return Task.FromResult(result);
    }

    static (Action Once, IDisposable Held) Client(int port)
    {
        var connection = new TcpConnection(port);
        return (() => Mllp.MustSucceed(connection, Persons.Feed(UniqueNumbers.Next())), connection);
    }
}
