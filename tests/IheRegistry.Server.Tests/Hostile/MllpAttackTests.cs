using System.Text;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Bytes on the MLLP port that are no messages, or messages that are wrong (ITI TF-2 3.8, C.2).</summary>
[TestFixture]
sealed class MllpAttackTests : AttackFixture
{
    const string Header = @"MSH|^~\&|ADT|NORTHFIELD|IHEREGISTRY|DEMO|20260205093000||ADT^A04|H1|P|2.5";

    protected override string[] Arguments => ["--mllp-message", "64KiB"];

    static byte[] Bytes(string message) => Encoding.UTF8.GetBytes(message);

    static IEnumerable<TestCaseData> Refusals =>
    [
        Of("An unknown event", p => p.Admission("A99"), "AR", "201", "The event is not supported here"),
        Of("An event that no feed has", p => p.Admission("A29"), "AR", "201", "The event is not supported here"),
        Of("Another message type", p => p.Admission().Swap("ADT^A04", "ORU^R01"), "AR", "200", "Messages of this type are not taken here"),
        Of("No message type", p => p.Admission().Swap("ADT^A04", ""), "AR", "200", "Messages of this type are not taken here"),
        Of("An unknown version", p => p.Admission().Swap("|P|2.5|", "|P|9.9|"), "AR", "203", "The version is not supported"),
        Of("Fields that are shifted by one", p => p.Admission().Swap("|H", "||H"), "AR", "203", "The version is not supported"),
        Of("No PID", p => Without(p.Admission(), "PID"), "AE", "100", "The PID segment is missing"),
        Of("Two PIDs", p => p.Admission() + Segment(p.Admission(), "PID"), "AE", "100", "The event is about one patient, but there are several PID segments"),
        Of("Two MSHs", p => p.Admission() + Header + "\r", "AE", "100", "A second MSH segment"),
        Of("No patient id", p => p.Admission().Swap($"{p.Id}^^^IHERED&{Patient.Authority}&ISO", ""), "AE", "101", "There is no patient identifier"),
        Of("A patient id without authority", p => p.Admission().Swap($"^^^IHERED&{Patient.Authority}&ISO", ""), "AE", "101", "No patient identifier names its assigning authority"),
        Of("A patient id of an unknown authority", p => p.Admission().Swap($"IHERED&{Patient.Authority}", "EVIL&1.2.3"), "AE", "204", "No identifier is of an assigning authority that this affinity domain knows"),
        Of("An endless patient id", p => p.Admission().Swap(p.Id, p.Id + new string('9', 10_000)), "AE", "102", "The id is too long"),
        Of("A merge without MRG", p => p.Admission("A40"), "AE", "100", "The PID segment has no MRG segment behind it"),
        Of("A merge into itself", p => p.Merge(p), "AE", "102", "The subsumed and the surviving id are the same"),
    ];

    [TestCaseSource(nameof(Refusals))]
    public async Task It_is_refused(Func<Patient, string> spoil, string code, string error, string text)
    {
        var before = StoredState.Of(Server);
        using var wire = new MllpWire(Server.MllpPort);
        var answer = await wire.AskAsync(spoil(new Patient()));
        Assert.That(answer, Does.Contain($"\rMSA|{code}|").And.Contain($"|{error}^").And.Contain(text));
        before.MustBeUnchangedButForAFailureEvent();
        Assert.That(await wire.AskAsync(Known.Admission()), Does.Contain("\rMSA|AA|"), "the connection goes on");
    }

