using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Stewardship;

/// <summary>What stewards do over HTTP: the queue of reviews, persons side by side, link, reject, split, undo, and who was who when.</summary>
[TestFixture]
public sealed class StewardshipApiTests : ServerFixture
{
    const string Red = "1.3.6.1.4.1.21367.13.20.1000";
    const string Green = "1.3.6.1.4.1.21367.13.20.2000";

    HttpClient _http = null!;

    [SetUp]
    public void Connect() => _http = new HttpClient { BaseAddress = Server.Http };

    [TearDown]
    public void Disconnect() => _http.Dispose();

    [Test]
    public async Task A_possible_match_is_shown_side_by_side_with_reasons_linked_and_undone()
    {
        var (one, other) = await FeedTwinsAsync("M");
        var listed = (await WaitingAsync(other)).Single()!;
        Assert.That(((string?)listed["kind"], (string?)listed["state"]), Is.EqualTo(("possibleMatch", "waiting")));

        var item = await GetAsync($"/pix/reviews/{listed["id"]}");
        var comparison = item["sideBySide"]!.AsArray().Single()!;
        Assert.Multiple(() =>
        {
            Assert.That(RecordsOf(comparison["first"]!), Is.EqualTo(new[] { other }));
            Assert.That(RecordsOf(comparison["second"]!), Is.EqualTo(new[] { one }));
            var fields = comparison["reasons"]!["compared"]![0]!["fields"]!.AsArray();
            Assert.That(fields.Select(field => $"{field!["field"]} {field["level"]}"), Does.Contain("family exact").And.Contain("birthDate exact"));
            Assert.That(fields.Select(field => (double)field!["weight"]!), Has.Some.GreaterThan(0));
        });

        var linked = await PostAsync($"/pix/reviews/{listed["id"]}/link", new { comment = "the same at the desk" });
        Assert.That((string?)linked["status"], Is.EqualTo("done"));
        Assert.That(await WaitingAsync(other), Is.Empty);
        var person = await PersonAsync(one);
        Assert.That(RecordsOf(person), Is.EquivalentTo(new[] { one, other }));
        Assert.That((await RefuseAsync(HttpStatusCode.Conflict, $"/pix/reviews/{listed["id"]}/reject", new { comment = "no" }))["error"]!.ToString(), Is.EqualTo("decided"));
        var decision = (await GetAsync($"/pix/reviews/{listed["id"]}"))["decision"]!;
        Assert.That(((string?)decision["comment"], (long?)decision["event"]), Is.EqualTo(("the same at the desk", (long?)linked["event"])));

        var undone = await PostAsync($"/pix/events/{linked["event"]}/undo", new { comment = "the wrong card" });
        Assert.That((string?)undone["status"], Is.EqualTo("done"));
        Assert.That(RecordsOf(await PersonAsync(one)), Is.EqualTo(new[] { one }));
        Assert.That(RecordsOf(await PersonAsync(other)), Is.EqualTo(new[] { other }));
        Assert.That((string?)(await PostAsync($"/pix/events/{linked["event"]}/undo", new { comment = "again" }))["status"], Is.EqualTo("alreadySo"));
    }

    [Test]
    public async Task What_is_rejected_leaves_the_queue_and_is_not_asked_again()
    {
        var (one, other) = await FeedTwinsAsync("R");
        var id = (await WaitingAsync(other)).Single()!["id"];

        Assert.That((string?)(await PostAsync($"/pix/reviews/{id}/reject", new { comment = "cousins" }))["status"], Is.EqualTo("done"));
        await FeedAsync(other, "Rejected^Twin", "19700101");

        Assert.That(await WaitingAsync(other), Is.Empty);
        Assert.That(RecordsOf(await PersonAsync(one)), Is.EqualTo(new[] { one }));
    }

