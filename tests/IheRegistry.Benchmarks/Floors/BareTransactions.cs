using System.Security.Cryptography;
using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>
/// The floor of what is stored: transactions of the same rows on a copy of the same database, durable, one connection for each client, with
/// nothing around them.
/// </summary>
sealed class BareTransactions(string database)
{
    readonly string _folder = Path.GetDirectoryName(database)!;
    readonly Lock _turn = new();
    // Far above every key of any table.
    long _nextKey = 1L << 40;

    /// <summary>Runs clients for some time: requests a second, and processor microseconds of each.</summary>
    /// <param name="rows">Name of the captured rows.</param>
    /// <param name="clients">Number of clients.</param>
    /// <param name="time">How long.</param>
    /// <param name="group">Requests in each commit: one, or, for the roof, as many as clients.</param>
    /// <param name="document">Bytes of a document that is written, hashed and synced before each transaction; zero for none.</param>
    internal double[] Run(string rows, int clients, TimeSpan time, int group, int document)
    {
        var bare = new BareRows(CapturedRow.Difference(Path.Combine(_folder, rows + "-before.db"), Path.Combine(_folder, rows + "-after.db")));
        using var loop = document == 0 ? InTurn(bare, clients, group) : AtOnce(bare, clients, Requests.Content(document));
        var before = Environment.CpuUsage.TotalTime;
        var result = loop.Run(time);
        var requests = (double)result.Ticks.Length * group;
        return [requests / result.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - before).TotalMicroseconds / requests];
    }

    // SQLite has one writer at a time in any case, so one thread that goes from connection to connection is the quickest that
    // they can be: no client waits for the turn to be handed over.
    ClosedLoop InTurn(BareRows bare, int clients, int group)
    {
        var connections = Enumerable.Range(0, clients).Select(_ => new BareClient(database, bare)).ToList();
        var turn = 0;
        return new ClosedLoop(1, _ => (() => Commit(connections[turn++ % clients], bare.Needs.Keys, group), new Held(connections)));
    }

    // Files are written and synced at once, transactions in turn.
    ClosedLoop AtOnce(BareRows bare, int clients, byte[] document) => new(clients, number =>
    {
        var client = new BareClient(database, bare);
        return (() =>
        {
            Store(document, Path.Combine(_folder, $"bare-{number}"));
            lock (_turn) Commit(client, bare.Needs.Keys, 1);
        }, client);
    });

    void Commit(BareClient client, int keys, int group)
    {
        client.Begin();
        for (var i = 0; i < group; i++)
        {
            client.Insert(_nextKey);
            _nextKey += keys;
        }

        client.Commit();
    }

    static void Store(byte[] document, string name)
    {
        SHA1.HashData(document);
        SHA256.HashData(document);
        using var file = File.OpenHandle(name, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, document, 0);
        RandomAccess.FlushToDisk(file);
    }

    sealed class Held(IEnumerable<IDisposable> all) : IDisposable
    {
        public void Dispose()
        {
            foreach (var one in all) one.Dispose();
        }
    }
}
