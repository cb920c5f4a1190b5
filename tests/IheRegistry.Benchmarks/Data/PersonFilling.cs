using System.Diagnostics;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Benchmarks.Processes;
using Microsoft.Data.Sqlite;

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
        var known = Known(Path.Combine(folder, "registry.db"));
        using (var server = ChildProcess.Server(folder)) Feed(server.TcpPort, known, persons);
        var rate = (persons - known) / watch.Elapsed.TotalSeconds;
        await File.WriteAllTextAsync(done, "").ConfigureAwait(false);
        await Console.Error.WriteLineAsync($"fed {folder} with {persons - known:#,0} persons in {watch.Elapsed.TotalSeconds:F0} s").ConfigureAwait(false);
        return rate;
    }

    // An interrupted filling goes on, a little before where it ended: the last of each client may not have been taken.
    static int Known(string database)
    {
        if (!File.Exists(database)) return 0;
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Mode=ReadWrite");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(record_row), 0) FROM identity_record";
        return Math.Max(0, (int)(long)command.ExecuteScalar()! - Clients);
    }

    static void Feed(int port, int known, int persons)
    {
        var next = known;
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
