using System.Security.Cryptography;
using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>
/// The floor of what is stored: transactions of the same rows on a copy of the same database, durable, one connection for each client, with
/// nothing around them. A lock hands the turn from one client to the next: SQLite's own waiting for a busy writer would sleep.
/// </summary>
sealed class BareTransactions(string database)
{
    readonly Lock _turn = new();
    // Far above every key of any table.
    long _nextKey = 1L << 40;

    /// <summary>Runs clients for some time and gives the rate of requests.</summary>
    /// <param name="rows">Name of the captured rows.</param>
    /// <param name="clients">Number of clients.</param>
    /// <param name="time">How long.</param>
    /// <param name="group">Requests in each commit: one, or, for the roof, as many as clients.</param>
    /// <param name="document">Bytes of a document that is written, hashed and synced before each transaction; zero for none.</param>
    internal double Run(string rows, int clients, TimeSpan time, int group, int document)
    {
        var folder = Path.GetDirectoryName(database)!;
        var bare = new BareRows(CapturedRow.Difference(Path.Combine(folder, rows + "-before.db"), Path.Combine(folder, rows + "-after.db")));
        using var loop = new ClosedLoop(clients, number =>
        {
            var client = new BareClient(database, bare);
            var content = document == 0 ? null : Requests.Content(document);
            return (() => Once(client, bare.Needs.Keys, group, content, Path.Combine(folder, $"bare-{number}")), client);
        });
        return loop.Run(time).Rate * group;
    }

    void Once(BareClient client, int keys, int group, byte[]? document, string name)
    {
        if (document is not null) Store(document, name);
        lock (_turn)
        {
            client.Begin();
            for (var i = 0; i < group; i++)
            {
                client.Insert(_nextKey);
                _nextKey += keys;
            }

            client.Commit();
        }
    }

    static void Store(byte[] document, string name)
    {
        SHA1.HashData(document);
        SHA256.HashData(document);
        using var file = File.OpenHandle(name, FileMode.Create, FileAccess.Write);
        RandomAccess.Write(file, document, 0);
        RandomAccess.FlushToDisk(file);
    }
}