    [Test]
    public async Task Persons_are_linked_and_split_and_the_past_is_answered()
    {
        var (red, green) = (Cx("P-1", Red), Cx("P-2", Green));
        await FeedAsync(red, "Alpha^Anna", "19500505");
        await FeedAsync(green, "Beta^Berta", "19880808");
        var before = (await GetAsync($"/pix/persons/ids?id={Uri.EscapeDataString(green)}"))["epid"]!.ToString();

        Assert.That((string?)(await PostAsync("/pix/persons/link", new { id = green, into = red, comment = "married" }))["status"], Is.EqualTo("done"));
        var linkedAt = DateTimeOffset.UtcNow;
        await Task.Delay(20);
        Assert.That(RecordsOf(await PersonAsync(green)), Is.EquivalentTo(new[] { red, green }));
        Assert.That((await PersonAsync(green))["subsumed"]!.AsArray().Select(subsumed => subsumed!.ToString()), Does.Contain(before));

        Assert.That((string?)(await PostAsync("/pix/persons/split", new { record = green, comment = "not she" }))["status"], Is.EqualTo("done"));
        Assert.That(RecordsOf(await PersonAsync(green)), Is.EqualTo(new[] { green }));

        var then = await GetAsync($"/pix/persons/ids?id={Uri.EscapeDataString(green)}&at={Uri.EscapeDataString(linkedAt.ToString("O", CultureInfo.InvariantCulture))}");
        Assert.That(then["ids"]!.AsArray().Select(id => id!.ToString()), Is.EquivalentTo(new[] { red, green }));
        var kinds = (await GetAsync($"/pix/persons/events?id={Uri.EscapeDataString(green)}"))["events"]!.AsArray().Select(item => (string?)item!["kind"]).ToList();
        Assert.That(kinds, Does.Contain("introduced").And.Contain("personMerged").And.Contain("moved"));
    }

    [Test]
    public async Task The_golden_record_says_where_each_value_comes_from()
    {
        var (red, green) = (Cx("G-1", Red), Cx("G-2", Green));
        await FeedAsync(red, "Gamma^Greta", "19610101");
        await FeedAsync(green, "Gamma-Delta^Greta", "196101");
        await PostAsync("/pix/persons/link", new { id = green, into = red, comment = "one" });

        var golden = (await PersonAsync(red))["golden"]!;

        Assert.That((string?)golden["demographics"]!["birthDate"], Is.EqualTo("19610101"), "the most precise date");
        Assert.That((string?)golden["demographics"]!["names"]![0]!["family"], Is.EqualTo("Gamma-Delta"), "the latest name");
        var sources = golden["sources"]!.AsArray().ToDictionary(source => (string)source!["field"]!, source => (string?)source!["record"]);
        Assert.That((sources["birthDate"], sources["names"]), Is.EqualTo((red, green)));
    }

    [Test]
    public async Task Two_persons_are_compared_and_two_records_declared_different()
    {
        var (red, green) = (Cx("C-1", Red), Cx("C-2", Green));
        await FeedAsync(red, "Eins^Emil", "19310131");
        await FeedAsync(green, "Zwei^Zita", "20010203");

        var comparison = await GetAsync($"/pix/persons/compare?first={Uri.EscapeDataString(red)}&second={Uri.EscapeDataString(green)}");
        Assert.That((string?)comparison["reasons"]!["outcome"], Is.EqualTo("new"));

        Assert.That((string?)(await PostAsync("/pix/persons/reject", new { record = red, other = green, comment = "two" }))["status"], Is.EqualTo("done"));
        Assert.That((string?)(await PostAsync("/pix/persons/reject", new { record = red, other = green, comment = "two" }))["status"], Is.EqualTo("alreadySo"));
    }

