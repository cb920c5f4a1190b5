using System.Diagnostics;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Benchmarks.Processes;

namespace IheRegistry.Benchmarks.Data;

/// <summary>Fills a data folder with persons through the server itself: each is fed over MLLP, matched and durable before the next of its client.</summary>
static class PersonFilling
{
    // Group commit and the pipeline of parsing want many under way.
    const int Clients = 32;

    /// <summary>Fills a folder, unless it has been filled before; gives the persons fed a second, or null.</summary>
    internal static async Task<double?> FillAsync(string folder, int persons)
    {
        var done = Path.Combine(folder, "filled");
        if (File.Exists(done)) return null;
        Directory.CreateDirectory(folder);
        var watch = Stopwatch.StartNew();
        using (var server = ChildProcess.Server(folder)) Feed(server.TcpPort, persons);
        var rate = persons / watch.Elapsed.TotalSeconds;
        await File.WriteAllTextAsync(done, "").ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"fed {folder} with {persons:#,0} persons in {watch.Elapsed.TotalSeconds:F0} s").ConfigureAwait(false);
        return rate;
    }

    static void Feed(int port, int persons)
    {
        var next = 0;
        var threads = Enumerable.Range(0, Clients).Select(_ => new Thread(() =>
        {
            using var connection = new TcpConnection(port);
            for (var number = Interlocked.Increment(ref next); number <= persons; number = Interlocked.Increment(ref next))
                Mllp.MustSucceed(connection, Persons.Feed(number));
        })).ToList();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
    }
}
