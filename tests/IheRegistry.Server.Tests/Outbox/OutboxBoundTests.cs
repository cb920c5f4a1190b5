using System.Net;
using System.Text.Json;
using IheRegistry.Server.Tests.Hostile;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Mllp;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Outbox;

/// <summary>What the outbox takes, how long it tries, and to whom it sends.</summary>
[TestFixture]
public sealed class OutboxBoundTests
{
    const string Patient = "OUTBOX-1^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    AnswerReceiver _receiver = null!;

    [SetUp]
    public void MakeReceiver() => _receiver = new AnswerReceiver();

    [TearDown]
    public async Task CloseReceiver() => await _receiver.DisposeAsync();

    [Test]
    public async Task A_receiver_that_is_down_gets_its_answers_when_it_is_up()
    {
        await using var server = await StartAsync();
        var requests = Enumerable.Range(0, 5).Select(_ => Submission()).ToList();
        foreach (var request in requests) Assert.That(await PostAsync(server, request), Is.EqualTo(202));
        await Waiting.UntilAsync(() => Attempts(server) > 0, "it was tried");

        await _receiver.OpenAsync();

        var answered = new List<string>();
        foreach (var _ in requests)
        {
            var answer = await _receiver.TakeAsync();
            Assert.That(answer.Reply.Status, Is.EqualTo("Success"));
            answered.Add(answer.Header("RelatesTo")!);
        }

        Assert.That(answered, Is.EquivalentTo(requests.Select(request => request.MessageId())));
    }

    [Test]
    public async Task Answers_outlive_a_restart_of_the_server()
    {
        await using var server = await StartAsync();
        var request = Submission();
        Assert.That(await PostAsync(server, request), Is.EqualTo(202));
        await server.StopAsync();
        await _receiver.OpenAsync();

        await server.StartAgainAsync();

        Assert.That((await _receiver.TakeAsync()).Header("RelatesTo"), Is.EqualTo(request.MessageId()));
    }

    [Test]
    public async Task A_request_is_refused_while_as_many_answers_wait_as_may_and_nothing_of_it_is_done()
    {
        await using var server = await StartAsync("--answers", "2");
        Assert.That(await PostAsync(server, Submission()), Is.EqualTo(202));
        Assert.That(await PostAsync(server, Submission()), Is.EqualTo(202));
        var third = Submission();

        var (status, fault) = await AsynchronousRequest.PostAsync(server.Registry, third);

        Assert.That(status, Is.EqualTo(500));
        Assert.That(fault, Does.Contain(":EndpointUnavailable<").And.Contain(":Receiver<").And.Contain(third.MessageId()));
        Assert.That(Sets(server), Is.EqualTo(2));
        Assert.That(await ReadyAsync(server, "waiting"), Is.EqualTo(2));
        using var peer = new SoapPeer();
        Assert.That((await peer.PostAsync(server.Registry, Plain())).Status, Is.EqualTo("Success"), "answers on the connection go on");

        await _receiver.OpenAsync();
        await _receiver.TakeAsync();
        await _receiver.TakeAsync();
        await Waiting.UntilAsync(() => Rows(server) == 0, "both are delivered");
        Assert.That(await PostAsync(server, third), Is.EqualTo(202));
        Assert.That((await _receiver.TakeAsync()).Reply.Status, Is.EqualTo("Success"));
    }

    [Test]
    public async Task An_answer_that_is_larger_than_what_may_wait_becomes_a_fault_on_the_connection()
    {
        await using var server = await StartAsync("--answer-bytes", "1MiB");
        var (small, large) = (await ProvideAsync(server, 100_000), await ProvideAsync(server, 2 << 20));

        var (status, fault) = await AsynchronousRequest.PostAsync(server.Repository, Retrieve(large));

        Assert.That((status, fault), Is.EqualTo((500, fault)));
        Assert.That(fault, Does.Contain(":EndpointUnavailable<"));
        Assert.That(Directory.GetFiles(Path.Combine(server.DataFolder, "outbox")), Is.Empty);
        Assert.That(await ReadyAsync(server, "waiting"), Is.Zero);
        Assert.That(await ReadyAsync(server, "bytes"), Is.Zero);
        Assert.That(Audited(server, "ITI-43"), Does.Contain(12).Or.Contain(8), "the access that came to nothing is audited as a failure");

        await _receiver.OpenAsync();
        Assert.That((await AsynchronousRequest.PostAsync(server.Repository, Retrieve(small))).Status, Is.EqualTo(202));
        Assert.That((await _receiver.TakeAsync()).Reply.Documents[small], Has.Length.EqualTo(100_000));
    }

