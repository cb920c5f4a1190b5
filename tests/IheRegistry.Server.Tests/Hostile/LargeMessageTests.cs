using System.Security.Cryptography;
using System.Text;
using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>What is too large is refused at a bounded cost of memory; documents of any size go through at a constant one.</summary>
[TestFixture]
sealed class LargeMessageTests : AttackFixture
{
    const int Megabyte = 1 << 20;
    const int TooMuch = 100 * Megabyte;
    const string EnvelopeTooLarge = "The SOAP envelope is too large.";

    const int Crowd = 4;

    // The limits below several times for each of the crowd, far below the four hundred megabytes that are sent.
    const long MemoryForRefusals = 64L * Megabyte;

    const long MemoryForDocuments = 64L * Megabyte;

    /// <summary>2 GiB in the full run: beyond every 32-bit count.</summary>
    static long DocumentSize => Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? (2L << 30) + 12_345 : 200L * Megabyte + 12_345;

    protected override string[] Arguments => ["--soap-envelope", "1MiB", "--inline-document", "1MiB"];

    static IEnumerable<TestCaseData> Floods =>
    [
        Of("Metadata", Transactions.RegistryPath, "application/soap+xml", Start("<env:Body>"), Slot, EnvelopeTooLarge),
        Of("Metadata at the repository", Transactions.RepositoryPath, "application/soap+xml", Start("<env:Body>"), Slot, EnvelopeTooLarge),
        Of("Metadata in the root part", Transactions.RepositoryPath, Request.MtomContentType, Encoding.UTF8.GetString(Request.MtomStart(Start("<env:Body>"))), Slot, EnvelopeTooLarge),
        Of("Metadata in UTF-16", Transactions.RepositoryPath, "application/soap+xml; charset=utf-16", Start("<env:Body>"), Slot, EnvelopeTooLarge),
        Of("A header", Transactions.RegistryPath, "application/soap+xml", Start("<env:Header>"), Slot, EnvelopeTooLarge),
        Of("One text", Transactions.RegistryPath, "application/soap+xml", Start("<env:Body>"), "text", EnvelopeTooLarge),
        Of("One start tag", Transactions.RegistryPath, "application/soap+xml", Start("<env:Body>") + "<a ", "b", EnvelopeTooLarge),
        Of("White space", Transactions.RegistryPath, "application/soap+xml", "", " ", EnvelopeTooLarge),
        Of("Inline base64", Transactions.RepositoryPath, "application/soap+xml", Start("<xds:Document id=\"Document01\">"), "QUJD", EnvelopeTooLarge),
        Of("A preamble", Transactions.RepositoryPath, Request.MtomContentType, "", "preamble\r\n", "The header fields of a MIME part, or the bytes before the first boundary, are too large."),
    ];

    const string Slot = "<Slot name=\"a\"><ValueList><Value>b</Value></ValueList></Slot>";

    [TestCaseSource(nameof(Floods))]
    public async Task A_hundred_megabytes_are_refused_with_bounded_memory(string path, string contentType, string start, string flood, string reason)
    {
        var before = StoredState.Of(Server);
        var peak = MemoryPeak.From(Server);
        await Parallel.ForEachAsync(Enumerable.Range(0, Crowd), new ParallelOptions { MaxDegreeOfParallelism = Crowd }, async (_, _) =>
        {
            using var wire = new HttpWire(Server.HttpPort);
            var answer = await wire.PostAsync(path, contentType, TooMuch, Flood(start, flood));
            Assert.That((answer?.Status, answer?.FaultReason), Is.EqualTo((413, reason)));
        });
        before.MustBeUnchangedButForAFailureEvent();
        peak.MustBeBelow(MemoryForRefusals);
    }

    [Test]
    public async Task A_hundred_megabytes_of_HL7_are_refused_with_bounded_memory()
    {
        var before = StoredState.Of(Server);
        var peak = MemoryPeak.From(Server);
        using var wire = new MllpWire(Server.MllpPort);
        var reading = wire.ReadToEndAsync();
        await wire.SendAsync([0x0B, .. Encoding.UTF8.GetBytes(new Patient().Admission())]);
        try
        {
            foreach (var piece in Flood("", "NTE|1||text\r")) await wire.SendAsync(piece);
            wire.EndSending();
        }
        catch (IOException)
        {
            // The server has answered and closed.
        }

        Assert.That(await reading, Does.Contain("\rMSA|AR|").And.Contain("The message is larger than is taken"));
        before.MustBeUnchangedButForAFailureEvent();
        peak.MustBeBelow(MemoryForRefusals);
    }

