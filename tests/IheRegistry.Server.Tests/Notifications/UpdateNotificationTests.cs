using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IheRegistry.Server.Tests.AffinityDomains;
using IheRegistry.Server.Tests.Hostile;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;
using static IheRegistry.Server.Tests.Notifications.ConsumerDomain;

namespace IheRegistry.Server.Tests.Notifications;

/// <summary>PIX Update Notification [ITI-10]: consumers on sockets are told of every change, in order, until they have taken it.</summary>
[TestFixture]
public sealed class UpdateNotificationTests
{
    TemporaryFolder _folder = null!;
    UpdateConsumerPeer _consumer = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _consumer = new UpdateConsumerPeer();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _consumer.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    [Requirement("ITI-10:3.10.4.1.2")]
    public async Task A_consumer_is_told_the_ids_of_a_new_patient_and_nothing_else()
    {
        _consumer.Open();
        await using var server = await StartAsync(Consumer("north", _consumer.Port));

        await FeedAsync(server, "A04", Cx("N-1", Red));

        var update = await _consumer.TakeAsync();
        Assert.Multiple(() =>
        {
            Assert.That(update.Field("MSH", 9), Is.EqualTo("ADT^A31^ADT_A05"));
            Assert.That((update.Field("MSH", 5), update.Field("MSH", 6), update.Field("MSH", 12)), Is.EqualTo(("HIS", "NORTH", "2.5")));
            Assert.That(update.Identifiers, Has.Length.EqualTo(2));
            Assert.That(update.Identifiers[0], Does.Match("^[0-9]{10,}\\^\\^\\^EPID&1\\.3\\.6\\.1\\.4\\.1\\.21367\\.2026\\.1\\.3&ISO$"));
            Assert.That(update.Identifiers[1], Is.EqualTo("N-1^^^IHERED&1.3.6.1.4.1.21367.13.20.1000&ISO"));
            Assert.That(update.Field("PID", 5), Is.EqualTo(" "));
            Assert.That(update.Field("PID", 7), Is.Empty, "no demographics");
            Assert.That(update.Field("PV1", 2), Is.EqualTo("N"));
        });
        await Waiting.UntilAsync(() => Audited(server).Count > 0, "it is audited");
        Assert.That(Audited(server), Is.EqualTo(new[] { 0L }));
    }

    [Test]
    [Requirement("ITI-10:3.10.4.1.2")]
    public async Task A_link_is_told_as_one_list_and_an_unlink_as_two()
    {
        _consumer.Open();
        await using var server = await StartAsync(Consumer("north", _consumer.Port));
        await FeedAsync(server, "A28", Cx("L-1", Red), "Zhao^Yi");
        await FeedAsync(server, "A28", Cx("L-2", Green), "Qian^Er");
        Assert.That(await TakeIdsAsync(2), Is.EquivalentTo(new[] { "L-1@IHERED", "L-2@IHEGREEN" }));

        await SendAsync(server, LinkChange("A24", Cx("L-1", Red), Cx("L-2", Green)));
        Assert.That(await TakeIdsAsync(1), Is.EqualTo(new[] { "L-1@IHERED L-2@IHEGREEN" }));

        await SendAsync(server, LinkChange("A37", Cx("L-1", Red), Cx("L-2", Green)));
        Assert.That(await TakeIdsAsync(2), Is.EquivalentTo(new[] { "L-1@IHERED", "L-2@IHEGREEN" }));
    }

