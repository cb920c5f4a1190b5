using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Clients that leave in the middle of a submission leave nothing behind.</summary>
[TestFixture]
sealed class DisconnectTests : AttackFixture
{
    const int Megabyte = 1 << 20;

    static IEnumerable<TestCaseData> Places =>
    [
        .. from isReset in new[] { true, false }
           from place in new[] { "within the envelope", "at a document's first byte", "within a document", "within a second document", "within a document before the envelope" }
           select new TestCaseData(place, isReset),
    ];

    [TestCaseSource(nameof(Places))]
    public async Task A_client_that_leaves_leaves_nothing(string place, bool isReset)
    {
        var before = StoredState.Of(Server);
        using (var wire = new HttpWire(Server.HttpPort))
        {
            await wire.SendAsync(
                $"POST {Transactions.RepositoryPath} HTTP/1.1\r\nHost: a\r\nContent-Type: {Request.MtomContentType}\r\nContent-Length: 99999999\r\n\r\n");
            await wire.SendAsync(Until(place));
            if (place.StartsWith("within a", StringComparison.Ordinal))
                await Waiting.UntilAsync(IsWriting, "the server is writing");
            if (isReset) wire.Reset();
        }

        await before.MustSoonBeUnchangedAsync();
    }

    [Test]
    public async Task A_crowd_of_clients_that_leave_leaves_nothing()
    {
        var before = StoredState.Of(Server);
        var random = new Random(20260205);
        var body = Until("within a second document");
        await Parallel.ForEachAsync(Enumerable.Range(0, 60).Select(_ => random.Next(1, body.Length)), async (length, _) =>
        {
            using var wire = new HttpWire(Server.HttpPort);
            await wire.SendAsync(
                $"POST {Transactions.RepositoryPath} HTTP/1.1\r\nHost: a\r\nContent-Type: {Request.MtomContentType}\r\nContent-Length: 99999999\r\n\r\n");
            await wire.SendAsync(body[..length]);
            wire.Reset();
        });
        await before.MustSoonBeUnchangedAsync();
    }

    byte[] Until(string place)
    {
        var envelope = Request.Iti41EnvelopeWithoutHash(Known, Request.NewOid());
        byte[] first = [.. Request.MtomStart(envelope), .. Request.PartStart("document@attack")];
        return place switch
        {
            "within the envelope" => first[..1000],
            "at a document's first byte" => first,
            "within a document" => [.. first, .. new byte[3 * Megabyte]],
            "within a second document" => [.. first, .. new byte[2 * Megabyte], .. Request.PartStart("second@attack"), .. new byte[Megabyte]],
            _ => [.. Request.PartStart("document@attack")[2..], .. new byte[3 * Megabyte]],
        };
    }

    // A document in the staging folder, or a spool file, which has no name.
    bool IsWriting() =>
        Directory.EnumerateFiles(Path.Combine(Server.DataFolder, "documents", ".staging")).Any(file => new FileInfo(file).Length >= Megabyte)
        || Server.OpenFiles().Any(file => file.Name.Contains("/spool/", StringComparison.Ordinal) && file.Length >= Megabyte);
}