    [Test]
    public async Task An_answer_is_given_up_when_its_time_is_over_and_everybody_is_told()
    {
        await using var server = await StartAsync("--answer-deadline", "2s", "--answer-bytes", "8MiB");
        var document = await ProvideAsync(server, 1 << 20);
        Assert.That((await AsynchronousRequest.PostAsync(server.Repository, Retrieve(document))).Status, Is.EqualTo(202));
        Assert.That(Directory.GetFiles(Path.Combine(server.DataFolder, "outbox")), Has.Length.EqualTo(1));

        await Waiting.UntilAsync(() => Audited(server, "asynchronous-answer").Count > 0, "giving up is audited");

        Assert.That(Audited(server, "asynchronous-answer"), Is.EqualTo(new[] { 8L }), "serious failure");
        Assert.That(await ReadyAsync(server, "givenUp"), Is.EqualTo(1));
        Assert.That(await ReadyAsync(server, "waiting"), Is.Zero);
        await Waiting.UntilAsync(() => Directory.GetFiles(Path.Combine(server.DataFolder, "outbox")).Length == 0, "no patient data stay behind");
        await server.StopAsync();
        await server.StartAgainAsync();
        Assert.That(await ReadyAsync(server, "givenUp"), Is.EqualTo(1), "it is remembered");
    }

    [Test]
    public async Task A_receiver_that_takes_too_long_is_asked_again()
    {
        await _receiver.OpenAsync();
        await using var server = await StartAsync("--answer-attempt", "500ms");
        var gate = new TaskCompletionSource();
        _receiver.Next(_ => gate.Task);
        var request = Submission();

        Assert.That(await PostAsync(server, request), Is.EqualTo(202));

        Assert.That((await _receiver.TakeAsync()).Header("RelatesTo"), Is.EqualTo(request.MessageId()), "the second attempt");
        gate.SetResult();
    }

    [Test]
    public async Task An_address_that_is_not_allowed_any_more_is_not_called()
    {
        await using var other = new AnswerReceiver();
        await using var server = await StartAsync("--answer-deadline", "1s");
        Assert.That(await PostAsync(server, Submission()), Is.EqualTo(202));
        await server.StopAsync();
        await _receiver.OpenAsync();

        await server.StartAgainAsync("--reply-to", other.Root);

        await Waiting.UntilAsync(() => Audited(server, "asynchronous-answer").Count > 0, "it is given up");
        Assert.That(_receiver.Posts, Is.Empty);
    }