    [Test]
    [Requirement("ITI-10:3.10.4.1.1")]
    public async Task Only_domains_of_interest_are_told_and_only_their_changes()
    {
        _consumer.Open();
        await using var server = await StartAsync(Consumer("north", _consumer.Port, 1, Green));

        await FeedAsync(server, "A28", Cx("D-1", Red));
        await FeedAsync(server, "A28", Cx("D-2", Green), "Sun^San");
        await FeedAsync(server, "A31", Cx("D-2", Green), "Sun^Si");
        await SendAsync(server, LinkChange("A24", Cx("D-1", Red), Cx("D-2", Green)));

        Assert.That((await _consumer.TakeAsync()).Identifiers, Is.EqualTo(new[] { "D-2^^^IHEGREEN&1.3.6.1.4.1.21367.13.20.2000&ISO" }));
        await Waiting.UntilAsync(() => Rows(server) == 0, "all is told");
        Assert.That(_consumer.Updates.Select(update => update.Ids), Is.All.EqualTo(new[] { "D-2@IHEGREEN" }), "D-1 is of a domain that it has no interest in");
        Assert.That(_consumer.Updates, Has.Count.LessThanOrEqualTo(2), "a change of name is no change of identifiers");
    }

    [Test]
    public async Task A_consumer_that_is_down_is_told_when_it_is_back_and_the_server_was_started_anew_in_between()
    {
        await using var server = await StartAsync(Consumer("north", _consumer.Port));
        await FeedAsync(server, "A04", Cx("W-1", Red));
        await FeedAsync(server, "A04", Cx("W-2", Red), "Li^Si");
        await server.StopAsync();
        await server.StartAgainAsync();
        await FeedAsync(server, "A04", Cx("W-3", Red), "Wang^Wu");
        Assert.That(Rows(server), Is.EqualTo(3));

        _consumer.Open();

        Assert.That(await TakeIdsAsync(3), Is.EquivalentTo(new[] { "W-1@IHERED", "W-2@IHERED", "W-3@IHERED" }));
        await Waiting.UntilAsync(() => Rows(server) == 0, "all is delivered");
    }

    [Test]
    public async Task Changes_of_one_person_while_a_consumer_is_down_are_told_as_they_stand_when_it_is_back()
    {
        await using var server = await StartAsync(Consumer("north", _consumer.Port));
        await FeedAsync(server, "A28", Cx("S-1", Red), "Zhou^Liu");
        await FeedAsync(server, "A28", Cx("S-2", Green), "Wu^Qi");
        await SendAsync(server, LinkChange("A24", Cx("S-1", Red), Cx("S-2", Green)));

        _consumer.Open();

        await Waiting.UntilAsync(() => Rows(server) == 0, "all is delivered");
        Assert.That(_consumer.Updates.Select(update => string.Join(' ', update.Ids.Order())), Is.All.EqualTo("S-1@IHERED S-2@IHEGREEN"));
    }

