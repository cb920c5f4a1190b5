using System.Security.Cryptography;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Operations;

[TestFixture]
public sealed class ScrubTests : OperatedFixture
{
    // Long enough for a busy machine; a test that passes never waits for it.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task Damage_is_found_told_and_remembered_and_forgotten_when_the_document_is_mended()
    {
        var patient = Published.PatientId("SCRUB-1");
        var document = Published.Provided(patient);
        string[] often = ["--scrub", "200ms", "--low-disk", "1MiB"];
        await using (var server = await SeparateServer.StartAsync(Data, often))
        {
            await server.FeedAsync(patient);
            await server.PublishAsync(Peer, document);
            await server.PublishAsync(Peer, Published.Provided(patient));
            Damage(document);

            var body = await UntilDamagedAsync(server, 1);

            Assert.That(body, Does.Contain("\"status\":\"ready\""));
            await server.StopAsync();
            Assert.That(server.Errors, Does.Contain($"{NameOf(document)} of unknown is damaged: WrongHash").And.Not.Contain("SCRUB-1"));
        }

        await using (var off = await SeparateServer.StartAsync(Data, "--scrub", "off"))
        {
            Assert.That((await off.ReadyAsync()).Body, Does.Contain("\"damagedDocuments\":1"));
            await off.StopAsync();
        }

        await using var again = await SeparateServer.StartAsync(Data, often);
        var resubmitted = Published.Provided(patient) with { Content = document.Content };
        await again.PublishAsync(Peer, resubmitted);
        await UntilDamagedAsync(again, 0);
        await again.AssertRetrievedAsync(Peer, [document, resubmitted]);
    }

    static async Task<string> UntilDamagedAsync(SeparateServer server, int count)
    {
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            var (status, body) = await server.ReadyAsync();
            Assert.That(status, Is.EqualTo(200));
            if (body.Contains($"\"damagedDocuments\":{count}", StringComparison.Ordinal)) return body;
            Assert.That(DateTime.UtcNow, Is.LessThan(deadline), body);
            await Task.Delay(50);
        }
    }

    static string NameOf(Published document) => Convert.ToHexStringLower(SHA256.HashData(document.Content));

    void Damage(Published document)
    {
        var path = Directory.GetFiles(Path.Combine(Data, "documents"), NameOf(document), SearchOption.AllDirectories).Single();
        var bytes = document.Content.ToArray();
        bytes[7] ^= 1;
        File.WriteAllBytes(path, bytes);
    }
}
