using System.Diagnostics;

namespace IheRegistry.Benchmarks.Load;

/// <summary>Clients that each send a request, wait for its answer, and send the next: one thread and one connection a client.</summary>
sealed class ClosedLoop : IDisposable
{
    readonly IReadOnlyList<Client> _clients;

    /// <summary>Makes the clients.</summary>
    /// <param name="count">How many.</param>
    /// <param name="connect">Makes one: what it does once, throwing unless the answer is a success, and what it holds.</param>
    internal ClosedLoop(int count, Func<int, (Action Once, IDisposable Held)> connect) =>
        _clients = [.. Enumerable.Range(0, count).Select(i => new Client(connect(i)))];

    /// <summary>Runs all clients for some time.</summary>
    internal LoadResult Run(TimeSpan time)
    {
        using var start = new Barrier(_clients.Count + 1);
        var end = long.MaxValue;
        var threads = _clients.Select(client => new Thread(() => client.Run(start, ref end)) { IsBackground = true }).ToList();
        foreach (var thread in threads) thread.Start();
        start.SignalAndWait();
        var began = Stopwatch.GetTimestamp();
        Volatile.Write(ref end, began + (long)(time.TotalSeconds * Stopwatch.Frequency));
        foreach (var thread in threads) thread.Join();
        var elapsed = Stopwatch.GetElapsedTime(began);
        foreach (var client in _clients)
            if (client.Failure is { } failure) throw new InvalidOperationException("An answer was not a success.", failure);
        return new LoadResult(elapsed, [.. _clients.SelectMany(client => client.Ticks)]);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var client in _clients) client.Dispose();
    }

    sealed class Client((Action Once, IDisposable Held) what) : IDisposable
    {
        readonly List<long> _ticks = new(1 << 16);

        internal IReadOnlyList<long> Ticks => _ticks;

        internal Exception? Failure { get; private set; }

        internal void Run(Barrier start, ref long end)
        {
            _ticks.Clear();
            start.SignalAndWait();
            try
            {
                var before = Stopwatch.GetTimestamp();
                while (before < Volatile.Read(ref end))
                {
                    what.Once();
                    var after = Stopwatch.GetTimestamp();
                    _ticks.Add(after - before);
                    before = after;
                }
            }
            catch (Exception failure)
            {
                // The thread must not take the process down before the others have ended; Run reports it.
                Failure = failure;
            }
        }

        public void Dispose() => what.Held.Dispose();
    }
}