    [TestCase("AE")]
    [TestCase("AR")]
    public async Task What_a_consumer_refuses_is_listed_and_sent_again_when_asked(string code)
    {
        _consumer.Next(code);
        _consumer.Open();
        await using var server = await StartAsync(Consumer("north", _consumer.Port));
        await FeedAsync(server, "A04", Cx("R-1", Red));
        var refused = await _consumer.TakeAsync();
        await Waiting.UntilAsync(() => GivenUp(server) == 1, "it is given up");
        Assert.That(Audited(server), Is.EqualTo(new[] { 8L }), "the failure is audited");

        using var http = new HttpClient { BaseAddress = server.Http };
        var consumers = (await http.GetFromJsonAsync<JsonObject>("/pix/notifications"))!["consumers"]!.AsArray();
        Assert.That(consumers.Single()!.ToJsonString(), Is.EqualTo("{\"name\":\"north\",\"waiting\":0,\"givenUp\":1,\"lost\":0}"));
        var item = (await http.GetFromJsonAsync<JsonObject>("/pix/notifications/north"))!["items"]!.AsArray().Single()!;
        Assert.That(((string?)item["reason"], (string?)item["failure"], (int)item["attempts"]!), Is.EqualTo(("refused", $"acknowledged with {code}", 1)));
        using var resent = await http.PostAsJsonAsync($"/pix/notifications/{item["id"]}/resend", new { });

        Assert.That(resent.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var again = await _consumer.TakeAsync();
        Assert.That((again.ControlId, again.Ids), Is.EqualTo((refused.ControlId, refused.Ids)), "the same content has the same id");
        await Waiting.UntilAsync(() => Rows(server) == 0, "it is delivered");
    }

    [Test]
    public async Task A_connection_that_ends_without_an_acknowledgement_is_no_refusal()
    {
        _consumer.Next(_ => Task.FromResult<string?>(null));
        _consumer.Open();
        await using var server = await StartAsync(Consumer("north", _consumer.Port));

        await FeedAsync(server, "A04", Cx("B-1", Red));

        Assert.That((await _consumer.TakeAsync()).Ids, Is.EqualTo(new[] { "B-1@IHERED" }));
        await Waiting.UntilAsync(() => Rows(server) == 0, "it is delivered");
        Assert.That(Audited(server), Is.EqualTo(new[] { 8L, 0L }), "what has left is audited, whatever became of it");
    }

    [Test]
    public async Task A_slow_consumer_keeps_no_other_and_no_feed_waiting()
    {
        var gate = new TaskCompletionSource();
        _consumer.Otherwise = async _ =>
        {
            await gate.Task;
            return "AA";
        };
        _consumer.Open();
        await using var other = UpdateConsumerPeer.Start();
        await using var server = await StartAsync(Consumer("slow", _consumer.Port), Consumer("quick", other.Port));

        for (var i = 0; i < 5; i++) await FeedAsync(server, "A04", Cx($"Q-{i}", Red), $"Feng^Nr{i}");

        for (var i = 0; i < 5; i++) await other.TakeAsync();
        Assert.That(_consumer.Updates, Is.Empty);
        gate.SetResult();
        for (var i = 0; i < 5; i++) await _consumer.TakeAsync();
        await Waiting.UntilAsync(() => Rows(server) == 0, "both have all");
    }

    [Test]
    public async Task Beyond_the_bound_feeds_go_on_and_what_a_dead_consumer_misses_is_listed()
    {
        await using var server = await StartWithAsync(["--notifications", "2"], Consumer("north", _consumer.Port));

        for (var i = 0; i < 5; i++) await FeedAsync(server, "A04", Cx($"F-{i}", Red), $"Chen^Nr{i}");

        using var http = new HttpClient { BaseAddress = server.Http };
        var consumers = (await http.GetFromJsonAsync<JsonObject>("/pix/notifications"))!["consumers"]!.AsArray();
        Assert.That(consumers.Single()!.ToJsonString(), Is.EqualTo("{\"name\":\"north\",\"waiting\":2,\"givenUp\":2,\"lost\":1}"));
        var items = (await http.GetFromJsonAsync<JsonObject>("/pix/notifications/north"))!["items"]!.AsArray();
        Assert.That(items.Select(item => (string?)item!["reason"]), Is.All.EqualTo("outboxFull"));
    }

    [Test]
    public async Task What_expires_is_listed_and_audited_nowhere_since_nothing_has_left()
    {
        await using var server = await StartWithAsync(["--notification-deadline", "1s"], Consumer("north", _consumer.Port));

        await FeedAsync(server, "A04", Cx("X-1", Red));

        await Waiting.UntilAsync(() => GivenUp(server) == 1, "it is given up");
        Assert.That(Audited(server), Is.Empty);
    }

    [Test]
    public async Task A_consumer_that_the_affinity_domain_gains_or_loses_is_followed_without_a_restart()
    {
        _consumer.Open();
        await using var server = await StartAsync();
        await FeedAsync(server, "A04", Cx("G-1", Red));

        Write(_folder[""], Consumer("north", _consumer.Port));
        var fed = 0;
        await Waiting.UntilAsync(
            () =>
            {
                FeedAsync(server, "A04", Cx($"G-2-{fed++}", Red), $"Jin^Nr{fed}").GetAwaiter().GetResult();
                return _consumer.Updates.Count > 0;
            },
            "the consumer is told");

        Assert.That(_consumer.Updates.SelectMany(update => update.Ids), Has.None.EqualTo("G-1@IHERED"), "what was before is not told");
    }

    [Test]
    public async Task No_list_of_an_identifier_overtakes_a_later_one()
    {
        const int Patients = 6;
        const int Rounds = 8;
        var under = new ConcurrentDictionary<string, string>();
        var overlaps = new ConcurrentQueue<string>();
        _consumer.Otherwise = async update =>
        {
            foreach (var id in update.Ids)
            {
                if (!under.TryAdd(id, update.ControlId)) overlaps.Enqueue(id);
            }

            await Task.Delay(Random.Shared.Next(1, 15));
            foreach (var id in update.Ids) under.TryRemove(id, out _);
            return "AA";
        };
        _consumer.Open();
        await using var server = await StartAsync(Consumer("north", _consumer.Port, 8));

        await Task.WhenAll(Enumerable.Range(0, Patients).Select(async patient =>
        {
            await FeedAsync(server, "A28", Cx($"O-{patient}", Red), $"Red^Nr{patient}");
            await FeedAsync(server, "A28", Cx($"O-{patient}", Green), $"Green^Nr{patient}");
            for (var round = 0; round < Rounds; round++)
                await SendAsync(server, LinkChange(round % 2 == 0 ? "A24" : "A37", Cx($"O-{patient}", Red), Cx($"O-{patient}", Green)));
        }));
        await Waiting.UntilAsync(() => Rows(server) == 0, "all is told");

        Assert.That(overlaps, Is.Empty, "two lists with the same identifier are never under way together");
        for (var patient = 0; patient < Patients; patient++)
        {
            foreach (var id in new[] { $"O-{patient}@IHERED", $"O-{patient}@IHEGREEN" })
                Assert.That(_consumer.Updates.Last(update => update.Ids.Contains(id)).Ids, Is.EqualTo(new[] { id }), "the last word is the last state");
        }
    }

    Task<TestServer> StartAsync(params JsonObject[] consumers) => StartWithAsync([], consumers);

    Task<TestServer> StartWithAsync(string[] options, params JsonObject[] consumers) =>
        TestServer.StartAsync(["--affinity-domain", Write(_folder[""], consumers), .. options]);

    async Task<string[]> TakeIdsAsync(int count)
    {
        var lists = new string[count];
        for (var i = 0; i < count; i++) lists[i] = string.Join(' ', (await _consumer.TakeAsync()).Ids);
        return lists;
    }

    static Task FeedAsync(TestServer server, string triggerEvent, string pid3, string name = "Testpatient^Tom") =>
        SendAsync(server, MllpSender.Adt(triggerEvent, pid3).Replace("Testpatient^Tom", name, StringComparison.Ordinal));

    static async Task SendAsync(TestServer server, string message) =>
        Assert.That(await MllpSender.SendAsync(server.MllpPort, message), Does.Contain("MSA|AA|"));

    static string LinkChange(string triggerEvent, string one, string other) =>
        $"MSH|^~\\&|ADT|PEER|PIX|TEST|20260102030405||ADT^{triggerEvent}^ADT_{triggerEvent}|{Guid.NewGuid().ToString("N")[..20]}|P|2.5||||||UNICODE UTF-8\r"
        + $"EVN||20260102030405\rPID|||{one}\rPID|||{other}\r";

    static long Rows(TestServer server) => Count(server, "SELECT count(*) FROM notification WHERE given_up_at IS NULL");

    static long GivenUp(TestServer server) => Count(server, "SELECT count(*) FROM notification WHERE given_up_at IS NOT NULL");

    static long Count(TestServer server, string sql) => server.Query(sql, row => row.GetInt64(0)).Single();

    static IReadOnlyList<long> Audited(TestServer server) =>
        server.Query("SELECT outcome FROM audit_event WHERE event_type = 'ITI-10' ORDER BY rowid", row => row.GetInt64(0));
}
