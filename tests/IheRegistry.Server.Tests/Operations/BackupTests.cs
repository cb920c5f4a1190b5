using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Operations;

[TestFixture]
public sealed class BackupTests : OperatedFixture
{
    [Test]
    public async Task What_was_acknowledged_before_a_backup_is_answered_alike_after_its_restore()
    {
        string[] patients = [.. Enumerable.Range(1, 3).Select(number => Published.PatientId($"BACKUP-{number}"))];
        var busy = Published.PatientId("BACKUP-BUSY");
        List<string> before;
        List<Published> published = [];
        List<Published> meanwhile;
        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            foreach (var patient in patients) published.AddRange(await FillAsync(server, patient));
            await server.FeedAsync(busy);
            before = await AnswersAsync(server, patients);
            using var stop = new CancellationTokenSource();
            var submitting = SubmitAsync(server, busy, stop.Token);

            var backup = await CommandRun.OfAsync("backup", "--data", Data, "--to", PathOf("backup"));

            await stop.CancelAsync();
            meanwhile = await submitting;
            Assert.That((backup.ExitCode, backup.Errors), Is.EqualTo((0, "")), backup.Output);
            Assert.That(await server.StopAsync(), Is.Zero);
        }

        var restore = await CommandRun.OfAsync("restore", "--from", PathOf("backup"), "--data", PathOf("restored"));
        Assert.That((restore.ExitCode, restore.Errors), Is.EqualTo((0, "")), restore.Output);

        await using var restored = await SeparateServer.StartAsync(PathOf("restored"), "--low-disk", "1MiB");
        Assert.That(await AnswersAsync(restored, patients), Is.EqualTo(before));
        await restored.AssertRetrievedAsync(Peer, published);
        var found = (await restored.FindDocumentsAsync(Peer, busy)).StatusByUniqueId();
        Assert.That(meanwhile, Is.Not.Empty, "Nothing was submitted while the backup ran.");
        await restored.AssertRetrievedAsync(Peer, [.. meanwhile.Where(document => found.ContainsKey(document.UniqueId))]);
        await restored.PublishAsync(Peer, Published.Provided(busy));
    }

    [Test]
    public async Task The_next_backup_into_the_same_folder_adds_only_what_is_new()
    {
        await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        var patient = Published.PatientId("BACKUP-4");
        await server.FeedAsync(patient);
        await server.PublishAsync(Peer, Published.Provided(patient));
        await server.PublishAsync(Peer, Published.Provided(patient));
        await CommandRun.OfAsync("backup", "--data", Data, "--to", PathOf("backup"));
        await server.PublishAsync(Peer, Published.Provided(patient));

        var second = await CommandRun.OfAsync("backup", "--data", Data, "--to", PathOf("backup"));

        Assert.That(second.ExitCode, Is.Zero, second.Errors);
        Assert.That(second.Output, Does.StartWith("1 documents added").And.Contain("2 there before, 0 missing or damaged"));
    }

    [Test]
    public async Task Damaged_documents_are_named_by_backup_and_rehash_and_hinder_neither()
    {
        await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        var patient = Published.PatientId("BACKUP-5");
        await server.FeedAsync(patient);
        var lost = Published.Provided(patient);
        await server.PublishAsync(Peer, lost);
        await server.PublishAsync(Peer, Published.Provided(patient));
        var name = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(lost.Content));
        File.Delete(Directory.GetFiles(Path.Combine(Data, "documents"), name, SearchOption.AllDirectories).Single());

        var rehash = await CommandRun.OfAsync("rehash", "--data", Data, "--rate", "1GiB");
        var backup = await CommandRun.OfAsync("backup", "--data", Data, "--to", PathOf("backup"));
        var restore = await CommandRun.OfAsync("restore", "--from", PathOf("backup"), "--data", PathOf("restored"));

        Assert.That((rehash.ExitCode, backup.ExitCode, restore.ExitCode), Is.EqualTo((1, 1, 1)));
        foreach (var run in (CommandRun[])[rehash, backup, restore]) Assert.That(run.Errors, Does.Contain($"{name}: Missing"));
        Assert.That(rehash.Output, Does.StartWith("1 documents of 2000 bytes whole, 1 missing or damaged"));
        Assert.That(Directory.EnumerateFileSystemEntries(PathOf("restored")), Is.Empty);
    }

    [Test]
    public async Task Restore_refuses_the_folder_of_a_running_server()
    {
        await using var server = await SeparateServer.StartAsync(Data);
        await CommandRun.OfAsync("backup", "--data", Data, "--to", PathOf("backup"));

        var restore = await CommandRun.OfAsync("restore", "--from", PathOf("backup"), "--data", Data);

        Assert.That(restore.ExitCode, Is.EqualTo(2));
        Assert.That(restore.Errors, Does.Contain("is not empty"));
        Assert.That((await server.ReadyAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Commands_say_what_is_wrong_with_a_folder()
    {
        var missing = PathOf("missing");

        var runs = new[]
        {
            await CommandRun.OfAsync("backup", "--data", missing, "--to", PathOf("backup")),
            await CommandRun.OfAsync("rehash", "--data", missing),
            await CommandRun.OfAsync("restore", "--from", missing, "--data", PathOf("restored")),
        };

        Assert.That(runs.Select(run => run.ExitCode), Is.All.EqualTo(2));
        Assert.That(runs.Select(run => run.Errors), Is.All.Contains("holds no registry.db"));
        Assert.That(Directory.Exists(PathOf("restored")), Is.False);
    }

    // Six documents, one of them replaced, one held by another repository.
    async Task<IReadOnlyList<Published>> FillAsync(SeparateServer server, string patient)
    {
        await server.FeedAsync(patient);
        var first = Published.Provided(patient);
        Published[] all =
        [
            first, first.Replacement(), Published.Registered(patient), Published.Provided(patient, 1), Published.Provided(patient, 700_000),
        ];
        foreach (var one in all) await server.PublishAsync(Peer, one);
        return all;
    }

    async Task<List<Published>> SubmitAsync(SeparateServer server, string patient, CancellationToken stop)
    {
        var acknowledged = new List<Published>();
        // At least one, so that the test cannot pass on an idle server.
        do
        {
            var next = Published.Provided(patient);
            await server.PublishAsync(Peer, next);
            acknowledged.Add(next);
        }
        while (!stop.IsCancellationRequested);
        return acknowledged;
    }

    async Task<List<string>> AnswersAsync(SeparateServer server, IEnumerable<string> patients)
    {
        var answers = new List<string>();
        foreach (var patient in patients)
        {
            foreach (var reply in (SoapReply[])[await server.FindDocumentsAsync(Peer, patient), await server.GetAllAsync(Peer, patient)])
            {
                Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
                Assert.That(reply.Objects, Is.Not.Empty);
                answers.Add(reply.Body.ToString());
            }
        }

        return answers;
    }
}