    [Test]
    public async Task A_large_document_goes_through_at_a_constant_cost_of_memory()
    {
        await using var server = await AttackedServer.StartAsync();
        var patient = await new Patient().FedToAsync(server);
        // What the first documents of a process cost is not for their size.
        await GoThroughAsync(server, patient, 8L * Megabyte);
        var peak = MemoryPeak.From(server);
        await GoThroughAsync(server, patient, DocumentSize);
        peak.MustBeBelow(MemoryForDocuments);
    }

    static async Task GoThroughAsync(AttackedServer server, Patient patient, long size)
    {
        var uniqueId = Request.NewOid();
        var sent = await SubmitAsync(server, patient, uniqueId, size);
        Assert.That(await RetrieveMtomAsync(server, uniqueId, size), Is.EqualTo(sent));
        Assert.That(await RetrieveInlineAsync(server, uniqueId, size), Is.EqualTo(sent));
    }

    static async Task<string> SubmitAsync(AttackedServer server, Patient patient, string uniqueId, long size)
    {
        byte[] start = [.. Request.MtomStart(Request.Iti41EnvelopeWithoutHash(patient, uniqueId)), .. Request.PartStart("document@attack")];
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        using var wire = new HttpWire(server.HttpPort);
        var answer = await wire.PostAsync(
            Transactions.RepositoryPath, Request.MtomContentType, start.Length + size + Request.MtomEnd.Length, Content(size, sha1).Prepend(start).Append(Request.MtomEnd));
        Assert.That(answer?.ResponseStatus, Is.EqualTo("Success"), answer?.Text);
        return Convert.ToHexString(sha1.GetHashAndReset());
    }

    static async Task<string> RetrieveMtomAsync(AttackedServer server, string uniqueId, long size)
    {
        var request = Request.Iti43(uniqueId);
        using var sink = new ContentSink("Content-ID: <document1@", "\r\n\r\n", size, isBase64: false);
        using var wire = new HttpWire(server.HttpPort);
        var answer = await wire.PostAsync(request.Path, request.ContentType, request.Body.Length, [request.Body], sink.Take);
        Assert.That(answer?.IsWhole, Is.True);
        Assert.That(sink.Tail, Does.StartWith("\r\n--").And.EndWith("--\r\n"));
        return sink.Sha1;
    }

    static async Task<string> RetrieveInlineAsync(AttackedServer server, string uniqueId, long size)
    {
        var request = Request.Simple(Transactions.RepositoryPath, Request.Iti43Envelope(uniqueId));
        using var sink = new ContentSink("Document>", "", (size + 2) / 3 * 4, isBase64: true);
        using var wire = new HttpWire(server.HttpPort);
        var answer = await wire.PostAsync(request.Path, request.ContentType, request.Body.Length, [request.Body], sink.Take);
        Assert.That(answer?.IsWhole, Is.True);
        Assert.That(sink.Tail, Does.StartWith("</").And.EndWith("Envelope>"));
        return sink.Sha1;
    }

    static IEnumerable<byte[]> Content(long size, IncrementalHash sha1)
    {
        var random = new Random(20260205);
        var piece = new byte[256 * 1024];
        for (var left = size; left > 0; left -= piece.Length)
        {
            // One array for all pieces: each is sent before the next is asked for.
            if (left < piece.Length) piece = new byte[left];
            random.NextBytes(piece);
            sha1.AppendData(piece);
            yield return piece;
        }
    }

    static IEnumerable<byte[]> Flood(string start, string flood)
    {
        yield return Encoding.UTF8.GetBytes(start);
        var piece = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, flood, 256 * 1024 / flood.Length).ToString());
        for (var sent = start.Length; sent < TooMuch; sent += piece.Length) yield return piece[..Math.Min(piece.Length, TooMuch - sent)];
    }

    static string Start(string until)
    {
        var envelope = Request.Iti41Envelope(new Patient(), Request.NewOid(), []);
        return envelope[..(envelope.IndexOf(until, StringComparison.Ordinal) + until.Length)];
    }

    static TestCaseData Of(string name, string path, string contentType, string start, string flood, string reason) =>
        new TestCaseData(path, contentType, start, flood, reason).SetArgDisplayNames(name);
}
