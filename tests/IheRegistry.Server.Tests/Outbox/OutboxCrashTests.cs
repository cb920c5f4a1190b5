using System.Collections.Concurrent;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Outbox;

/// <summary>What was acknowledged with 202 is answered, whenever the server is killed.</summary>
[TestFixture]
public sealed class OutboxCrashTests : OperatedFixture
{
    [Test]
    public async Task Answers_that_were_not_delivered_arrive_after_a_kill_and_a_restart()
    {
        await using var receiver = new AnswerReceiver();
        var patient = Published.PatientId("CRASH");
        var document = Published.Provided(patient, 300_000);
        var requests = new List<SoapRequest>();
        await using (var server = await StartAsync(receiver))
        {
            await server.FeedAsync(patient);
            await server.PublishAsync(Peer, document);
            var retrieve = SoapRequest.Retrieve(mtom: true, (Published.OwnRepository, document.UniqueId)).For(receiver.Address());
            var register = Published.Registered(patient).Request().For(receiver.Address());
            Assert.That((await AsynchronousRequest.PostAsync(server.Repository, retrieve)).Status, Is.EqualTo(202));
            Assert.That((await AsynchronousRequest.PostAsync(server.Registry, register)).Status, Is.EqualTo(202));
            requests.AddRange([retrieve, register]);
            await server.KillAsync();
        }

        // What a kill leaves that came between the file and its row.
        await File.WriteAllTextAsync(Path.Combine(Data, "outbox", "leftover"), "x");
        await receiver.OpenAsync();
        await using var again = await StartAsync(receiver);

        var answers = new[] { await receiver.TakeAsync(), await receiver.TakeAsync() };
        Assert.That(answers.Select(answer => answer.Header("RelatesTo")), Is.EquivalentTo(requests.Select(request => request.MessageId())));
        Assert.That(answers.SelectMany(answer => answer.Reply.Documents.Values), Is.EqualTo(new[] { document.Content }));
        Assert.That(File.Exists(Path.Combine(Data, "outbox", "leftover")), Is.False);
    }

    [Test]
    public async Task Every_acknowledged_request_is_answered_though_the_server_is_killed_at_any_moment()
    {
        await using var receiver = await AnswerReceiver.StartAsync();
        var patient = Published.PatientId("CRASH");
        var accepted = new ConcurrentBag<string>();
        var server = await StartAsync(receiver);
        await server.FeedAsync(patient);
        for (var kill = 0; kill < 3; kill++)
        {
            var running = server;
            var clients = Enumerable.Range(0, 4).Select(_ => Task.Run(() => SubmitUntilKilledAsync(running, receiver, patient, accepted))).ToList();
            for (var goal = accepted.Count + 10; accepted.Count < goal && !clients.All(client => client.IsCompleted);) await Task.Delay(10);
            await Task.Delay(Random.Shared.Next(100));
            await server.KillAsync();
            await Task.WhenAll(clients);
            await server.DisposeAsync();
            server = await StartAsync(receiver);
        }

        await using (server)
        {
            await Hostile.Waiting.UntilAsync(() => Missing(accepted, receiver).Count == 0, "every acknowledged request is answered");
            var twice = receiver.Posts.GroupBy(post => post.Header("RelatesTo")).Where(group => group.Count() > 1);
            Assert.That(twice.Select(group => group.Select(post => post.Header("MessageID")).Distinct().Count()), Is.All.EqualTo(1), "redelivered as the same message");
            Assert.That(receiver.Posts.Select(post => post.Reply.Status), Is.All.EqualTo("Success"));
        }
    }

    static IReadOnlyCollection<string> Missing(IEnumerable<string> accepted, AnswerReceiver receiver) =>
        [.. accepted.Except(receiver.Posts.Select(post => post.Header("RelatesTo")!))];

    static async Task SubmitUntilKilledAsync(SeparateServer server, AnswerReceiver receiver, string patient, ConcurrentBag<string> accepted)
    {
        try
        {
            while (true)
            {
                var request = Published.Registered(patient).Request().For(receiver.Address());
                var (status, body) = await AsynchronousRequest.PostAsync(server.Registry, request);
                Assert.That(status, Is.EqualTo(202), body);
                accepted.Add(request.MessageId());
            }
        }
        catch (HttpRequestException)
        {
            // The kill.
            return;
        }
    }

    Task<SeparateServer> StartAsync(AnswerReceiver receiver) => SeparateServer.StartAsync(Data, "--low-disk", "1MiB", "--reply-to", receiver.Root);
}
