using System.Text;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P11: an ADT^A04 over MLLP parsed, checked and acknowledged, against TCP echoing the frame.</summary>
sealed class AcknowledgeGoal : IGoal
{
    const int Clients = 16;

    /// <inheritdoc />
    public string Id => "P11";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        var frame = Feed.Frame();
        using var ours = new ClosedLoop(Clients, _ => Client(bench.Wire.TcpPort, frame, "MSA|AA|"));
        using var floor = new ClosedLoop(Clients, _ => Client(bench.Floor.TcpPort, frame, "ADT^A04"));
        var result = new Alternation(
            Id, $"MLLP ADT^A04 of {frame.Length - 3} bytes: parse, check, acknowledge, {Clients} clients", "TCP echo of the frame", "messages/s", Bound.AtLeast(0.6))
            .Run(bench.Options.Rounds, warmUp => bench.Rate(floor, bench.Floor, warmUp), warmUp => bench.Rate(ours, bench.Wire, warmUp));
        return Task.FromResult(result);
    }

    static (Action Once, IDisposable Held) Client(int port, byte[] frame, string success)
    {
        var connection = new TcpConnection(port);
        var expected = Encoding.ASCII.GetBytes(success);
        return (() =>
        {
            Mllp.MustAnswer(connection, frame, expected);
        }, connection);
    }
}
