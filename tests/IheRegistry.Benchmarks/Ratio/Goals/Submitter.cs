using System.Text;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>A client that submits one new submission after another.</summary>
sealed class Submitter(int port, Message template, int documents) : IDisposable
{
    readonly HttpConnection _connection = new(port);
    readonly Message _request = template.Copy();
    long _patient = Random.Shared.Next(Requests.SubmittedPatients);

    internal static (Action Once, IDisposable Held) Client(int port, Message template, int documents)
    {
        var submitter = new Submitter(port, template, documents);
        return (submitter.Once, submitter);
    }

    internal void Once()
    {
        Requests.Renew(_request, documents, _patient++ % Requests.SubmittedPatients);
        var answer = _connection.Exchange(_request.Bytes);
        if (!Requests.IsSuccess(answer)) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();
}
