using System.Text.RegularExpressions;
using IheRegistry.Server.Tests.Operations;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Durability;

/// <summary>Killing a process keeps the page cache; only the system calls show what a power failure would leave of what was acknowledged.</summary>
[TestFixture]
public sealed partial class SystemCallTests : OperatedFixture
{
    static readonly string[] Watched =
        ["-e", "trace=fsync,fdatasync,rename,renameat,renameat2,sendto,sendmsg,write,writev"];

    [Test]
    public async Task ITI_41_answers_after_fsync_of_the_file_rename_fsync_of_the_folder_and_sync_of_the_log()
    {
        var patient = Published.PatientId("STRACE-1");
        await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        await server.FeedAsync(patient);

        var calls = await WatchAsync(server, () => server.PublishAsync(Peer, Published.Provided(patient)));

        var rename = calls.Start(0, "rename", line => line.Contains("rename") && line.Contains("/.staging/"));
        var temporary = StagedName().Match(calls[rename]).Value;
        var shard = ShardName().Match(calls[rename]).Value;
        var fileSync = calls.SyncEnd(0, "fsync of the file", $"/.staging/{temporary}");
        var folderSync = calls.SyncEnd(rename, "fsync of the folder", shard);
        var logSync = calls.SyncEnd(folderSync, "sync of the log", "/registry.db-wal");
        var answer = calls.Answer("HTTP/1.1 200");
        Assert.That(new[] { fileSync, rename, folderSync, logSync, answer }, Is.Ordered);
    }

    [Test]
    public async Task ITI_42_answers_after_sync_of_the_log()
    {
        var patient = Published.PatientId("STRACE-2");
        await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        await server.FeedAsync(patient);

        var calls = await WatchAsync(server, () => server.PublishAsync(Peer, Published.Registered(patient)));

        Assert.That(calls.SyncEnd(0, "sync of the log", "/registry.db-wal"), Is.LessThan(calls.Answer("HTTP/1.1 200")));
    }

    [Test]
    public async Task ITI_8_acknowledges_after_sync_of_the_log()
    {
        await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");

        var calls = await WatchAsync(server, () => server.FeedAsync(Published.PatientId("STRACE-3")));

        Assert.That(calls.SyncEnd(0, "sync of the log", "/registry.db-wal"), Is.LessThan(calls.Answer("MSA|AA")));
    }

    async Task<SystemCalls> WatchAsync(SeparateServer server, Func<Task> act)
    {
        await using var strace = await Strace.AttachAsync(server.Id, PathOf("trace"), Watched);
        await act();
        return new SystemCalls(await strace.EndAsync());
    }

    [GeneratedRegex("(?<=/\\.staging/)[0-9a-f-]+")]
    private static partial Regex StagedName();

    [GeneratedRegex("/[0-9a-f]{2}(?=/[0-9a-f]{64}\")")]
    private static partial Regex ShardName();
}
