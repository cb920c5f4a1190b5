using IheRegistry.Server.Tests.Operations;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Durability;

/// <summary>EIO, injected into the server's own calls from a moment on.</summary>
[TestFixture]
public sealed class FailingDiskTests : OperatedFixture
{
    [Test]
    public async Task When_the_log_cannot_be_synced_the_caller_is_told_and_writing_stops_until_restart()
    {
        var patient = Published.PatientId("EIO-1");
        var kept = Published.Provided(patient);
        var failed = Published.Registered(patient);
        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            await server.FeedAsync(patient);
            await server.PublishAsync(Peer, kept);
            await using (var strace = await FailAsync(server, "-P", Path.Combine(Data, "registry.db-wal")))
            {
                Assert.That((await server.SubmitAsync(Peer, failed)).ErrorCodes, Is.EqualTo(new[] { "XDSRegistryError" }));
                Assert.That(await strace.EndAsync(), Has.Some.Contains("(INJECTED)"));
            }

            // The disk is well again, and nobody knows what it has lost.
            await AssertReadsOnlyAsync(server, patient, kept);
            await server.StopAsync();
        }

        await using var again = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        Assert.That((await again.ReadyAsync()).Status, Is.EqualTo(200));
        // Tried again, it ends in one registration, whether or not the log had it.
        await again.PublishAsync(Peer, failed);
        await again.PublishAsync(Peer, Published.Provided(patient));
        await again.AssertRetrievedAsync(Peer, [kept]);
        Assert.That(await RetrievalsAuditedAsync(again, kept), Is.EqualTo(2), "What was read while nothing could be written is audited too.");
    }

    [Test]
    public async Task When_a_document_cannot_be_synced_the_caller_is_told_and_writing_stops_until_restart()
    {
        var patient = Published.PatientId("EIO-2");
        var kept = Published.Provided(patient);
        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            await server.FeedAsync(patient);
            await server.PublishAsync(Peer, kept);
            await using (await FailAsync(server))
                Assert.That((await server.SubmitAsync(Peer, Published.Provided(patient))).ErrorCodes, Is.EqualTo(new[] { "XDSRepositoryError" }));

            await AssertReadsOnlyAsync(server, patient, kept);
            Assert.That(Directory.EnumerateFiles(Path.Combine(Data, "documents/.staging")), Is.Empty);
            await server.StopAsync();
        }

        await using var again = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        await again.PublishAsync(Peer, Published.Provided(patient));
        Assert.That((await again.FindDocumentsAsync(Peer, patient)).StatusByUniqueId(), Has.Count.EqualTo(2));
    }

    async Task AssertReadsOnlyAsync(SeparateServer server, string patient, Published kept)
    {
        var (status, body) = await server.ReadyAsync();
        Assert.That((status, body), Is.EqualTo((503, body)));
        Assert.That(body, Does.Contain("\"status\":\"reads only\"").And.Contain("stopped after a disk error"));
        Assert.That((await server.SubmitAsync(Peer, Published.Registered(patient))).ErrorCodes, Is.EqualTo(new[] { "XDSRegistryError" }));
        Assert.That((await server.SubmitAsync(Peer, Published.Provided(patient))).ErrorCodes, Is.EqualTo(new[] { "XDSRepositoryError" }));
        var feed = await MllpSender.SendAsync(server.MllpPort, MllpSender.Adt("A04", Published.PatientId("EIO-NEW")));
        Assert.That(feed, Does.Contain("MSA|A").And.Not.Contain("MSA|AA"));
        Assert.That((await server.FindDocumentsAsync(Peer, patient)).StatusByUniqueId().Keys, Is.EqualTo(new[] { kept.UniqueId }));
        await server.AssertRetrievedAsync(Peer, [kept]);
    }

    async Task<int> RetrievalsAuditedAsync(SeparateServer server, Published document)
    {
        await server.StopAsync();
        return new Crash.CrashedData(Data).AuditedIds("ITI-43").Count(id => id == document.UniqueId);
    }

    Task<Strace> FailAsync(SeparateServer server, params string[] options) => Strace.AttachAsync(
        server.Id, PathOf($"trace-{Guid.NewGuid():N}"), ["-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:error=EIO", .. options]);
}
