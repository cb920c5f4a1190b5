using System.Net.Sockets;
using System.Text;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>
/// Clients that share no line with our codecs publish, find and retrieve over real sockets: the programs in samples/, on
/// curl, Python's email package, zeep and gSOAP. Where a tool is not installed its test is skipped.
/// </summary>
[TestFixture]
sealed class ForeignClientTests : ServerFixture
{
    const string Patient = "DEMO-1001";

    static readonly string Samples = SourceTree.PathOf("samples");

    string Base => Server.Http.GetLeftPart(UriPartial.Authority);

    static IEnumerable<string> Documents => ["discharge-summary.xml", "zh-discharge-summary.xml", "scanned-letter.xml"];

    [OneTimeSetUp]
    public async Task FeedPatient()
    {
        using var connection = new TcpClient("127.0.0.1", Server.MllpPort);
        byte[] framed = [0x0B, .. await File.ReadAllBytesAsync(Path.Combine(Samples, "hl7v2", "adt-a01-demo-1001.hl7")), 0x1C, 0x0D];
        await connection.GetStream().WriteAsync(framed);
        var acknowledgement = new StringBuilder();
        for (var next = 0; next != 0x1C; acknowledgement.Append((char)next))
            next = connection.GetStream().ReadByte();
        Assert.That(acknowledgement.ToString(), Does.Contain("\rMSA|AA|"));
    }

    [TestCaseSource(nameof(Documents))]
    public async Task Curl_walks_through_feed_publish_query_and_retrieve(string document)
    {
        await ForeignProgram.RequireAsync("curl", "--version");
        var walk = await ForeignProgram.RunAsync(
            "bash", [Path.Combine(Samples, "walkthrough.sh"), Cda(document)],
            ("BASE", Base), ("MLLP", $"127.0.0.1:{Server.MllpPort}"));
        Assert.That(walk.Code, Is.Zero, walk.Output);
        Assert.That(walk.Output, Does.EndWith("DONE\n"));
    }

    [Test]
    public async Task Bash_feeds_a_person_from_two_hospitals_and_finds_both_numbers()
    {
        var story = await ForeignProgram.RunAsync("bash", [Path.Combine(Samples, "identity.sh")], ("MLLP", $"127.0.0.1:{Server.MllpPort}"));
        Assert.That(story.Code, Is.Zero, story.Output);
        Assert.That(story.Output, Does.Contain("&1.3.6.1.4.1.21367.13.20.3000&ISO\n3. Find her").And.Contain("   PID|1||"));
    }

    [TestCaseSource(nameof(Documents))]
    public async Task Python_email_package_builds_and_takes_apart_our_MTOM(string document)
    {
        await ForeignProgram.RequireAsync("python3", "--version");
        var client = await ForeignProgram.RunAsync("python3", [Path.Combine(Samples, "python", "mtom_client.py"), "--base", Base, "--patient", Patient, Cda(document)]);
        Assert.That(client.Code, Is.Zero, client.Output);
    }

    [TestCaseSource(nameof(Documents))]
    public async Task Zeep_reads_our_WSDL_and_submits_inline_base64(string document)
    {
        var python = await PythonWithZeepAsync();
        var client = await ForeignProgram.RunAsync(python, [Path.Combine(Samples, "python", "zeep_client.py"), "--base", Base, "--patient", Patient, Cda(document)]);
        Assert.That(client.Code, Is.Zero, client.Output);
    }

    [Test]
    public async Task Zeep_reads_our_V3_WSDLs_and_feeds_cross_references_and_finds_patients()
    {
        var python = await PythonWithZeepAsync();
        var client = await ForeignProgram.RunAsync(python, [Path.Combine(Samples, "python", "zeep_v3_client.py"), "--base", Base]);
        Assert.That(client.Code, Is.Zero, client.Output);
        Assert.That(client.Output, Does.Contain("cancelled the query").And.Contain("merged "));
    }

    [Test]
    public async Task GSoap_client_generated_from_our_WSDL_publishes_and_retrieves_over_MTOM()
    {
        await ForeignProgram.RequireAsync("soapcpp2", "-h");
        await ForeignProgram.RequireAsync("bash", "-c", "echo '#include <stdsoap2.h>' | g++ $CPPFLAGS -E -x c++ - >/dev/null");
        var build = Directory.CreateTempSubdirectory("iheregistry-gsoap-").FullName;
        var made = await ForeignProgram.RunAsync("make", ["-C", Path.Combine(Samples, "gsoap"), $"BUILD={build}", $"WSDL={Server.Repository}?wsdl"]);
        Assert.That(made.Code, Is.Zero, made.Output);
        foreach (var document in Documents)
        {
            var client = await ForeignProgram.RunAsync(Path.Combine(build, "client"), [Server.Repository.ToString(), Patient, Cda(document)]);
            Assert.That(client.Code, Is.Zero, client.Output);
        }
        Directory.Delete(build, recursive: true);
    }

    static string Cda(string document) => Path.Combine(Samples, "cda", document);

    // zeep may belong to the system's Python and not to the first one of the path.
    static async Task<string> PythonWithZeepAsync()
    {
        foreach (var python in new[] { "python3", "/usr/bin/python3" })
        {
            if (await ForeignProgram.IsThereAsync(python, "-c", "import zeep"))
                return python;
        }
        Assert.Ignore("zeep is not installed.");
        return "";
    }
}
