using System.Text;
using System.Xml.Linq;
using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Requests that are wrong as HTTP, or ask for what is not there.</summary>
[TestFixture]
sealed class HttpAttackTests : AttackFixture
{
    const string Chunked = "Transfer-Encoding: chunked";

    static string Post(string path, string headers, string body = "") =>
        $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/soap+xml\r\n{headers}\r\n\r\n{body}";

    static IEnumerable<TestCaseData> Attacks =>
    [
        Of("Another method", $"PUT {Transactions.RegistryPath} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", 405),
        Of("DELETE", $"DELETE {Transactions.RepositoryPath} HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        Of("GET", $"GET {Transactions.RegistryPath} HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        Of("HEAD", $"HEAD {Transactions.RepositoryPath} HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        Of("TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        Of("CONNECT", "CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n", 404),
        Of("An unknown path", Post("/xds/evil", "Content-Length: 0"), 404),
        Of("A path out of the folder", "GET /schemas/../../../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        Of("An escaped path out of the folder", "GET /schemas/..%2F..%2F..%2Fetc%2Fpasswd HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        Of("A path with NUL", "GET /schemas/a%00b HTTP/1.1\r\nHost: a\r\n\r\n", 400),
        Of("The database's path", "GET /schemas/registry.db HTTP/1.1\r\nHost: a\r\n\r\n", 404),
        Of("Noise", "\u0001\u0002\u0003\u00FE\r\n\r\n", 400),
        Of("TLS", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003\r\n\r\n", 400),
        Of("An MLLP message", "\u000BMSH|^~\\&|\r\n\r\n", 400),
        Of("Another version", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505),
        Of("No Host", "GET /health/live HTTP/1.1\r\n\r\n", 400),
        Of("Two Hosts", "GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
        Of("A Host with a line break", "GET /health/live HTTP/1.1\r\nHost: a\rb\r\n\r\n", 400),
        Of("A header with NUL", "GET /health/live HTTP/1.1\r\nHost: a\r\nX-Evil: a\0b\r\n\r\n", 400),
        Of("A folded header", "GET /health/live HTTP/1.1\r\nHost: a\r\nX-Evil: a\r\n b\r\n\r\n", 400),
        Of("A huge header", $"GET /health/live HTTP/1.1\r\nHost: a\r\nX-Evil: {new string('a', 1 << 20)}\r\n\r\n", 431),
        Of("Too many headers", $"GET /health/live HTTP/1.1\r\nHost: a\r\n{string.Concat(Enumerable.Repeat("X-Evil: a\r\n", 1000))}\r\n", 431),
        Of("A long request line", $"GET /{new string('a', 1 << 20)} HTTP/1.1\r\nHost: a\r\n\r\n", 414),
        Of("A body of a negative length", Post(Transactions.RegistryPath, "Content-Length: -1"), 400),
        Of("A body of two lengths", Post(Transactions.RegistryPath, "Content-Length: 1\r\nContent-Length: 2", "ab"), 400),
        Of("A body of an endless length", Post(Transactions.RegistryPath, "Content-Length: 99999999999999999999999"), 400),
        Of("A body without length", Post(Transactions.RegistryPath, "X: y"), 400),
        Of("A chunk of no number", Post(Transactions.RegistryPath, Chunked, "zz\r\nhello\r\n"), 400),
        Of("A chunk of a negative length", Post(Transactions.RegistryPath, Chunked, "-5\r\nhello\r\n"), 400),
        Of("A chunk of an endless length", Post(Transactions.RegistryPath, Chunked, "FFFFFFFFFFFFFFFFF\r\nhello\r\n"), 400),
        Of("A chunk longer than it says", Post(Transactions.RegistryPath, Chunked, "5\r\nhello, world\r\n0\r\n\r\n"), 400),
        Of("Chunks of a document that break off", Post(
            Transactions.RepositoryPath, Chunked, "").Replace("application/soap+xml", Request.MtomContentType, StringComparison.Ordinal) + "5\r\nhello\r\nzz\r\n", 400),
        Of("Another transfer encoding", Post(Transactions.RegistryPath, "Transfer-Encoding: evil", "hello"), 400),
    ];

    [TestCaseSource(nameof(Attacks))]
    public async Task It_is_refused(string sent, int status)
    {
        var before = StoredState.Of(Server);
        using var wire = new HttpWire(Server.HttpPort);
        await TrySendAsync(wire, sent);
        var answer = await wire.ReadAsync();
        Assert.That(answer?.Status, Is.EqualTo(status), answer?.Headers);
        Assert.That(answer!.Text, Does.Not.Contain("root:"));
        before.MustBeUnchanged();
    }

    [TestCase(Transactions.RegistryPath)]
    [TestCase(Transactions.RepositoryPath)]
    public async Task The_methods_that_are_taken_are_told(string path)
    {
        using var wire = new HttpWire(Server.HttpPort);
        await wire.SendAsync($"PUT {path} HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
        Assert.That((await wire.ReadAsync())!.Header("Allow"), Does.Contain("POST"));
    }

    [Test]
    public async Task A_message_smuggled_behind_a_length_is_not_taken_for_a_request()
    {
        var before = StoredState.Of(Server);
        var smuggled = Encoding.Latin1.GetString(Request.Iti42(Known).Body);
        using var wire = new HttpWire(Server.HttpPort);
        await wire.SendAsync(Post(
            Transactions.RegistryPath,
            $"{Chunked}\r\nContent-Length: 6",
            $"0\r\n\r\nPOST {Transactions.RegistryPath} HTTP/1.1\r\nHost: a\r\nContent-Type: application/soap+xml\r\nContent-Length: {smuggled.Length}\r\n\r\n{smuggled}"));
        Assert.That((await wire.ReadAsync())?.Status, Is.EqualTo(400));
        Assert.That(await wire.ReadAsync(), Is.Null, "the connection must end: where the next request begins is unsure");
        before.MustBeUnchanged();
    }

    [Test]
    public async Task Pipelined_requests_are_answered_in_their_order()
    {
        using var wire = new HttpWire(Server.HttpPort);
        Request[] requests = [Request.Iti18(Known), Request.Iti42(Known).With("not a number"u8.ToArray()), Request.Iti18(Known), Request.Iti43("1.2.3.4.5.6")];
        await wire.SendAsync([.. requests.SelectMany(r => (byte[])[.. Encoding.ASCII.GetBytes(HeadOf(r)), .. r.Body])]);
        Assert.That((await wire.ReadAsync())!.ResponseStatus, Is.EqualTo("Success"));
        Assert.That((await wire.ReadAsync())!.Status, Is.EqualTo(400));
        Assert.That((await wire.ReadAsync())!.ResponseStatus, Is.EqualTo("Success"));
        Assert.That((await wire.ReadAsync())!.ErrorCodes, Is.EqualTo("XDSDocumentUniqueIdError"));
    }

    [Test]
    public async Task A_request_byte_by_byte_is_taken()
    {
        using var wire = new HttpWire(Server.HttpPort);
        var request = Request.Iti18(Known);
        foreach (var one in (byte[])[.. Encoding.ASCII.GetBytes(HeadOf(request)), .. request.Body]) await wire.SendAsync([one]);
        Assert.That((await wire.ReadAsync())!.ResponseStatus, Is.EqualTo("Success"));
    }

    [Test]
    public async Task A_submission_in_chunks_of_one_byte_is_taken()
    {
        using var wire = new HttpWire(Server.HttpPort);
        var request = Request.Iti41(Known, Document);
        await wire.SendAsync(HeadOf(request).Swap($"Content-Length: {request.Body.Length}", Chunked));
        await wire.SendAsync([.. request.Body.SelectMany(one => (byte[])[.. "1\r\n"u8, one, .. "\r\n"u8]), .. "0\r\n\r\n"u8]);
        Assert.That((await wire.ReadAsync())!.ResponseStatus, Is.EqualTo("Success"));
    }

    [TestCase("a&b")]
    [TestCase("a'b")]
    [TestCase("a\"b")]
    public async Task A_Host_cannot_write_into_the_WSDL(string host)
    {
        using var wire = new HttpWire(Server.HttpPort);
        await wire.SendAsync($"GET {Transactions.RegistryPath}?wsdl HTTP/1.1\r\nHost: {host}\r\n\r\n");
        var answer = (await wire.ReadAsync())!;
        if (answer.Status == 400) return;
        var location = XDocument.Parse(answer.Text).Descendants().Attributes("location").Select(a => a.Value).First(a => a.EndsWith(Transactions.RegistryPath, StringComparison.Ordinal));
        Assert.That(location, Is.EqualTo($"http://{host}{Transactions.RegistryPath}"));
    }

    [Test]
    public async Task What_an_unknown_sender_calls_itself_does_not_reach_the_log()
    {
        using var wire = new HttpWire(Server.HttpPort);
        await wire.SendAsync(
            $"POST {Transactions.RegistryPath}?p={Leaks.PatientMark} HTTP/1.1\r\nHost: {Leaks.PatientMark}.example\r\nUser-Agent: {Leaks.PatientMark}\r\n"
            + $"Content-Type: {Leaks.PatientMark}/xml\r\nSOAPAction: {Leaks.PatientMark}\r\nContent-Length: 0\r\n\r\n");
        Assert.That((await wire.ReadAsync())!.Status, Is.EqualTo(415));
    }

    static string HeadOf(Request request) =>
        $"POST {request.Path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {request.ContentType}\r\nContent-Length: {request.Body.Length}\r\n\r\n";

    static async Task TrySendAsync(HttpWire wire, string sent)
    {
        try
        {
            await wire.SendAsync(sent);
        }
        catch (IOException)
        {
            // Refused before all was sent.
        }
    }

    static TestCaseData Of(string name, string sent, int status) => new TestCaseData(sent, status).SetArgDisplayNames(name);
}
