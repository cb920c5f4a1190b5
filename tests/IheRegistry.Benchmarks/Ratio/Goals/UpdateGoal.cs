using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>U1: ITI-57 of one new version by sixteen clients, durable, against ITI-42 of one document at the same server.</summary>
sealed class UpdateGoal : IGoal
{
    const int Clients = 16;

    /// <inheritdoc />
    public string Id => "U1";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        var (registration, update, submission) = (Requests.Iti42OfKnownEntry(), Requests.Iti57(), Requests.Iti42(Requests.Submitted, 1));
        using var floor = new ClosedLoop(Clients, _ => Submitter.Client(bench.Server.HttpPort, submission, 1));
        using var ours = new ClosedLoop(Clients, _ => Updater.Client(bench.Server.HttpPort, registration, update));
        // A new version writes what a registration writes, and reads and deprecates the version before.
        var result = new Alternation(
            Id, $"ITI-57, a new version, {Clients} clients, durable", "ITI-42, 1 document, at the same server", "requests/s", Bound.AtLeast(0.7))
            .Run(bench.Options.Rounds, warmUp => bench.Rate(floor, bench.Server, warmUp), warmUp => bench.Rate(ours, bench.Server, warmUp));
        return Task.FromResult(result);
    }
}
