using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Model;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>P1 and P2: FindDocuments of a patient with ten documents, against the same SQL and the same bytes on bare Kestrel.</summary>
sealed class FindDocumentsGoal(string id, ReturnType returnType) : IGoal
{
    const int Clients = 16;

    /// <inheritdoc />
    public string Id => id;

    /// <inheritdoc />
    public Task<GoalResult> MeasureAsync(Bench bench)
    {
        var request = Requests.FindDocuments(returnType.ToString(), Transactions.RegistryPath);
        Capture(bench, request);
        using var ours = new ClosedLoop(Clients, number => Client(bench.Server.HttpPort, request, number, bench.Patients));
        using var floor = new ClosedLoop(Clients, number => FloorClient(bench, number));
        var result = new Alternation(
            id, $"ITI-18 FindDocuments, {returnType}, 10 documents, {Clients} clients", "bare Kestrel, the same SQL, the same bytes", "requests/s", Bound.AtLeast(0.45))
            .Run(bench.Options.Rounds, warmUp => bench.Rate(floor, bench.Floor, warmUp), warmUp => bench.Rate(ours, bench.Server, warmUp));
        return Task.FromResult(result);
    }

    /// <summary>A client that asks for one patient after another.</summary>
    internal static (Action Once, IDisposable Held) Client(int port, Message template, int number, int patients)
    {
        var connection = new HttpConnection(port);
        var request = template.Copy();
        var patient = number * 37L;
        return (() =>
        {
            request.Put(Requests.PatientToken, patient++ % patients);
            Check(connection.Exchange(request.Bytes));
        }, connection);
    }

    (Action Once, IDisposable Held) FloorClient(Bench bench, int number)
    {
        var connection = new HttpConnection(bench.Floor.HttpPort);
        // The floor is told the patient in the path: it does not read what is in the body.
        var request = Requests.FindDocuments(returnType.ToString(), $"/find/{returnType}/{Requests.PatientToken}");
        var patient = number * 37L;
        return (() =>
        {
            request.Put(Requests.PatientToken, patient++ % bench.Patients);
            Check(connection.Exchange(request.Bytes));
        }, connection);
    }

    void Capture(Bench bench, Message template)
    {
        using var connection = new HttpConnection(bench.Server.HttpPort);
        var request = template.Copy();
        request.Put(Requests.PatientToken, 1);
        var answer = connection.Exchange(request.Bytes);
        var objects = answer.Count(returnType == ReturnType.ObjectRef ? "<rim:ObjectRef "u8 : "<rim:ExtrinsicObject "u8);
        if (!Requests.IsSuccess(answer) || objects != 10) throw new InvalidOperationException($"FindDocuments found {objects} documents.");
        File.WriteAllBytes(Path.Combine(bench.Folder, $"{returnType}.answer"), answer.ToArray());
    }

    static void Check(ReadOnlySpan<byte> answer)
    {
        if (!Requests.IsSuccess(answer)) throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(answer));
    }
}
