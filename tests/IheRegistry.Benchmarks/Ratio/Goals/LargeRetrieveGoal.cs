using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P8: ITI-43 of 100 MB, against the same bytes sent by <c>Results.File</c>.</summary>
sealed class LargeRetrieveGoal : IGoal
{
    const long Size = 100 * LargeDocument.Megabyte;

    /// <inheritdoc />
    public string Id => "P8";

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        WriteFile(Path.Combine(bench.Folder, "large.bin"));
        var number = LargeDocument.Submit(bench.Server.HttpPort, Size);
        var result = new Alternation(Id, "ITI-43, 100 MB", "the same size by Results.File", "MB/s", Bound.AtLeast(0.8)).Run(
            bench.Options.Rounds,
            _ => Speed(() => Fetch(bench.Floor.HttpPort)),
            _ => Speed(() => LargeDocument.Retrieve(bench.Server.HttpPort, number)));
        return Task.FromResult(result);
    }

    static Sample Speed(Func<long> fetch)
    {
        var received = 0L;
        var seconds = LargeDocument.Time(() => received = fetch());
        return received >= Size ? new Sample(Size / (double)LargeDocument.Megabyte / seconds) : throw new InvalidOperationException($"{received} bytes came.");
    }

    static long Fetch(int port)
    {
        using var connection = new HttpConnection(port);
        connection.Send(Envelopes.Post("/send", "text/plain", [], 0));
        return connection.DrainAnswer();
    }

    static void WriteFile(string path)
    {
        using var file = File.Create(path);
        var piece = new byte[LargeDocument.Megabyte];
        for (var written = 0L; written < Size; written += piece.Length) file.Write(piece);
    }
}
