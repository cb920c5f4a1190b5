using System.Globalization;
using IheRegistry.Client;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Model.Identity;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>
/// Programs that share no line with our HL7 v2 codec feed the server and read what we put on the wire. Where one is not installed its
/// test is skipped.
/// </summary>
[TestFixture]
sealed class ForeignMllpTests : ServerFixture
{
    const string Domain = "1.3.6.1.4.1.21367.13.20.1000";
    const ushort MllpPort = 2575;

    // Fields of Wireshark's dissector.
    static readonly string[] Fields = ["hl7.message.type", "hl7.event.type", "hl7.segment", "hl7.malformed", "_ws.malformed", "_ws.expert.message"];

    [Test]
    public async Task Mllp_send_of_python_hl7_feeds_our_samples()
    {
        await ForeignProgram.RequireAsync("mllp_send", "--version");
        var folder = Directory.CreateTempSubdirectory("iheregistry-mllp-").FullName;
        var file = Path.Combine(folder, "feed");
        var samples = Directory.GetFiles(Path.Combine(SourceTree.PathOf("samples"), "hl7v2"), "adt-*.hl7").Order(StringComparer.Ordinal).ToList();
        await using (var output = File.Create(file))
            foreach (var sample in samples)
                await output.WriteAsync((byte[])[0x0B, .. await File.ReadAllBytesAsync(sample), 0x1C, 0x0D]);

        var sent = await ForeignProgram.RunAsync(
            "mllp_send", ["--port", Server.MllpPort.ToString(CultureInfo.InvariantCulture), "--file", file, "127.0.0.1"]);
        Directory.Delete(folder, recursive: true);
        Assert.That(sent.Code, Is.Zero, sent.Output);
        Assert.That(sent.Output.Split("MSA|AA|").Length - 1, Is.EqualTo(samples.Count), sent.Output);
    }

    [Test]
    public async Task Our_samples_of_identity_events_and_queries_are_taken()
    {
        var folder = Path.Combine(SourceTree.PathOf("samples"), "hl7v2");
        // In the order of the story that the README tells.
        string[] story = ["a28-sample-1", "a31-sample-1-moved", "a28-sample-2", "a24-link-sample-1-sample-2", "a37-unlink-sample-1-sample-2", "a47-sample-1-into-sample-9"];
        foreach (var name in story) await SendAsync(Path.Combine(folder, "identity", $"adt-{name}.hl7"));
        Assert.That(Directory.GetFiles(Path.Combine(folder, "identity")), Has.Length.EqualTo(story.Length));

        await SendAsync(Path.Combine(folder, "adt-a04-demo-1002.hl7"));
        foreach (var query in Directory.GetFiles(Path.Combine(folder, "queries")).Order(StringComparer.Ordinal)) await SendAsync(query);

        async Task SendAsync(string file)
        {
            var answer = await MllpSender.SendAsync(Server.MllpPort, await File.ReadAllBytesAsync(file));
            Assert.That(answer, Does.Contain("\rMSA|AA|"), Path.GetFileName(file));
        }
    }

    [Test]
    public async Task Wireshark_reads_feeds_queries_and_answers_without_a_malformed_frame()
    {
        await ForeignProgram.RequireAsync("tshark", "--version");
        var folder = Directory.CreateTempSubdirectory("iheregistry-tshark-").FullName;
        var file = Path.Combine(folder, "mllp.pcap");
        var pieces = await ConverseAsync();
        TcpCapture.Write(file, MllpPort, pieces);

        var read = await ForeignProgram.RunAsync(
            "tshark", ["-r", file, "-d", $"tcp.port=={MllpPort},hl7", "-T", "fields", .. Fields.SelectMany(field => (string[])["-e", field])]);
        Directory.Delete(folder, recursive: true);
        Assert.That(read.Code, Is.Zero, read.Output);
        var frames = read.Output.Split('\n').Where(line => line.Contains('\t', StringComparison.Ordinal)).Select(line => line.Split('\t')).ToList();
        Assert.That(frames.Select(frame => $"{frame[0]}^{frame[1]}"), Is.EqualTo(new[]
        {
            "ADT^A04", "ACK^A04", "ADT^A31", "ACK^A31", "QBP^Q23", "RSP^K23", "QBP^Q22", "RSP^K22", "QCN^J01", "ACK^J01",
        }), read.Output);
        Assert.That(frames.Select(frame => string.Concat(frame[3..])), Has.All.Empty, read.Output);
        Assert.That(frames[7][2], Does.Contain("QAK|TSHARK|OK|").And.Contain("PID|1|"), read.Output);
    }

    async Task<IReadOnlyList<TcpCapture.Piece>> ConverseAsync()
    {
        await using var relay = new RecordingRelay(Server.MllpPort);
        var patient = new PatientId("TSHARK-1", Domain);
        var demographics = new PatientDemographics
        {
            Names = [new("Captured", "Carla", "", "", "", "L", ""), new("\u738b\u5c0f\u660e", "", "", "", "", "L", "I")],
            BirthDate = "19800229",
            Sex = "F",
            Addresses = [new("1 Main St", "", "Springfield", "XX", "12345", "US", "H")],
        };
        await using (var feed = await PatientIdentityFeedClient.ConnectAsync("127.0.0.1", relay.Port))
        {
            Assert.That((await feed.FeedAsync("A04", patient, demographics)).IsAccepted);
            Assert.That((await feed.FeedAsync("A31", patient, demographics with { Sex = "U" })).IsAccepted);
        }

        var identifier = new PatientIdentifier(patient.Id, new("", Domain, "ISO"), "");
        await using (var queries = await PatientQueryClient.ConnectAsync("127.0.0.1", relay.Port))
        {
            Assert.That((await queries.CorrespondingIdentifiersAsync(identifier)).Code, Is.EqualTo("AA"));
            var query = new PdqQuery { QueryId = "TSHARK", Criteria = new() { Names = [new() { Family = TextPattern.OfWildcards("Captured") }] } };
            Assert.That((await queries.FindAsync(query)).Patients, Is.Not.Empty);
            await queries.CancelAsync(query);
        }

        return await relay.EndAsync();
    }
}
