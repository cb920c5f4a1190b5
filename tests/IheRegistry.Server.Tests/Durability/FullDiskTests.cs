using System.Diagnostics;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Durability;

/// <summary>A disk that is low, and one that is really full.</summary>
[TestFixture]
public sealed class FullDiskTests : OperatedFixture
{
    // More than the server's own files take, little enough to be filled at once.
    const int DiskBytes = 64 * 1024 * 1024;
    const int Page = 4096;

    [Test]
    public async Task Below_the_low_mark_every_write_is_refused_and_reads_go_on()
    {
        var patient = Published.PatientId("LOW-1");
        var kept = Published.Provided(patient);
        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            await server.FeedAsync(patient);
            await server.PublishAsync(Peer, kept);
            await server.StopAsync();
        }

        await using var low = await SeparateServer.StartAsync(Data, "--low-disk", "4000TiB");
        var feed = await MllpSender.SendAsync(low.MllpPort, MllpSender.Adt("A04", Published.PatientId("LOW-2")));
        var (status, body) = await low.ReadyAsync();

        Assert.That((await low.SubmitAsync(Peer, Published.Provided(patient))).ErrorCodes, Is.EqualTo(new[] { "XDSRepositoryOutOfResources" }));
        Assert.That((await low.SubmitAsync(Peer, Published.Registered(patient))).ErrorCodes, Is.EqualTo(new[] { "XDSRegistryOutOfResources" }));
        Assert.That(feed, Does.Contain("MSA|A").And.Not.Contain("MSA|AA"));
        Assert.That(status, Is.EqualTo(503));
        Assert.That(body, Does.Contain("\"disk\":\"low\""));
        Assert.That((await low.FindDocumentsAsync(Peer, patient)).StatusByUniqueId().Keys, Is.EqualTo(new[] { kept.UniqueId }));
        await low.AssertRetrievedAsync(Peer, [kept]);
    }

    [Test]
    public async Task When_the_disk_is_full_writes_are_refused_reads_go_on_audited_and_with_room_writes_go_on()
    {
        var disk = PathOf("disk");
        Directory.CreateDirectory(disk);
        if (!await RunAsync("mount", "-t", "tmpfs", "-o", $"size={DiskBytes}", "tmpfs", disk)) Assert.Ignore("Only root may mount a small disk.");
        try
        {
            await FillAndFreeAsync(disk);
        }
        finally
        {
            Assert.That(await RunAsync("umount", disk), $"{disk} stays mounted.");
        }
    }

    async Task FillAndFreeAsync(string disk)
    {
        var data = Path.Combine(disk, "data");
        var patient = Published.PatientId("FULL-1");
        var kept = Published.Provided(patient);
        await using var server = await SeparateServer.StartAsync(data, "--low-disk", "1");
        await server.FeedAsync(patient);
        await server.PublishAsync(Peer, kept);
        var filler = Path.Combine(disk, "filler");
        Fill(filler);

        var refused = await server.SubmitAsync(Peer, Published.Provided(patient, 1_000_000));
        var acknowledged = await RegisterUntilRefusedAsync(server, patient);
        Assert.That(refused.ErrorCodes, Is.EqualTo(new[] { "XDSRepositoryOutOfResources" }));
        Assert.That((await server.FindDocumentsAsync(Peer, patient)).StatusByUniqueId().Keys, Is.EquivalentTo([kept.UniqueId, .. acknowledged]));
        await server.AssertRetrievedAsync(Peer, [kept]);
        Assert.That(Directory.EnumerateFiles(Path.Combine(data, "documents/.staging")), Is.Empty);

        File.Delete(filler);
        var after = Published.Provided(patient, 1_000_000);
        await server.PublishAsync(Peer, after);
        await server.AssertRetrievedAsync(Peer, [after]);
        Assert.That((await server.ReadyAsync()).Status, Is.EqualTo(200));
        await server.StopAsync();
        Assert.That(new Crash.CrashedData(data).AuditedIds("ITI-43"), Is.SupersetOf(new[] { kept.UniqueId, after.UniqueId }));
    }

    // The log grows with each commit, until it cannot.
    async Task<IReadOnlyList<string>> RegisterUntilRefusedAsync(SeparateServer server, string patient)
    {
        var acknowledged = new List<string>();
        for (var tries = 0; tries < 50; tries++)
        {
            var next = Published.Registered(patient);
            var reply = await server.SubmitAsync(Peer, next);
            if (reply.Status == "Success")
            {
                acknowledged.Add(next.UniqueId);
                continue;
            }

            Assert.That(reply.ErrorCodes, Is.EqualTo(new[] { "XDSRegistryOutOfResources" }));
            return acknowledged;
        }

        Assert.Fail("The full disk took everything.");
        return acknowledged;
    }

    // All but one page: with none free the low mark would refuse before the disk does.
    static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[Page];
        try
        {
            while (true) file.Write(page);
        }
        catch (IOException)
        {
            file.SetLength(file.Length / Page * Page - Page);
        }
    }

    static async Task<bool> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
