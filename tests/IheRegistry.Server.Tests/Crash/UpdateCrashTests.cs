using System.Globalization;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Crash;

/// <summary>Documents are updated without pause (ITI-57), and the server is killed at random moments.</summary>
[TestFixture]
public sealed class UpdateCrashTests : OperatedFixture
{
    const string Patient = "CRASH-UPDATE^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";
    const int Documents = 4;

    static readonly int Kills = Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 12 : 3;

    readonly List<Updated> _documents = [];

    [Test]
    [CancelAfter(300_000)]
    public async Task Every_acknowledged_version_is_there_after_a_kill_once_and_in_order()
    {
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
            if (_documents.Count == 0) await RegisterAsync(server);
            if (kill < Kills)
            {
                await KillAsync(server);
                continue;
            }

            foreach (var document in _documents) await AssertVersionsAsync(server, document);
            Assert.That(await server.StopAsync(), Is.Zero);
        }

        TestContext.Out.WriteLine($"{Kills} kills, versions acknowledged: {string.Join(", ", _documents.Select(d => d.Version))}");
        AssertWhole(new CrashedData(Data));
    }

    async Task RegisterAsync(SeparateServer server)
    {
        await server.FeedAsync(Patient);
        for (var number = 0; number < Documents; number++)
        {
            var published = Published.Registered(Patient);
            await server.PublishAsync(Peer, published);
            _documents.Add(new Updated(published));
        }
    }

    async Task KillAsync(SeparateServer server)
    {
        var goal = _documents.Sum(d => d.Version) + (3 * Documents);
        var work = Task.WhenAll(_documents.Select(document => UpdateAsync(server, document)));
        while (_documents.Sum(d => d.Version) < goal && !work.IsCompleted) await Task.Delay(10);
        await Task.Delay(Random.Shared.Next(200));
        await server.KillAsync();
        await work;
    }

    // What was not acknowledged is sent again, the same bytes, to the next server. Only a dying one may break a connection.
    async Task UpdateAsync(SeparateServer server, Updated document)
    {
        while (!server.HasEnded)
        {
            try
            {
                var reply = await Peer.PostAsync(server.Registry, document.Next());
                Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
                document.Acknowledged();
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                await server.EndAsync().WaitAsync(TimeSpan.FromSeconds(60));
            }
        }
    }

    async Task AssertVersionsAsync(SeparateServer server, Updated document)
    {
        var reply = await Peer.PostAsync(server.Registry, SoapRequest.StoredQuery(
            StoredQueryIds.GetDocuments,
            "LeafClass",
            (ParameterNames.DocumentEntryLogicalId, $"('{document.LogicalId}')"),
            (ParameterNames.MetadataLevel, "2")));
        var versions = reply.Objects.OrderBy(o => int.Parse(o.VersionName!, CultureInfo.InvariantCulture)).ToList();
        // The update that the last kill broke may have happened.
        Assert.That(versions, Has.Count.EqualTo(document.Version).Or.Count.EqualTo(document.Version + 1));
        Assert.That(versions.Select(v => v.VersionName), Is.EqualTo(Enumerable.Range(1, versions.Count).Select(n => $"{n}")));
        Assert.That(versions.Skip(1).Select(v => v.Name.Single().Value), Is.EqualTo(Enumerable.Range(2, versions.Count - 1).Select(Updated.Title)));
        Assert.That(versions.Select(v => v.Status), Is.EqualTo(
            versions.Select(v => (v == versions[^1] ? AvailabilityStatus.Approved : AvailabilityStatus.Deprecated).ToUrn())));
    }

    static void AssertWhole(CrashedData data)
    {
        Assert.That(data.Column("PRAGMA integrity_check"), Is.EqualTo(new[] { "ok" }));
        var sets = data.Column("SELECT unique_id FROM submission_set");
        Assert.That(sets, Is.Unique);
        Assert.That(sets, Is.SubsetOf(data.AuditedIds("ITI-42").Concat(data.AuditedIds("ITI-57"))));
        Assert.That(data.Column("SELECT count(*) FROM entry_uuid WHERE object_row NOT IN (SELECT object_row FROM fragment)"), Is.EqualTo(new[] { "0" }));
        Assert.That(
            data.Column("SELECT count(*) FROM association WHERE source_row NOT IN (SELECT object_row FROM entry_uuid) OR target_row NOT IN (SELECT object_row FROM entry_uuid)"),
            Is.EqualTo(new[] { "0" }));
    }

    /// <summary>A document and its next update, which stays the same until it is acknowledged.</summary>
    sealed class Updated(Published published)
    {
        SoapRequest? _next;

        public string LogicalId => published.EntryUuid;

        /// <summary>The newest version that was acknowledged.</summary>
        public int Version { get; private set; } = 1;

        public static string Title(int version) => $"Version {version}";

        public SoapRequest Next() => _next ??= SoapRequest.Update(Update());

        public void Acknowledged()
        {
            Version++;
            _next = null;
        }

        Model.Metadata.Ebrim.RegistryObjectList Update()
        {
            var version = $"urn:uuid:{Guid.NewGuid()}";
            var update = SubmissionBuilder.Empty(Patient).AddDocument(version)
                .Change(version, d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, published.UniqueId).Title(Title(Version + 1)));
            update[version].LogicalId = LogicalId;
            update[version].Slot(SlotNames.RepositoryUniqueId, published.Metadata.Objects.Single(o => o.Id == LogicalId).SlotValue(SlotNames.RepositoryUniqueId)!);
            update[$"{SubmissionBuilder.SetId}-{version}"]
                .Slot(SlotNames.PreviousVersion, Version.ToString(CultureInfo.InvariantCulture))
                .Slot(SlotNames.AssociationPropagation, "yes");
            return update.Build();
        }
    }
}
