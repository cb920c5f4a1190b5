using System.Collections.Concurrent;
using IheRegistry.Model.Metadata;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Crash;

/// <summary>On-demand documents are retrieved while their patient gets new documents, and the server is killed at random moments.</summary>
[TestFixture]
public sealed class SnapshotCrashTests : OperatedFixture
{
    const string Patient = "CRASH-SNAPSHOT^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    static readonly int Kills = Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 12 : 3;

    readonly ConcurrentDictionary<string, byte[]> _snapshots = [];
    string _onDemand = "";
    int _published;

    [Test]
    public async Task A_snapshot_that_was_handed_out_is_there_after_a_kill_and_none_is_there_in_part()
    {
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB", "--on-demand-snapshots");
            if (_onDemand.Length == 0) await RegisterAsync(server);
            if (kill < Kills) await KillAsync(server);
            else await AssertRetrievedAsync(server);
        }

        TestContext.Out.WriteLine($"{Kills} kills, {_published} documents, {_snapshots.Count} snapshots handed out");
        Assert.That(_snapshots, Is.Not.Empty, "Nothing was handed out before a kill.");
        AssertWhole(new CrashedData(Data));
    }

    async Task RegisterAsync(SeparateServer server)
    {
        await server.FeedAsync(Patient);
        var submission = SubmissionBuilder.OneOnDemandDocument(Patient);
        var reply = await Peer.PostAsync(server.Registry, SoapRequest.RegisterOnDemand(submission.Build()));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        _onDemand = submission[SubmissionBuilder.DocumentId].Build().Identifier(SchemeUuids.DocumentEntryUniqueId)!;
    }

    async Task KillAsync(SeparateServer server)
    {
        var goal = _snapshots.Count + 3;
        var work = Task.WhenAll(
            RepeatAsync(server, () => PublishAsync(server)), RepeatAsync(server, () => RetrieveAsync(server)), RepeatAsync(server, () => RetrieveAsync(server)));
        while (_snapshots.Count < goal && !work.IsCompleted) await Task.Delay(10);
        await Task.Delay(Random.Shared.Next(200));
        await server.KillAsync();
        await work;
    }

    // Only a dying server may break a connection.
    static async Task RepeatAsync(SeparateServer server, Func<Task> act)
    {
        while (!server.HasEnded)
        {
            try
            {
                await act();
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                await server.EndAsync().WaitAsync(TimeSpan.FromSeconds(60));
            }
        }
    }

    async Task PublishAsync(SeparateServer server)
    {
        var number = Interlocked.Increment(ref _published);
        var submission = SubmissionBuilder.OneDocument(Patient).Document(d =>
            d.Without(SlotNames.Hash).Without(SlotNames.Size).Without(SlotNames.RepositoryUniqueId));
        var content = CdaText.Document("1.2.3", CdaText.Section("48765-2", $"Section {number}", $"Text {number}"));
        var reply = await Peer.PostAsync(server.Repository, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, content)));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }

    async Task RetrieveAsync(SeparateServer server)
    {
        var reply = await Peer.PostAsync(server.Repository, SoapRequest.Retrieve(true, (Published.OwnRepository, _onDemand)));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        var uniqueId = reply.Envelope.Descendants().Single(e => e.Name.LocalName == "NewDocumentUniqueId").Value;
        var bytes = reply.Documents[_onDemand];
        Assert.That(_snapshots.GetOrAdd(uniqueId, bytes), Is.EqualTo(bytes), "One uniqueId is one document.");
    }

    async Task AssertRetrievedAsync(SeparateServer server)
    {
        foreach (var (uniqueId, bytes) in _snapshots)
        {
            var reply = await Peer.PostAsync(server.Repository, SoapRequest.Retrieve(true, (Published.OwnRepository, uniqueId)));
            Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
            Assert.That(reply.Documents[uniqueId], Is.EqualTo(bytes));
        }

        await RetrieveAsync(server);
        Assert.That(await server.StopAsync(), Is.Zero);
    }

    static void AssertWhole(CrashedData data)
    {
        var isSnapshot = $"association a ON a.source_row = d.object_row AND a.type = {(int)AssociationType.IsSnapshotOf}";
        var snapshots = data.Column($"SELECT d.unique_id FROM document_entry d JOIN {isSnapshot}");
        Assert.That(snapshots, Is.Unique);
        Assert.That(data.Column($"SELECT count(*) FROM document_entry d JOIN {isSnapshot} WHERE d.status = 1"), Is.EqualTo(new[] { "1" }), "Each replaces the one before.");
        Assert.That(
            data.Column("SELECT hex(entry_uuid) || unique_id FROM stored_document"),
            Is.EquivalentTo(data.Column("SELECT hex(uuid) || unique_id FROM document_entry WHERE on_demand = 0")));
        Assert.That(data.Column("SELECT unique_id FROM assembled_document"), Is.SubsetOf(snapshots).And.Exactly(1).Items);
        Assert.That(data.Column("SELECT unique_id FROM submission_set"), Is.SubsetOf(data.AuditedIds("ITI-42").Concat(data.AuditedIds("ITI-61"))));
        Assert.That(data.Column("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
    }
}
