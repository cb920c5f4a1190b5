using System.Net.Sockets;
using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Peers that take their time: each is given up after its limit, and meanwhile keeps nobody else waiting.</summary>
[TestFixture]
sealed class SlowPeerTests : AttackFixture
{
    const int Crowd = 300;

    protected override string[] Arguments =>
    [
        "--http-headers", "2s", "--http-idle", "2s", "--http-rate", "1MiB", "--mllp-idle", "2s", "--mllp-time", "2s",
        "--http-connections", "400", "--mllp-connections", "400",
    ];

    [Test]
    public async Task Idle_connections_are_closed_and_keep_nobody_waiting()
    {
        var http = Connect(Crowd, Server.HttpPort);
        var mllp = Connect(Crowd, Server.MllpPort);
        await MustServeAsync();
        using (var sender = new MllpWire(Server.MllpPort))
            Assert.That(await sender.AskAsync(Known.Admission()), Does.Contain("\rMSA|AA|"));

        await Task.WhenAll(http.Concat(mllp).Select(MustEndAsync));
    }

    [Test]
    public async Task Half_a_head_is_given_up()
    {
        using var wire = new HttpWire(Server.HttpPort);
        await wire.SendAsync($"POST {Transactions.RegistryPath} HTTP/1.1\r\nHost: a\r\nX-Slow: ");
        Assert.That((await wire.ReadAsync())?.Status, Is.EqualTo(408));
    }

    [Test]
    public async Task A_slow_body_is_given_up_and_leaves_nothing()
    {
        var before = StoredState.Of(Server);
        var simple = Request.Iti42(Known);
        byte[] untilDocument = [.. Request.MtomStart(Request.Iti41Envelope(Known, Request.NewOid(), Document)), .. Request.PartStart("document@attack"), .. "<no"u8];
        byte[] rootLast = [.. Request.PartStart("document@attack")[2..], .. Document];
        var chunked = SendAndReadAsync($"Content-Type: {simple.ContentType}\r\nTransfer-Encoding: chunked", "5;aaa"u8.ToArray());
        Task<HttpAnswer?>[] waiting =
        [
            chunked,
            SendAndReadAsync($"Content-Type: {simple.ContentType}\r\nContent-Length: {simple.Body.Length}", simple.Body[..100]),
            SendAndReadAsync($"Content-Type: {Request.MtomContentType}\r\nContent-Length: 1000000", untilDocument[..100]),
            SendAndReadAsync($"Content-Type: {Request.MtomContentType}\r\nContent-Length: 1000000", untilDocument),
            SendAndReadAsync($"Content-Type: {Request.MtomContentType}\r\nContent-Length: 1000000", rootLast),
        ];
        foreach (var answer in await Task.WhenAll(waiting)) Assert.That(answer?.Status, Is.EqualTo(408));
        before.MustBeUnchanged();
    }

    [Test]
    public async Task An_answer_that_is_not_taken_is_given_up()
    {
        var uniqueId = Request.NewOid();
        var document = new byte[16 << 20];
        new Random(20260205).NextBytes(document);
        Assert.That((await AnswerAsync(Request.Iti41(Known, document, uniqueId))).ResponseStatus, Is.EqualTo("Success"));
        var before = StoredState.Of(Server);

        using var wire = new HttpWire(Server.HttpPort);
        var request = Request.Iti43(uniqueId);
        await wire.SendAsync($"POST {request.Path} HTTP/1.1\r\nHost: a\r\nContent-Type: {request.ContentType}\r\nContent-Length: {request.Body.Length}\r\n\r\n");
        await wire.SendAsync(request.Body);
        await Waiting.UntilAsync(() => before.OutcomesSince() is [.., > 0], "the audit says that the answer broke off");
        Assert.That(Server.OpenFiles().Select(file => file.Name), Has.None.Contains("/documents/"), "the document is closed");
        Assert.That((await wire.ReadAsync(static (_, _) => { }))?.IsWhole, Is.Not.True);
    }

    [Test]
    public async Task A_slow_message_is_given_up()
    {
        var before = StoredState.Of(Server);
        using var silent = new MllpWire(Server.MllpPort);
        await silent.SendAsync(MllpWire.Frame(new Patient().Admission())[..^2]);
        var dripping = DripAsync();
        Assert.That(await silent.ReadToEndAsync(), Does.Contain("\rMSA|AR|").And.Contain("The message did not come in time"));
        Assert.That(await dripping, Does.Contain("\rMSA|AR|").And.Contain("The message did not come in time"));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Connections_beyond_the_limit_are_closed_and_the_other_port_still_serves(bool isHttp)
    {
        await using var server = await AttackedServer.StartAsync("--http-connections", "5", "--mllp-connections", "5");
        var crowd = Connect(5, isHttp ? server.HttpPort : server.MllpPort);
        await Waiting.UntilAsync(() => IsFull(isHttp ? server.HttpPort : server.MllpPort), "the port is full");
        if (isHttp) await new Patient().FedToAsync(server);
        else Assert.That((await Request.Iti18(Known).PostAsync(server))?.ResponseStatus, Is.EqualTo("Success"));

        foreach (var one in crowd) one.Dispose();
        await Waiting.UntilAsync(() => !IsFull(isHttp ? server.HttpPort : server.MllpPort), "there is room again");
    }

    // One byte at a time, each long before the limit: it is the whole message that has a time.
    async Task<string> DripAsync()
    {
        using var wire = new MllpWire(Server.MllpPort);
        var reading = wire.ReadToEndAsync();
        foreach (var one in MllpWire.Frame(new Patient().Admission()))
        {
            if (reading.IsCompleted) break;
            try
            {
                await wire.SendAsync([one]);
            }
            catch (IOException)
            {
                break;
            }

            await Task.Delay(50);
        }

        return await reading;
    }

    async Task<HttpAnswer?> SendAndReadAsync(string headers, byte[] body)
    {
        using var wire = new HttpWire(Server.HttpPort);
        var path = headers.Contains("multipart", StringComparison.Ordinal) ? Transactions.RepositoryPath : Transactions.RegistryPath;
        await wire.SendAsync($"POST {path} HTTP/1.1\r\nHost: a\r\n{headers}\r\n\r\n");
        await wire.SendAsync(body);
        return await wire.ReadAsync();
    }

    static List<TcpClient> Connect(int count, int port) => [.. Enumerable.Range(0, count).Select(_ => new TcpClient("127.0.0.1", port))];

    // Beyond the limit a connection is closed at once; below it, the server waits for a request.
    static bool IsFull(int port)
    {
        using var probe = new TcpClient("127.0.0.1", port);
        probe.ReceiveTimeout = 500;
        try
        {
            return probe.GetStream().Read(new byte[1]) == 0;
        }
        catch (IOException error)
        {
            return error.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset };
        }
    }

    static async Task MustEndAsync(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                var read = await connection.GetStream().ReadAsync(new byte[100]).AsTask().WaitAsync(HttpWire.Patience);
                Assert.That(read, Is.Zero);
            }
            catch (IOException)
            {
                // Reset: an end, too.
            }
        }
    }
}
