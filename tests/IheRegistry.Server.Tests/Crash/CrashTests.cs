using System.Security.Cryptography;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Crash;

/// <summary>
/// Many clients submit, the server is killed at random moments and started again on the same data. A kill keeps the page cache: what a
/// power failure would leave is shown by the system calls, in <see cref="Durability.SystemCallTests"/>.
/// </summary>
[TestFixture]
public sealed class CrashTests : OperatedFixture
{
    const int Clients = 6;

    static readonly int Kills = Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 20 : 4;

    [Test]
    public async Task Whatever_was_acknowledged_before_a_kill_is_there_after_it_whole_and_audited()
    {
        var ledger = new Ledger();
        await CrashAsync(ledger);

        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            await AssertAnsweredAsync(server, ledger);
            Assert.That(await server.StopAsync(), Is.Zero);
        }

        TestContext.Out.WriteLine(
            $"{Kills} kills; acknowledged: {ledger.Patients.Count} patients, {ledger.Submissions.Count} submissions of which "
            + $"{ledger.Retried.Count} were tried again, {ledger.Replaced.Count} replace and {ledger.Removed.Count} were removed; given up: {ledger.GivenUp.Count}");
        Assert.That(ledger.Retried.Count + ledger.GivenUp.Count, Is.Positive, "No kill hit a request.");
        var data = new CrashedData(Data);
        AssertRegisteredOnce(data, ledger);
        AssertRegistryAndRepositoryAgree(data);
        AssertAudited(data, ledger);
        await AssertNothingElseIsLeftAsync(data);
    }

    async Task CrashAsync(Ledger ledger)
    {
        var running = new TaskCompletionSource<SeparateServer>(TaskCreationOptions.RunContinuationsAsynchronously);
        running.SetResult(await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"));
        using var stop = new CancellationTokenSource();
        // Clients take whichever server runs.
        var clients = Enumerable.Range(1, Clients)
            .Select(number => Task.Run(() => new CrashClient(number, () => Volatile.Read(ref running).Task, ledger).RunAsync(stop.Token)))
            .ToList();
        // Clients may still look at a dead one.
        var victims = new List<SeparateServer>();
        for (var kill = 0; kill < Kills; kill++)
        {
            // Well under way, and then at any moment of a request.
            for (var goal = ledger.Submissions.Count + (2 * Clients); ledger.Submissions.Count < goal; await Task.Delay(20))
                Assert.That(clients.Find(client => client.IsFaulted)?.Exception, Is.Null);
            await Task.Delay(Random.Shared.Next(500));
            var victim = await running.Task;
            // Who finds the server dead waits for the next one.
            Volatile.Write(ref running, new TaskCompletionSource<SeparateServer>(TaskCreationOptions.RunContinuationsAsynchronously));
            await victim.KillAsync();
            running.SetResult(await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"));
            victims.Add(victim);
        }

        await stop.CancelAsync();
        await Task.WhenAll(clients);
        var last = await running.Task;
        await last.KillAsync();
        foreach (var victim in victims.Append(last)) await victim.DisposeAsync();
    }

    async Task AssertAnsweredAsync(SeparateServer server, Ledger ledger)
    {
        foreach (var patient in ledger.Patients)
        {
            var reply = await server.FindDocumentsAsync(Peer, patient);
            var found = reply.StatusByUniqueId();
            Assert.That(found.Keys, Has.None.Matches<string>(ledger.Removed.Select(submission => submission.UniqueId).Contains));
            foreach (var submission in ledger.Submissions.Except(ledger.Removed).Where(submission => submission.Patient == patient))
            {
                var status = ledger.Replaced.Contains(submission.UniqueId) ? "Deprecated" : "Approved";
                // A replacement that was given up may have happened all the same.
                var mayBeReplaced = ledger.GivenUp.Any(given => given.Metadata.Objects.Any(item => item.TargetObject == submission.EntryUuid));
                Assert.That(found.GetValueOrDefault(submission.UniqueId), Is.EqualTo(status).Or.EqualTo(mayBeReplaced ? "Deprecated" : status));
            }
        }

        await server.AssertRetrievedAsync(Peer, [.. ledger.Submissions.Except(ledger.Removed)]);
        foreach (var submission in ledger.Removed)
        {
            var reply = await Peer.PostAsync(server.Repository, SoapRequest.Retrieve(true, (Published.OwnRepository, submission.UniqueId)));
            Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDocumentUniqueIdError" })));
        }
    }

    static void AssertRegisteredOnce(CrashedData data, Ledger ledger)
    {
        var sets = data.Column("SELECT unique_id FROM submission_set");
        var entries = data.Column("SELECT unique_id FROM document_entry");
        Assert.That(sets, Is.Unique);
        Assert.That(entries, Is.Unique);
        var left = ledger.Submissions.Except(ledger.Removed).ToList();
        Assert.That(left.Select(submission => submission.SubmissionSetUniqueId), Is.SubsetOf(sets));
        Assert.That(left.Select(submission => submission.UniqueId), Is.SubsetOf(entries));
        Assert.That(ledger.Removed.Select(submission => submission.SubmissionSetUniqueId), Has.None.Matches<string>(sets.Contains));
        // All or nothing, also for what nobody was told of.
        var known = ledger.Submissions.Concat(ledger.GivenUp).Where(submission => sets.Contains(submission.SubmissionSetUniqueId));
        Assert.That(entries, Is.EquivalentTo(known.Select(submission => submission.UniqueId)));
    }

    static void AssertRegistryAndRepositoryAgree(CrashedData data)
    {
        var registered = data.Column($"SELECT hex(uuid) || unique_id FROM document_entry WHERE repository_unique_id = '{Published.OwnRepository}'");
        var stored = data.Column("SELECT hex(entry_uuid) || unique_id FROM stored_document");
        Assert.That(stored, Is.EquivalentTo(registered));
        Assert.That(data.Column("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        Assert.That(data.Column("SELECT count(*) FROM fragment WHERE object_row NOT IN (SELECT object_row FROM entry_uuid)"), Is.EqualTo(new[] { "0" }));
        Assert.That(data.Column("SELECT count(*) FROM entry_uuid WHERE object_row NOT IN (SELECT object_row FROM fragment)"), Is.EqualTo(new[] { "0" }));
    }

    static void AssertAudited(CrashedData data, Ledger ledger)
    {
        var registered = data.AuditedIds("ITI-42").ToHashSet();
        var provided = data.AuditedIds("ITI-41").ToHashSet();
        var fed = data.AuditedIds("ITI-8").ToHashSet();
        // Every change, not only those that were acknowledged, and no change that did not happen.
        var sets = data.Column("SELECT unique_id FROM submission_set UNION SELECT unique_id FROM removed_object WHERE kind = 2");
        var submissions = ledger.Submissions.Concat(ledger.GivenUp).ToList();
        Assert.That(sets, Is.SubsetOf(registered));
        Assert.That(
            submissions.Where(s => registered.Contains(s.SubmissionSetUniqueId)).Select(s => s.SubmissionSetUniqueId), Is.EquivalentTo(sets));
        var expected = submissions.Where(s => s.IsProvided && sets.Contains(s.SubmissionSetUniqueId)).Select(s => s.SubmissionSetUniqueId);
        Assert.That(expected, Is.SubsetOf(provided));
        Assert.That(ledger.Patients, Is.SubsetOf(fed));
        Assert.That(ledger.Removed.Select(s => s.EntryUuid), Is.SubsetOf(data.AuditedIds("ITI-62").ToHashSet()));
        Assert.That(ledger.Removed.Select(s => s.UniqueId), Is.SubsetOf(data.AuditedIds("ITI-86").ToHashSet()));
    }

    async Task AssertNothingElseIsLeftAsync(CrashedData data)
    {
        var contents = data.Column("SELECT DISTINCT lower(hex(sha256)) FROM stored_document");
        var orphans = data.Documents().Except(contents).ToList();
        Assert.That(data.Temporary(), Is.Empty, "The start sweeps what kills left, the stop leaves nothing.");

        using (var folder = DataFolder.Open(Data).Folder!)
        {
            await using var registry = new SqliteRegistryStore(folder.PathOf(SqliteRegistryStore.FileName), new WriteLatch());
            var store = new FileDocumentStore(folder, registry.IsReferencedAsync, new FreeSpaceGuard(Data, 0, TimeProvider.System), new WriteLatch(), TimeProvider.System);
            var report = await store.SweepAsync(TimeSpan.Zero, CancellationToken.None);
            Assert.That(report.Orphans, Is.EqualTo(orphans.Count));
        }

        Assert.That(data.Documents(), Is.EquivalentTo(contents));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Data, "documents"), "*", SearchOption.AllDirectories))
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path))), Is.EqualTo(Path.GetFileName(path)));
    }
}
