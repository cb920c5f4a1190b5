using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Benchmarks.Processes;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P18b to P18d: what a server that knows many persons does against one that knows few, each behind the same load.</summary>
/// <param name="id">Which goal.</param>
/// <param name="name">What is measured.</param>
/// <param name="unit">The unit.</param>
/// <param name="bound">What many divided by few should be.</param>
/// <param name="clients">How many clients.</param>
/// <param name="request">A request about a resident.</param>
/// <param name="isNew">The residents are new ones; otherwise those that are known.</param>
/// <param name="expected">What the answer to a success holds.</param>
/// <param name="figure">The figure of a measurement.</param>
sealed class PersonGrowthGoal(
    string id, string name, string unit, Bound bound, int clients, Func<long, byte[]> request, bool isNew, string expected,
    Func<LoadResult, double> figure) : IGoal
{
    // Beyond the numbers of all fillings.
    static long _next = 1L << 40;

    internal static PersonGrowthGoal Feed { get; } = new(
        "P18b", "matched feed (A04) of new persons, durable", "messages/s", Bound.AtLeast(0.7), 16, Persons.Feed, true, "MSA|AA|", load => load.Rate);

    internal static PersonGrowthGoal FeedTime { get; } = new(
        "P18c", "the same, p95", "µs", Bound.AtMost(2), 4, Persons.Feed, true, "MSA|AA|", load => load.Percentile(0.95));

    internal static PersonGrowthGoal PdqTime { get; } = new(
        "P18d", "PDQ (ITI-21) by name and birth date, p95", "µs", Bound.AtMost(2), 4, Persons.PdqQuery, false, "|OK|", load => load.Percentile(0.95));

    /// <inheritdoc />
    public string Id => id;

    /// <inheritdoc />
    public async Task<GoalResult> MeasureAsync(Bench bench)
    {
        var (few, many) = (bench.Options.Persons, bench.Options.LargePersons);
        foreach (var persons in (int[])[few, many]) await PersonFilling.FillAsync(Folder(bench, persons), persons).ConfigureAwait(false);
        using var small = ChildProcess.Server(Folder(bench, few));
        using var large = ChildProcess.Server(Folder(bench, many));
        using var ofSmall = new ClosedLoop(clients, n => Client(small, few, n));
        using var ofLarge = new ClosedLoop(clients, n => Client(large, many, n));
        return new Alternation(id, $"{name}, {many:#,0} persons, {clients} clients", $"the same at {few:#,0}", unit, bound)
            .Run(bench.Options.Rounds, warmUp => Measure(bench, small, ofSmall, warmUp), warmUp => Measure(bench, large, ofLarge, warmUp));
    }

    /// <summary>The data folder of a server that knows so many persons.</summary>
    internal static string Folder(Bench bench, int persons) => Path.Combine(bench.Folder, $"persons-{persons}");

    (Action Once, IDisposable Held) Client(ChildProcess server, int persons, int client)
    {
        var connection = new TcpConnection(server.TcpPort);
        var bytes = System.Text.Encoding.ASCII.GetBytes(expected);
        var i = client * 61;
        return (() => Mllp.MustAnswer(connection, request(isNew ? Interlocked.Increment(ref _next) : LookupGoal.Number(i++, persons)), bytes), connection);
    }

    Sample Measure(Bench bench, ChildProcess server, ClosedLoop loop, bool warmUp)
    {
        var before = server.ProcessorTime;
        var load = loop.Run(warmUp ? bench.Options.WarmUp : bench.Options.Time);
        return new Sample(figure(load), (server.ProcessorTime - before).TotalMicroseconds / load.Ticks.Length);
    }
}