    [TestCase("/pix/persons?id=NONE^^^%261.3.6.1.4.1.21367.13.20.1000%26ISO", 404, "unknown")]
    [TestCase("/pix/persons?id=NONE", 400, "id")]
    [TestCase("/pix/persons", 400, "id")]
    [TestCase("/pix/persons/events?id=NONE^^^%261.3.6.1.4.1.21367.13.20.1000%26ISO", 404, "unknown")]
    [TestCase("/pix/persons/ids?id=NONE^^^%261.3.6.1.4.1.21367.13.20.1000%26ISO&at=yesterday", 400, "at")]
    [TestCase("/pix/reviews?state=open", 400, "state")]
    [TestCase("/pix/reviews?count=0", 400, "page")]
    [TestCase("/pix/reviews/999999", 404, "unknown")]
    public async Task What_is_asked_wrongly_is_refused_by_name(string address, int status, string error)
    {
        using var response = await _http.GetAsync(address);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That((string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"], Is.EqualTo(error));
        Assert.That(response.Headers.CacheControl!.NoStore);
    }

    [TestCase("/pix/persons/split", "{\"record\":\"NONE^^^&1.3.6.1.4.1.21367.13.20.1000&ISO\",\"comment\":\"c\"}", "application/json", 404, "unknown")]
    [TestCase("/pix/persons/split", "{\"record\":\"NONE^^^&1.3.6.1.4.1.21367.13.20.1000&ISO\"}", "application/json", 400, "comment")]
    [TestCase("/pix/persons/split", "{\"comment\":\"c\"}", "application/json", 400, "record")]
    [TestCase("/pix/persons/split", "{\"records\":\"a\"}", "application/json", 400, "body")]
    [TestCase("/pix/persons/split", "{", "application/json", 400, "body")]
    [TestCase("/pix/persons/split", "{}", "text/plain", 415, "mediaType")]
    [TestCase("/pix/events/999999/undo", "{\"comment\":\"c\"}", "application/json", 404, "unknown")]
    [TestCase("/pix/reviews/999999/link", "{\"comment\":\"c\"}", "application/json", 404, "unknown")]
    [TestCase("/pix/notifications/999999/resend", "{}", "application/json", 409, "notResent")]
    public async Task What_is_decided_wrongly_is_refused_by_name_and_changes_nothing(string address, string body, string mediaType, int status, string error)
    {
        var events = Events();
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await _http.PostAsync(address, content);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That((string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"], Is.EqualTo(error));
        Assert.That(Events(), Is.EqualTo(events));
    }

    [Test]
    public async Task Every_look_and_every_decision_is_audited_with_whom_it_concerns()
    {
        var red = Cx("A-1", Red);
        await FeedAsync(red, "Audit^Ada", "19990909");
        var before = Audited();

        await PersonAsync(red);
        await GetAsync($"/pix/persons/events?id={Uri.EscapeDataString(red)}");
        await PostAsync("/pix/persons/split", new { record = red, comment = "alone already" });

        Assert.That(Audited() - before, Is.GreaterThanOrEqualTo(3));
    }

    async Task<(string One, string Other)> FeedTwinsAsync(string name)
    {
        // Records of one domain are never linked on demographics alone.
        var (one, other) = (Cx($"{name}-1", Red), Cx($"{name}-2", Red));
        await FeedAsync(one, "Rejected^Twin", "19700101", name);
        await FeedAsync(other, "Rejected^Twin", "19700101", name);
        return (one, other);
    }

    async Task FeedAsync(string cx, string name, string birthDate, string street = "")
    {
        var message = MllpSender.Adt("A28", cx)
            .Replace("Testpatient^Tom", name + street, StringComparison.Ordinal).Replace("19700101", birthDate, StringComparison.Ordinal);
        Assert.That(await MllpSender.SendAsync(Server.MllpPort, message), Does.Contain("MSA|AA|"));
    }

    async Task<IEnumerable<JsonNode?>> WaitingAsync(string record) =>
        (await GetAsync("/pix/reviews?count=1000"))["items"]!.AsArray().Where(item => (string?)item!["record"] == record);

    Task<JsonObject> PersonAsync(string cx) => GetAsync($"/pix/persons?id={Uri.EscapeDataString(cx)}");

    async Task<JsonObject> GetAsync(string address) => (await _http.GetFromJsonAsync<JsonObject>(address))!;

    async Task<JsonObject> PostAsync(string address, object body) => await RefuseAsync(HttpStatusCode.OK, address, body);

    async Task<JsonObject> RefuseAsync(HttpStatusCode status, string address, object body)
    {
        using var response = await _http.PostAsJsonAsync(address, body);
        var answer = await response.Content.ReadFromJsonAsync<JsonObject>();
        Assert.That(response.StatusCode, Is.EqualTo(status), answer!.ToJsonString());
        return answer;
    }

    static IEnumerable<string> RecordsOf(JsonNode person) => person["records"]!.AsArray().Select(record => (string)record!["id"]!);

    long Events() => Server.Query("SELECT count(*) FROM identity_event", row => row.GetInt64(0)).Single();

    long Audited() => Server.Query("SELECT count(*) FROM audit_event WHERE event_type = 'patient-identity'", row => row.GetInt64(0)).Single();

    static string Cx(string id, string authority) => $"{id}^^^&{authority}&ISO";
}