    [TestCase("http://127.0.0.1:PORT/other")]
    [TestCase("http://127.0.0.1:1/answers")]
    [TestCase("https://127.0.0.1:PORT/answers")]
    [TestCase("http://localhost:PORT/answers")]
    [TestCase("http://user@127.0.0.1:PORT/answers")]
    [TestCase("http://127.1:PORT/answers")]
    [TestCase("http://127.0.0.1:PORT/answers/../other")]
    [TestCase("http://169.254.169.254/latest/meta-data")]
    [TestCase("file:///etc/passwd")]
    [TestCase("http://www.w3.org/2005/08/addressing/none")]
    public async Task An_address_that_is_not_allowed_gets_nothing_and_its_request_does_nothing(string pattern)
    {
        await _receiver.OpenAsync();
        await using var server = await StartAsync();
        var address = pattern.Replace("PORT", $"{_receiver.Port}", StringComparison.Ordinal);

        foreach (var request in new[] { Plain().For(address), Plain().For(_receiver.Address(), address), Plain().For(AsynchronousRequest.OnConnection, address) })
        {
            var (status, fault) = await AsynchronousRequest.PostAsync(server.Registry, request);
            Assert.That((status, fault), Is.EqualTo((400, fault)));
            Assert.That(fault, Does.Contain(":InvalidAddress<").And.Contain(request.MessageId()).And.Not.Contain("127.0.0.1"));
        }

        Assert.That(Sets(server), Is.Zero);
        Assert.That(Audited(server, "ITI-42"), Is.EqualTo(new[] { 8L, 8L, 8L }));
        Assert.That(await PostAsync(server, Submission()), Is.EqualTo(202), "its twin, to the allowed address");
        await _receiver.TakeAsync();
        Assert.That(_receiver.Posts, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_name_that_leads_to_this_machine_is_not_called()
    {
        var name = NamesOfThisMachine().FirstOrDefault(candidate => Dns.GetHostAddresses(candidate).All(IPAddress.IsLoopback));
        if (name is null) Assert.Ignore("No name but localhost leads to the loopback address here.");
        await _receiver.OpenAsync();
        await using var server = await TestServer.StartAsync("--reply-to", $"http://{name}:{_receiver.Port}/,http://localhost:{_receiver.Port}/", "--answer-deadline", "1s");

        Assert.That(await PostAsync(server, Plain().For($"http://{name}:{_receiver.Port}/answers")), Is.EqualTo(202));
        Assert.That(await PostAsync(server, Plain().For($"http://localhost:{_receiver.Port}/twin")), Is.EqualTo(202));

        await Waiting.UntilAsync(() => Audited(server, "asynchronous-answer").Contains(8), "it is given up");
        Assert.That(_receiver.Posts.Select(post => post.Path), Is.EqualTo(new[] { "/twin" }));
    }

    // The hosts file has one nearly everywhere: localhost.localdomain, ip6-localhost, the machine's own.
    static IEnumerable<string> NamesOfThisMachine() => !File.Exists("/etc/hosts") ? [] : File.ReadAllLines("/etc/hosts")
        .Select(line => line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(words => words.Length > 1 && IPAddress.TryParse(words[0], out var address) && IPAddress.IsLoopback(address))
        .SelectMany(words => words.Skip(1))
        .Where(name => name != "localhost");

    async Task<TestServer> StartAsync(params string[] arguments)
    {
        var server = await TestServer.StartAsync(["--reply-to", _receiver.Root, .. arguments]);
        Assert.That(await MllpSender.SendAsync(server.MllpPort, MllpSender.Adt("A04", Patient)), Does.Contain("MSA|AA"));
        return server;
    }

    static SoapRequest Plain() => SoapRequest.Register(SubmissionBuilder.OneDocument(Patient).Build());

    SoapRequest Submission() => Plain().For(_receiver.Address());

    SoapRequest Retrieve(string document) =>
        SoapRequest.Retrieve(mtom: true, ("1.3.6.1.4.1.21367.2026.1.1", document)).For(_receiver.Address());

    static async Task<int> PostAsync(TestServer server, SoapRequest request) =>
        (await AsynchronousRequest.PostAsync(server.Registry, request)).Status;

    static async Task<string> ProvideAsync(TestServer server, int size)
    {
        using var peer = new SoapPeer();
        var document = Operations.Published.Provided(Patient, size);
        Assert.That((await peer.PostAsync(server.Repository, document.Request())).Status, Is.EqualTo("Success"));
        return document.UniqueId;
    }

    static async Task<long> ReadyAsync(TestServer server, string field)
    {
        using var http = new HttpClient();
        using var ready = JsonDocument.Parse(await http.GetStringAsync(new Uri(server.Http, "/health/ready")));
        return ready.RootElement.GetProperty("answers").GetProperty(field).GetInt64();
    }

    static IReadOnlyList<long> Audited(TestServer server, string type) =>
        server.Query($"SELECT outcome FROM audit_event WHERE event_type = '{type}'", row => row.GetInt64(0));

    static long Sets(TestServer server) => Count(server, "SELECT count(*) FROM submission_set");

    static long Rows(TestServer server) => Count(server, "SELECT count(*) FROM outbox");

    static long Attempts(TestServer server) => Count(server, "SELECT coalesce(max(attempts), 0) FROM outbox");

    static long Count(TestServer server, string sql) => server.Query(sql, row => row.GetInt64(0)).Single();
}