    [Test]
    public async Task A_merge_in_a_circle_is_refused()
    {
        var other = await new Patient().FedToAsync(Server);
        using var wire = new MllpWire(Server.MllpPort);
        Assert.That(await wire.AskAsync(Known.Merge(other)), Does.Contain("\rMSA|AA|"));
        var before = StoredState.Of(Server);
        Assert.That(await wire.AskAsync(other.Merge(Known)), Does.Contain("\rMSA|AE|"));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [TestCase("")]
    [TestCase("hello")]
    [TestCase("PID|1||1")]
    [TestCase("MSH")]
    [TestCase("MSH|")]
    [TestCase("MSH|^~\\")]
    [TestCase("MSH|||||")]
    [TestCase("MSHHHHHHHHH")]
    [TestCase("\0\0\0\0")]
    public async Task A_frame_without_a_message_is_rejected_and_the_connection_goes_on(string content)
    {
        var before = StoredState.Of(Server);
        using var wire = new MllpWire(Server.MllpPort);
        Assert.That(await wire.AskAsync(content), Does.StartWith("MSH|").And.Contain("\rMSA|AR|"));
        before.MustBeUnchangedButForAFailureEvent();
        Assert.That(await wire.AskAsync(Known.Admission()), Does.Contain("\rMSA|AA|"));
    }

    [TestCase("UNICODE UTF-8", "The text is not valid in its character set")]
    [TestCase("EVIL", "The character set is not known")]
    public async Task Bytes_that_are_not_in_the_named_character_set_are_refused(string charset, string text)
    {
        var before = StoredState.Of(Server);
        using var wire = new MllpWire(Server.MllpPort);
        var message = new Patient().Admission().Swap("UNICODE UTF-8", charset).Swap("Amara", "Am\u00E4ra");
        await wire.SendAsync(MllpWire.Frame(Encoding.Latin1.GetBytes(message)));
        Assert.That(await wire.ReadAsync(), Does.Contain("\rMSA|A").And.Contain(text));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task A_message_without_start_byte_is_rejected() =>
        await MustRejectAsync("The message has no start block (0x0B)", MllpWire.Frame(new Patient().Admission())[1..]);

    [Test]
    public async Task A_message_without_end_byte_is_rejected_when_the_connection_ends() =>
        await MustRejectAsync("The connection ended within the message", MllpWire.Frame(new Patient().Admission())[..^2]);

    [Test]
    public async Task A_message_without_end_byte_is_rejected_when_the_next_one_begins()
    {
        var one = MllpWire.Frame(new Patient().Admission());
        await MustRejectAsync("The message has no end block (0x1C)", [.. one[..^2], .. one]);
    }

    [Test]
    public async Task A_message_without_its_last_carriage_return_is_taken()
    {
        var answer = await MllpWire.ExchangeAsync(Server.MllpPort, MllpWire.Frame(new Patient().Admission())[..^1]);
        Assert.That(answer, Does.Contain("\rMSA|AA|"));
    }

    [Test]
    public async Task A_message_beyond_the_limit_is_rejected() =>
        await MustRejectAsync("The message is larger than is taken", MllpWire.Frame(new Patient().Admission() + "NTE|1||" + new string('a', 64 << 10)));

    [Test]
    public async Task Too_many_segments_are_rejected()
    {
        var before = StoredState.Of(Server);
        using var wire = new MllpWire(Server.MllpPort);
        var answer = await wire.AskAsync(new Patient().Admission() + string.Concat(Enumerable.Repeat("N\r", 20_000)));
        Assert.That(answer, Does.Contain("\rMSA|AR|").And.Contain("The message has more segments than are taken"));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task Noise_is_not_answered()
    {
        var before = StoredState.Of(Server);
        var noise = new byte[100_000];
        new Random(20260205).NextBytes(noise);
        noise.AsSpan().Replace((byte)0x0B, (byte)0x0A);
        Assert.That(await MllpWire.ExchangeAsync(Server.MllpPort, noise), Is.Empty);
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task Noise_with_frames_in_it_is_rejected_frame_by_frame()
    {
        var before = StoredState.Of(Server);
        var random = new Random(20260206);
        for (var i = 0; i < 50; i++)
        {
            var noise = new byte[random.Next(1, 2000)];
            random.NextBytes(noise);
            var answer = await MllpWire.ExchangeAsync(Server.MllpPort, MllpWire.Frame(noise));
            Assert.That(answer, Does.Not.Contain("|AA|"));
        }

        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task An_HTTP_request_is_not_answered()
    {
        var before = StoredState.Of(Server);
        var request = Bytes($"POST /xds/registry HTTP/1.1\r\nHost: a\r\nX: {new string('a', 2000)}\r\n\r\n");
        Assert.That(await MllpWire.ExchangeAsync(Server.MllpPort, request), Is.Empty);
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task A_message_byte_by_byte_is_taken()
    {
        using var wire = new MllpWire(Server.MllpPort);
        foreach (var one in MllpWire.Frame(new Patient().Admission())) await wire.SendAsync([one]);
        Assert.That(await wire.ReadAsync(), Does.Contain("\rMSA|AA|"));
    }

    [Test]
    public async Task Messages_of_one_packet_are_all_answered_in_their_order()
    {
        using var wire = new MllpWire(Server.MllpPort);
        string[] messages = [new Patient().Admission(), "noise", new Patient().Admission("A99"), new Patient().Admission()];
        await wire.SendAsync([.. messages.SelectMany(MllpWire.Frame)]);
        foreach (var code in new[] { "AA", "AR", "AR", "AA" }) Assert.That(await wire.ReadAsync(), Does.Contain($"\rMSA|{code}|"));
    }

    [Test]
    public async Task A_sender_that_leaves_within_a_message_leaves_nothing()
    {
        var before = StoredState.Of(Server);
        using (var wire = new MllpWire(Server.MllpPort)) await wire.SendAsync(MllpWire.Frame(new Patient().Admission())[..100]);
        before.MustBeUnchanged();
    }

    [TestCase("\0")]
    [TestCase("\u0001\u001F")]
    [TestCase("]]>")]
    [TestCase("<evil/>")]
    [TestCase("\\X00\\")]
    [TestCase("../../etc/passwd")]
    [TestCase("'; DROP TABLE patient; --")]
    public async Task A_strange_patient_id_is_only_an_id(string id)
    {
        var patient = new Patient();
        using var wire = new MllpWire(Server.MllpPort);
        var answer = await wire.AskAsync(patient.Admission().Swap(patient.Id, patient.Id + id));
        Assert.That(answer, Does.Contain("\rMSA|A"));
        var audit = Server.Query("SELECT message FROM audit_event ORDER BY sequence DESC LIMIT 1", row => (byte[])row.GetValue(0)).Single();
        Assert.That(() => System.Xml.Linq.XDocument.Load(new MemoryStream(audit)), Throws.Nothing, "the audit's event is well-formed");
    }

    async Task MustRejectAsync(string text, byte[] bytes)
    {
        var before = StoredState.Of(Server);
        var answer = await MllpWire.ExchangeAsync(Server.MllpPort, bytes);
        Assert.That(answer, Does.Contain("\rMSA|AR|").And.Contain(text));
        before.MustBeUnchangedButForAFailureEvent();
    }

    static string Segment(string message, string name) =>
        message.Split('\r').Single(segment => segment.StartsWith(name, StringComparison.Ordinal)) + "\r";

    static string Without(string message, string name) => message.Swap(Segment(message, name), "");

    static TestCaseData Of(string name, Func<Patient, string> spoil, string code, string error, string text) =>
        new TestCaseData(spoil, code, error, text).SetArgDisplayNames(name);
}
