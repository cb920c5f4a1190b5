using System.Text.Json.Nodes;
using System.Xml.Linq;
using IheRegistry.Server.Tests.AffinityDomains;
using IheRegistry.Server.Tests.Hostile;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Server.Tests.Outbox;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using static IheRegistry.Server.Tests.Notifications.ConsumerDomain;

namespace IheRegistry.Server.Tests.Notifications;

/// <summary>PIXV3 Update Notification [ITI-46] to a consumer over HTTP.</summary>
[TestFixture]
public sealed class UpdateNotificationV3Tests
{
    static readonly XNamespace V3 = "urn:hl7-org:v3";

    TemporaryFolder _folder = null!;
    AnswerReceiver _consumer = null!;

    [SetUp]
    public async Task SetUp()
    {
        _folder = new TemporaryFolder();
        _consumer = await AnswerReceiver.StartAsync();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _consumer.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    [Requirement("ITI-46:3.46.4.1.2")]
    public async Task A_consumer_is_told_the_ids_and_the_name_of_a_new_patient()
    {
        _consumer.Next(http => AcknowledgeAsync(http, "CA"));
        await using var server = await StartAsync();

        await FeedAsync(server, Cx("V-1", Red));

        var message = (await _consumer.TakeAsync()).Reply.Envelope.Descendants(V3 + "PRPA_IN201302UV02").Single();
        Assert.Multiple(() =>
        {
            Assert.That(Code(message, "processingModeCode"), Is.EqualTo("T"));
            Assert.That(Code(message, "acceptAckCode"), Is.EqualTo("AL"));
            Assert.That((string?)message.Element(V3 + "receiver")!.Descendants(V3 + "id").First().Attribute("root"), Is.EqualTo("1.2.3.40"));
            var patient = message.Descendants(V3 + "patient").Single();
            Assert.That(
                patient.Elements(V3 + "id").Select(id => ((string?)id.Attribute("extension"), (string?)id.Attribute("root"))), Does.Contain(("V-1", Red)));
            Assert.That(patient.Descendants(V3 + "family").Single().Value, Is.EqualTo("Testpatient"));
            Assert.That(patient.Descendants(V3 + "birthTime"), Is.Empty);
        });
        await Waiting.UntilAsync(() => Rows(server, "IS NULL") == 0, "it is delivered");
        Assert.That(Audited(server), Is.EqualTo(new[] { 0L }));
    }

    [Test]
    public async Task What_a_consumer_refuses_is_listed_and_what_fails_otherwise_is_tried_again()
    {
        _consumer.Next(500);
        _consumer.Next(http => AcknowledgeAsync(http, "CE"));
        await using var server = await StartAsync();

        await FeedAsync(server, Cx("V-2", Red));

        var first = await _consumer.TakeAsync();
        var second = await _consumer.TakeAsync();
        Assert.That(MessageId(second), Is.EqualTo(MessageId(first)), "the same content has the same id");
        await Waiting.UntilAsync(() => Rows(server, "IS NOT NULL") == 1, "it is given up");
        Assert.That(Audited(server), Is.EqualTo(new[] { 8L, 8L }));
    }

    Task<TestServer> StartAsync() => TestServer.StartAsync("--affinity-domain", Write(_folder[""], new JsonObject
    {
        ["name"] = "portal",
        ["address"] = _consumer.Address("pix"),
        ["application"] = "1.2.3.40",
    }));

    static async Task FeedAsync(TestServer server, string pid3) =>
        Assert.That(await MllpSender.SendAsync(server.MllpPort, MllpSender.Adt("A04", pid3)), Does.Contain("MSA|AA|"));

    static Task AcknowledgeAsync(HttpContext http, string code)
    {
        http.Response.StatusCode = 200;
        http.Response.ContentType = "application/soap+xml; charset=utf-8";
        return http.Response.WriteAsync(
            "<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"
            + "<a:Action s:mustUnderstand=\"1\">urn:hl7-org:v3:MCCI_IN000002UV01</a:Action></s:Header><s:Body><MCCI_IN000002UV01 xmlns=\"urn:hl7-org:v3\""
            + $" ITSVersion=\"XML_1.0\"><id root=\"1.2.3\"/><acknowledgement><typeCode code=\"{code}\"/></acknowledgement></MCCI_IN000002UV01></s:Body></s:Envelope>");
    }

    static string? Code(XElement message, string name) => (string?)message.Element(V3 + name)!.Attribute("code");

    static string MessageId(ReceivedPost post) => post.Reply.Envelope.Descendants(V3 + "PRPA_IN201302UV02").Single().Element(V3 + "id")!.ToString();

    static long Rows(TestServer server, string givenUp) =>
        server.Query($"SELECT count(*) FROM notification WHERE given_up_at {givenUp}", row => row.GetInt64(0)).Single();

    static IReadOnlyList<long> Audited(TestServer server) =>
        server.Query("SELECT outcome FROM audit_event WHERE event_type = 'ITI-46' ORDER BY rowid", row => row.GetInt64(0));
}
