using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Model;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P9 and P10: a SOAP message read whole and answered, with no work behind it, against Kestrel draining the same body.</summary>
sealed class WireGoal : IGoal
{
    const int Clients = 16;

    readonly string _name;
    readonly Bound _bound;
    readonly Func<string, byte[]> _request;

    WireGoal(string id, string name, Bound bound, Func<string, byte[]> request) => (Id, _name, _bound, _request) = (id, name, bound, request);

    /// <summary>P9: SOAP and WS-Addressing, 9 kB: an ITI-42 of one document is about as large.</summary>
    internal static IGoal Soap { get; } = new WireGoal(
        "P9", "SOAP 1.2 and WS-Addressing, ITI-42 of one document, no work", Bound.AtLeast(0.55),
        path => Envelopes.Post(path, Transactions.Iti42.RequestAction, Requests.Iti42Envelope(Requests.Submitted, 1).Bytes));

    /// <summary>P10: MTOM, 10 kB: as much metadata, and a document of 2 kB.</summary>
    internal static IGoal Mtom { get; } = new WireGoal(
        "P10", "MTOM, ITI-41 with a document of 2 kB, no work", Bound.AtLeast(0.45), path => Requests.Iti41(2_000, 2_000, path).Bytes);

    /// <inheritdoc />
    public string Id { get; }

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        using var ours = new ClosedLoop(Clients, _ => Client(bench.Wire.HttpPort, _request("/soap"), "ResponseStatusType:Success"u8.ToArray()));
        using var floor = new ClosedLoop(Clients, _ => Client(bench.Floor.HttpPort, _request("/drain"), "ok"u8.ToArray()));
        var size = _request("/").Length;
        var result = new Alternation(Id, $"{_name}, {size / 1000.0:0.0} kB, {Clients} clients", "Kestrel draining the same body", "requests/s", _bound).Run(
            bench.Options.Rounds, warmUp => bench.Rate(floor, bench.Floor, warmUp), warmUp => bench.Rate(ours, bench.Wire, warmUp));
        return Task.FromResult(result);
    }

    static (Action Once, IDisposable Held) Client(int port, byte[] request, byte[] success)
    {
        var connection = new HttpConnection(port);
        return (() =>
        {
            if (connection.Exchange(request).IndexOf(success) < 0) throw new InvalidOperationException("The answer is not a success.");
        }, connection);
    }
}
