using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P4: ITI-42 of a hundred documents in one submission, against as many single bare submissions, by one client each.</summary>
sealed class LargeSubmissionGoal : IGoal
{
    const int Documents = 100;
    const string Rows = "iti42";

    /// <inheritdoc />
    public string Id => "P4";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        using (var one = new Submitter(bench.Server.HttpPort, Requests.Iti42(Requests.Submitted, 1), 1)) BareRowsOf.Capture(bench, Rows, one.Once);
        var template = Requests.Iti42(Requests.Submitted, Documents);
        using var ours = new ClosedLoop(1, _ => Submitter.Client(bench.Server.HttpPort, template, Documents));
        var result = new Alternation(
            Id, $"ITI-42 of {Documents} documents in one submission, 1 client", "single bare submissions, 1 client", "documents/s", Bound.AtLeast(1.5))
            .Run(bench.Options.Rounds, _ => BareRowsOf.Rate(bench, Rows, 1), warmUp => PerDocument(bench.Rate(ours, bench.Server, warmUp)));
        return Task.FromResult(result);
    }

    static Sample PerDocument(Sample submissions) => new(submissions.Value * Documents, submissions.ProcessorMicroseconds / Documents);
}
