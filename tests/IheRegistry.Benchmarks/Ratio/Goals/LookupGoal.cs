using System.Globalization;
using System.Text;
using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Benchmarks.Processes;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P17 and P18: a query for patients over MLLP, against TCP that costs the same SELECT and sends the same bytes.</summary>
/// <param name="id">Which goal.</param>
/// <param name="name">What is measured.</param>
/// <param name="lookup">The floor's name of the lookup.</param>
/// <param name="request">The server's request for a resident.</param>
/// <param name="values">The floor's values for a resident.</param>
sealed class LookupGoal(string id, string name, string lookup, Func<long, byte[]> request, Func<SqliteConnection, long, string> values) : IGoal
{
    const int Clients = 16;

    // More than the processor's caches hold, few enough to be made beforehand.
    const int Residents = 4096;

    internal static LookupGoal Pix { get; } = new("P17", "PIX query (ITI-9) for all domains", "PIX", Persons.PixQuery, (_, number) => $"{Persons.IdOf(number)}|{Persons.Authority}");

    internal static LookupGoal Pdq { get; } = new("P18", "PDQ (ITI-21) by name and birth date", "PDQ", Persons.PdqQuery, SearchTexts);

    /// <inheritdoc />
    public string Id => id;

    /// <inheritdoc />
    public async Task<GoalResult> MeasureAsync(Bench bench)
    {
        var persons = bench.Options.LargePersons;
        var folder = PersonGrowthGoal.Folder(bench, persons);
        await PersonFilling.FillAsync(folder, persons).ConfigureAwait(false);
        using var server = ChildProcess.Server(folder);
        var requests = Enumerable.Range(0, Residents).Select(i => request(Number(i, persons))).ToList();
        await CaptureAsync(server, requests[0], folder).ConfigureAwait(false);
        var bare = BareRequests(folder, persons, requests);
        using var process = ChildProcess.Self("lookups", folder, folder);
        using var ours = new ClosedLoop(Clients, n => Client(server.TcpPort, requests, n, "|OK|"));
        using var floor = new ClosedLoop(Clients, n => Client(process.TcpPort, bare, n, "|OK|"));
        return new Alternation(
            id, $"{name}, {persons:#,0} persons, {Clients} clients", "TCP, one SELECT, the same bytes", "queries/s", Bound.AtLeast(0.45))
            .Run(bench.Options.Rounds, warmUp => bench.Rate(floor, process, warmUp), warmUp => bench.Rate(ours, server, warmUp));
    }

    /// <summary>A client that sends one message after another.</summary>
    internal static (Action Once, IDisposable Held) Client(int port, IReadOnlyList<byte[]> messages, int number, string expected)
    {
        var connection = new TcpConnection(port);
        var bytes = Encoding.ASCII.GetBytes(expected);
        var next = number * 61;
        return (() => Mllp.MustAnswer(connection, messages[next++ % messages.Count], bytes), connection);
    }

    /// <summary>Residents from all over the numbers.</summary>
    internal static long Number(int i, int persons) => 1 + (i * 7_919L % persons);

    async Task CaptureAsync(ChildProcess server, byte[] frame, string folder)
    {
        using var connection = new TcpConnection(server.TcpPort);
        var answer = connection.Exchange(frame, Feed.End).ToArray();
        await File.WriteAllBytesAsync(Path.Combine(folder, lookup + ".answer"), answer).ConfigureAwait(false);
    }

    List<byte[]> BareRequests(string folder, int persons, List<byte[]> requests)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Pooling=False;Mode=ReadWrite");
        connection.Open();
        return [.. requests.Select((frame, i) =>
        {
            var text = Encoding.UTF8.GetBytes($"{lookup}|{values(connection, Number(i, persons))}");
            return (byte[])[0x0B, .. text, .. Enumerable.Repeat((byte)' ', Math.Max(0, frame.Length - text.Length - 3)), 0x1C, 0x0D];
        })];
    }

    static string SearchTexts(SqliteConnection connection, long number)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            SELECT (SELECT min(text) FROM identity_search WHERE kind = 2 AND text = $family AND record_row = r.record_row),
              (SELECT min(text) FROM identity_search WHERE kind = 3 AND text = $given AND record_row = r.record_row),
              (SELECT min(text) FROM identity_search WHERE kind = 6 AND text = $birth AND record_row = r.record_row)
            FROM identity_record r WHERE r.id = $id
            """;
        var (family, given, birth) = Persons.Searched(number);
        command.Parameters.AddWithValue("$family", family);
        command.Parameters.AddWithValue("$given", given);
        command.Parameters.AddWithValue("$birth", birth);
        command.Parameters.AddWithValue("$id", Persons.IdOf(number));
        using var reader = command.ExecuteReader();
        if (!reader.Read() || reader.IsDBNull(0) || reader.IsDBNull(1) || reader.IsDBNull(2))
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Resident {number} is not found by {family}, {given}, {birth}."));
        return $"{family}|{given}|{birth}";
    }
}
