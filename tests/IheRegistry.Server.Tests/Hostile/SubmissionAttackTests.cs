using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Metadata that mean harm: ids that are paths, code or endless, and masses of objects.</summary>
[TestFixture]
sealed class SubmissionAttackTests : AttackFixture
{
    const string Bad = "XDSRegistryMetadataError";
    const string ListEnd = "</rim:RegistryObjectList>";

    static readonly string Long = new('a', 100_000);

    static IEnumerable<string> TooLong => [Long];

    static IEnumerable<string> Tricks =>
    [
        "../../../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "/etc/passwd", @"..\..\windows\win.ini", "'; DROP TABLE patient; --", "1.2.3/../../x",
        "1.2.\u0663", "$(id)", "", " ", Long,
    ];

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("1.2.3\u2028")]
    [TestCase("1.2.3 ")]
    [TestCaseSource(nameof(TooLong))]
    public async Task A_uniqueId_that_is_none_is_refused(string id)
    {
        var uniqueId = Request.NewOid();
        await MustFailAsync(Request.Mtom(Request.Iti41Envelope(Known, uniqueId, Document).Swap($"\"{uniqueId}\"", $"\"{id}\""), ("document@attack", Document)), Bad);
        await MustFailAsync(Request.Simple(Transactions.RegistryPath, Request.Iti42Envelope(Known, uniqueId).Swap($"\"{uniqueId}\"", $"\"{id}\"")), Bad);
    }

    [TestCase("../../../../etc/passwd")]
    [TestCase("..%2F..%2Fetc%2Fpasswd")]
    [TestCase("/etc/passwd")]
    [TestCase(@"..\..\windows\win.ini")]
    [TestCase("file:///etc/passwd")]
    [TestCase("1.2.3^../../x")]
    [TestCase("'; DROP TABLE patient; --")]
    [TestCase("\u202E1.2.3\u0663")]
    public async Task A_uniqueId_that_looks_like_a_path_is_only_a_name(string id)
    {
        var uniqueId = Request.NewOid();
        var envelope = Request.Iti41Envelope(Known, uniqueId, Document).Swap($"\"{uniqueId}\"", $"\"{id}\"");
        Assert.That((await AnswerAsync(Request.Mtom(envelope, ("document@attack", Document)))).ResponseStatus, Is.EqualTo("Success"));
        Assert.That((await AnswerAsync(Request.Iti43(id))).Text, Does.Contain(Leaks.PatientMark + " slept well"));
    }

    [TestCaseSource(nameof(Tricks))]
    public Task A_strange_repositoryUniqueId_is_refused(string id) =>
        MustFailAsync(Request.Iti42(Known).With($"<rim:Value>{Request.RepositoryUniqueId}<", $"<rim:Value>{id}<"), Bad);

    [TestCase("urn:uuid:../../../etc/passwd")]
    [TestCase("urn:uuid:00000000-0000-0000-0000-00000000000")]
    [TestCase("urn:uuid:0000000G-0000-4000-8000-000000000000")]
    [TestCase("urn:uuid:ABCDEF00-0000-4000-8000-000000000000")]
    [TestCase("urn:uuid:0x000001-0000-4000-8000-000000000000")]
    [TestCase("urn:uuid:+0000001-0000-4000-8000-000000000000")]
    [TestCase("urn:uuid: 0000001-0000-4000-8000-000000000000")]
    [TestCase("urn:uuid:")]
    [TestCase("")]
    public Task A_strange_entryUUID_is_refused(string id) => MustFailAsync(Request.Iti42(Known).With("Document01", id), Bad);

    [TestCase("../../../../etc/passwd")]
    [TestCase("'; DROP TABLE patient; --")]
    [TestCase("a&quot;&gt;&lt;evil/&gt;")]
    public async Task A_strange_symbolic_id_is_only_a_name(string id)
    {
        var answer = await AnswerAsync(Request.Iti42(Known).With("Document01", id));
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"), answer.Text);
    }

    [TestCase("size", "-1")]
    [TestCase("size", "99999999999999999999999999")]
    [TestCase("size", "\u0661\u0662")]
    [TestCase("size", "1e3")]
    [TestCase("hash", "../../etc/passwd")]
    [TestCase("hash", "")]
    [TestCase("creationTime", "99999999999999")]
    [TestCase("creationTime", "\u0662\u0660\u0662\u0660")]
    [TestCase("languageCode", "'; DROP TABLE patient; --")]
    [TestCase("sourcePatientId", "evil")]
    public Task A_value_of_another_type_is_refused(string slot, string value)
    {
        var text = Request.Iti42Envelope(Known, Request.NewOid());
        var start = text.IndexOf("<rim:Value>", text.IndexOf($"name=\"{slot}\"", StringComparison.Ordinal), StringComparison.Ordinal) + "<rim:Value>".Length;
        var end = text.IndexOf("</rim:Value>", start, StringComparison.Ordinal);
        return MustFailAsync(Request.Simple(Transactions.RegistryPath, text[..start] + value + text[end..]), Bad);
    }

    [Test]
    public Task An_unknown_patient_is_refused() => MustFailAsync(Request.Iti42(new Patient()), "XDSUnknownPatientId");

    [Test]
    public async Task A_subsumed_patient_is_refused()
    {
        var subsumed = await new Patient().FedToAsync(Server);
        using var wire = new MllpWire(Server.MllpPort);
        Assert.That(await wire.AskAsync(Known.Merge(subsumed)), Does.Contain("\rMSA|AA|"));
        await MustFailAsync(Request.Iti42(subsumed), "XDSUnknownPatientId");
    }

    [Test]
    public async Task A_message_repeated_with_another_content_is_refused()
    {
        var first = Request.Iti42(Known);
        Assert.That((await AnswerAsync(first)).ResponseStatus, Is.EqualTo("Success"));
        await MustFailAsync(first.With("en-US", "en-GB"), "XDSDuplicateUniqueIdInRegistry");
    }

    [Test]
    public Task An_entry_sent_twice_is_refused()
    {
        var text = Request.Iti42Envelope(Known, Request.NewOid());
        var start = text.IndexOf("<rim:ExtrinsicObject", StringComparison.Ordinal);
        var end = text.IndexOf("</rim:ExtrinsicObject>", StringComparison.Ordinal) + "</rim:ExtrinsicObject>".Length;
        return MustFailAsync(
            Request.Simple(Transactions.RegistryPath, text[..end] + text[start..]), $"{Bad} XDSRegistryDuplicateUniqueIdInMessage");
    }

    [Test]
    public async Task Masses_of_empty_objects_get_an_answer_smaller_than_themselves()
    {
        var objects = string.Concat(Enumerable.Repeat("<rim:ExtrinsicObject/>", 200_000));
        var answer = await MustFailAsync(Request.Iti42(Known).With(ListEnd, objects + ListEnd), Bad);
        Assert.That(answer.Body, Has.Length.LessThan(200_000));
    }

    [Test]
    public async Task Masses_of_faults_in_an_object_of_a_long_id_get_a_small_answer()
    {
        var id = new string('a', 200_000);
        var classifications = string.Concat(Enumerable.Repeat("<rim:Classification/>", 20_000));
        var answer = await MustFailAsync(
            Request.Iti42(Known).With("Document01", id).With("</rim:ExtrinsicObject>", classifications + "</rim:ExtrinsicObject>"), Bad);
        Assert.That(answer.Body, Has.Length.LessThan(200_000));
    }

    [Test]
    public async Task Masses_of_extra_slots_are_no_trouble()
    {
        // Each repeated slot is looked for among those before it.
        var slots = string.Concat(Enumerable.Range(0, 40_000).Select(i => Slot($"urn:x:{i}", "a")).Concat(Enumerable.Repeat(Slot("urn:x:39999", "b"), 40_000)));
        await MustFailAsync(Request.Iti42(Known).With("</rim:ExtrinsicObject>", slots + "</rim:ExtrinsicObject>"), Bad);
    }

    [Test]
    public async Task Masses_of_associations_are_no_trouble()
    {
        var associations = string.Concat(Enumerable.Repeat(
            "<rim:Association associationType=\"urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember\" sourceObject=\"SubmissionSet01\" targetObject=\"Document01\"/>", 50_000));
        await MustFailAsync(Request.Iti42(Known).With(ListEnd, associations + ListEnd), Bad);
    }

    static string Slot(string name, string value) => $"<rim:Slot name=\"{name}\"><rim:ValueList><rim:Value>{value}</rim:Value></rim:ValueList></rim:Slot>";
}
