using System.Net.Sockets;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Tests.Shared.Mllp;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Crash;

/// <summary>One client that submits without pause. Where the server dies under a request it tries the same again, or gives up for good.</summary>
sealed class CrashClient(int number, Func<Task<SeparateServer>> server, Ledger ledger)
{
    // Long enough for a busy machine: a server that was killed ends at once.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Random _random = new(number);
    readonly List<string> _patients = [];
    Published? _replaceable;
    Published? _removable;
    int _count;

    /// <summary>Submits until told to stop; the request under way then is brought to its end.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var peer = new SoapPeer();
        await FeedAsync();
        while (!stop.IsCancellationRequested)
        {
            switch (_random.Next(10))
            {
                case 0:
                    await FeedAsync();
                    break;
                case 1:
                    await SubmitAsync(peer, Published.Registered(Patient()));
                    break;
                case 2 when _replaceable is { } replaced:
                    _replaceable = null;
                    if (await SubmitAsync(peer, replaced.Replacement())) ledger.Replaced.Add(replaced.UniqueId);
                    break;
                case 3 when _removable is { } removed:
                    _removable = null;
                    await RemoveAsync(peer, removed);
                    break;
                default:
                    var next = Published.Provided(Patient(), 1 + _random.Next(60_000));
                    if (!await SubmitAsync(peer, next)) break;
                    if (_random.Next(2) == 0) _replaceable = next;
                    else _removable = next;
                    break;
            }
        }
    }

    string Patient() => _patients[_random.Next(_patients.Count)];

    async Task FeedAsync()
    {
        var patient = Published.PatientId($"CRASH-{number}-{_count++}");
        while (await TryAsync(async running =>
        {
            var answer = await MllpSender.SendAsync(running.MllpPort, MllpSender.Adt("A04", patient));
            // A connection that ends before the whole answer acknowledges nothing.
            if (!answer.Contains("MSA|", StringComparison.Ordinal)) throw new IOException("No acknowledgement came.");
            Assert.That(answer, Does.Contain("MSA|AA"));
        }) == false)
            continue;
        _patients.Add(patient);
        ledger.Patients.Add(patient);
    }

    async Task<bool> SubmitAsync(SoapPeer peer, Published submission)
    {
        var givesUp = _random.Next(4) == 0;
        for (var tries = 1; ; tries++)
        {
            if (await TryAsync(running => running.PublishAsync(peer, submission)))
            {
                ledger.Submissions.Add(submission);
                if (tries > 1) ledger.Retried.Add(submission);
                return true;
            }

            if (!givesUp) continue;
            ledger.GivenUp.Add(submission);
            return false;
        }
    }

    // A removal that was tried before a crash may have happened: then there is nothing to remove any more.
    async Task RemoveAsync(SoapPeer peer, Published submission)
    {
        await UntilAnsweredAsync(async running =>
        {
            var reply = await peer.PostAsync(running.Registry, submission.MetadataRemoval());
            Assert.That(reply.ErrorCodes, Is.All.EqualTo("UnresolvedReferenceException"), reply.ErrorText);
        });
        await UntilAnsweredAsync(async running =>
        {
            var reply = await peer.PostAsync(running.Repository, submission.DocumentRemoval());
            Assert.That(reply.ErrorCodes, Is.All.EqualTo("XDSDocumentUniqueIdError"), reply.ErrorText);
        });
        ledger.Removed.Add(submission);
    }

    async Task UntilAnsweredAsync(Func<SeparateServer, Task> send)
    {
        while (!await TryAsync(send))
            continue;
    }

    // Only a dying server may break a connection.
    async Task<bool> TryAsync(Func<SeparateServer, Task> send)
    {
        var running = await server();
        try
        {
            await send(running);
            return true;
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or SocketException)
        {
            await EndedAsync(running, broken);
            return false;
        }
    }

    static async Task EndedAsync(SeparateServer running, Exception broken)
    {
        try
        {
            await running.EndAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"A living server broke a connection; it says: {running.Errors}", broken);
        }
    }
}
