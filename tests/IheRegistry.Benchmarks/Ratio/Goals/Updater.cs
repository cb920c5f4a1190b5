using System.Text;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Messages;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>A client that updates a document of its own again and again.</summary>
sealed class Updater : IDisposable
{
    readonly HttpConnection _connection;
    readonly Message _request;
    long _version = 1;

    internal Updater(int port, Message registration, Message update)
    {
        _connection = new HttpConnection(port);
        _request = update.Copy();
        var first = registration.Copy();
        var (patient, document, entry) = (Random.Shared.Next(Requests.SubmittedPatients), UniqueNumbers.Next(), Random.Shared.NextInt64(100_000_000_000, 1_000_000_000_000));
        foreach (var message in new[] { first, _request })
        {
            message.Put(Requests.PatientToken, patient);
            message.Put(Requests.DocumentToken, document);
            message.Put(Requests.EntryToken, entry);
        }

        Send(first);
    }

    internal static (Action Once, IDisposable Held) Client(int port, Message registration, Message update)
    {
        var updater = new Updater(port, registration, update);
        return (updater.Once, updater);
    }

    /// <inheritdoc />
    public void Dispose() => _connection.Dispose();

    void Once()
    {
        _request.Put(Requests.VersionToken, _version++);
        Send(_request);
    }

    void Send(Message message)
    {
        message.Put(Requests.SetToken, UniqueNumbers.Next());
        var answer = _connection.Exchange(message.Bytes);
        if (!Requests.IsSuccess(answer)) throw new InvalidOperationException(Encoding.UTF8.GetString(answer));
    }
}
