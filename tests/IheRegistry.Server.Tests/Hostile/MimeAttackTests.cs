using System.Text;
using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>MIME packaging that is wrong, and documents and metadata that do not fit each other (ITI TF-2 3.41.4.1.2).</summary>
[TestFixture]
sealed class MimeAttackTests : AttackFixture
{
    const string Truncated = "The multipart message ends before its closing boundary.";
    const string NoRoot = "The multipart message has no root part: none has the Content-ID that start names.";
    const string PartsTooMany = "The message has too many MIME parts.";
    const string HeadersTooLarge = "The header fields of a MIME part, or the bytes before the first boundary, are too large.";
    const string Include = "<xop:Include href=\"cid:document@attack\"/>";
    const string SpoolFull = "There is no room at present to keep MIME parts that come before the root part; try again later.";
    const int SpoolLimit = 1 << 20;
    const int SpoolQuota = 2 << 20;
    const int DocumentLimit = 4 << 20;

    protected override string[] Arguments => ["--parts", "8", "--spool-message", "1MiB", "--spool", "2MiB", "--document", "4MiB", "--inline-document", "1MiB"];

    Request Valid => Request.Iti41(Known, Document);

    string Envelope => Request.Iti41Envelope(Known, Request.NewOid(), Document);

    static IEnumerable<TestCaseData> Cuts =>
    [
        Cut("behind the envelope", r => r.IndexOf("</env:Envelope>", StringComparison.Ordinal) + 15),
        Cut("inside the envelope", r => r.Length / 4),
        Cut("inside a boundary", r => r.LastIndexOf("--" + Request.Boundary + "\r\n", StringComparison.Ordinal) + 5),
        Cut("inside a header", r => r.IndexOf("Content-ID: <document", StringComparison.Ordinal) + 7),
        Cut("before a document's first byte", r => r.IndexOf("<note>", StringComparison.Ordinal)),
        Cut("inside a document", r => r.IndexOf("slept", StringComparison.Ordinal)),
        Cut("behind a document's last byte", r => r.IndexOf("</note>", StringComparison.Ordinal) + 7),
        Cut("before the last two dashes", r => r.LastIndexOf("--\r\n", StringComparison.Ordinal)),
    ];

    [TestCaseSource(nameof(Cuts))]
    public Task A_message_that_is_cut_off_is_refused(Func<string, int> at)
    {
        var valid = Valid;
        return MustFaultAsync(valid.With(valid.Body[..at(Encoding.Latin1.GetString(valid.Body))]), 400, "Sender", Truncated);
    }

    [Test]
    public Task A_content_type_without_boundary_is_refused() => MustFaultAsync(
        Valid with { ContentType = "multipart/related; type=\"application/xop+xml\"" },
        400, "Sender", "The multipart/related Content-Type has no usable boundary parameter.");

    [Test]
    public Task A_boundary_that_does_not_occur_is_refused() => MustFaultAsync(
        Valid with { ContentType = Request.MtomContentType.Swap(Request.Boundary, "another") }, 400, "Sender", Truncated);

    [Test]
    public Task A_start_that_names_no_part_is_refused() => MustFaultAsync(
        Valid with { ContentType = Request.MtomContentType.Swap("root@attack", "nobody@attack") }, 400, "Sender", NoRoot);

    [Test]
    public Task A_document_for_a_root_is_refused() => MustFaultAsync(
        Valid with { ContentType = Request.MtomContentType.Swap("root@attack", "document@attack") },
        400, "Sender", "The document element is not a SOAP Envelope.");

    [Test]
    public Task A_multipart_message_of_another_type_is_refused() => MustFaultAsync(
        Valid with { ContentType = Request.MtomContentType.Swap("application/xop+xml", "text/html") },
        415, "Sender", "The Content-Type must be application/soap+xml or multipart/related.");

    [Test]
    public Task A_doubled_attachment_is_refused() => MustFaultAsync(
        Request.Mtom(Envelope, ("document@attack", Document), ("document@attack", Document)),
        400, "Sender", "Two MIME parts have the same Content-ID.");

    [Test]
    public Task Too_many_parts_are_refused() => MustFaultAsync(
        Request.Mtom(Envelope, [("document@attack", Document), .. Enumerable.Range(0, 8).Select(i => ($"{i}@attack", Document))]),
        413, "Sender", PartsTooMany);

    [Test]
    public Task Header_fields_without_end_are_refused() => MustFaultAsync(
        Spoilt(Request.PartStart("document@attack", $"X-Evil: {new string('a', 100_000)}\r\n")), 413, "Sender", HeadersTooLarge);

    [Test]
    public Task A_long_preamble_is_refused() => MustFaultAsync(
        Valid.With([.. Encoding.ASCII.GetBytes(new string('a', 100_000) + "\r\n"), .. Valid.Body]), 413, "Sender", HeadersTooLarge);

    [Test]
    public Task An_unknown_transfer_encoding_is_refused() => MustFaultAsync(
        Spoilt(Request.PartStart("document@attack", "Content-Transfer-Encoding: evil\r\n")),
        400, "Sender", "A MIME part has an unknown Content-Transfer-Encoding.");

    [Test]
    public Task Broken_base64_is_refused() => MustFaultAsync(
        Spoilt(Request.PartStart("document@attack", "Content-Transfer-Encoding: base64\r\n")),
        400, "Sender", "A MIME part is not encoded as its Content-Transfer-Encoding says.");

    [Test]
    public Task A_missing_attachment_is_reported() => MustFailAsync(Request.Mtom(Envelope), "XDSMissingDocument");

    [Test]
    public Task A_missing_attachment_of_a_simple_message_is_reported() =>
        MustFailAsync(Request.Simple(Transactions.RepositoryPath, Envelope), "XDSMissingDocument");

    [Test]
    public Task An_attachment_that_nothing_refers_to_is_reported() => MustFailAsync(
        Request.Mtom(Envelope, ("document@attack", Document), ("other@attack", Document)), "XDSMissingDocumentMetadata");

    [TestCase("cid:nowhere@attack")]
    [TestCase("cid:root@attack")]
    [TestCase("cid:")]
    [TestCase("cid:%00")]
    [TestCase("cid:../../../../etc/passwd")]
    [TestCase("cid:..%2F..%2Fetc%2Fpasswd")]
    [TestCase("file:///etc/passwd")]
    [TestCase("http://127.0.0.1:1/document")]
    [TestCase("document@attack")]
    [TestCase("")]
    public async Task A_reference_that_points_nowhere_finds_nothing(string href)
    {
        var envelope = Envelope.Swap("cid:document@attack", href);
        await MustFailAsync(Request.Mtom(envelope), "XDSMissingDocument");
        await MustFailAsync(Request.Mtom(envelope, ("document@attack", Document)), "XDSMissingDocumentMetadata XDSMissingDocument");
        // Nor does it find a part that has no Content-ID at all.
        await MustFailAsync(
            Valid.With([.. Request.MtomStart(envelope), .. Request.PartStart(null), .. Document, .. Request.MtomEnd]),
            "XDSMissingDocumentMetadata XDSMissingDocument");
    }

    [Test]
    public Task A_reference_of_a_hundred_thousand_characters_finds_nothing() =>
        MustFailAsync(Request.Mtom(Envelope.Swap("cid:document@attack", "cid:" + new string('a', 100_000))), "XDSMissingDocument");

    [TestCase("%00")]
    [TestCase("../../../../etc/passwd")]
    [TestCase("a\"><evil/>")]
    public async Task A_strange_ContentId_is_only_a_name(string contentId)
    {
        var answer = await MustFailAsync(
            Request.Mtom(Envelope, ("document@attack", Document), (contentId, Document)), "XDSMissingDocumentMetadata");
        Assert.That(answer.Envelope.Descendants("evil"), Is.Empty);
    }

    [Test]
    public Task Two_documents_of_one_attachment_are_refused()
    {
        var envelope = Envelope.Swap("</xds:Document>", $"</xds:Document><xds:Document id=\"Document01\">{Include}</xds:Document>");
        return MustFailAsync(Request.Mtom(envelope, ("document@attack", Document)), "XDSRepositoryMetadataError");
    }

    [Test]
    public Task A_document_without_metadata_is_refused()
    {
        var envelope = Envelope.Swap("</xds:Document>", "</xds:Document><xds:Document id=\"Nobody\">AAAA</xds:Document>");
        return MustFailAsync(Request.Mtom(envelope, ("document@attack", Document)), "XDSMissingDocumentMetadata");
    }

    [Test]
    public Task An_entry_whose_id_is_the_name_of_a_part_gets_no_second_document()
    {
        // What nothing refers to is reported by its Content-ID: an entry of that very id must not be taken for it.
        var envelope = Envelope.Swap("Document01", "cid:stray@attack");
        return MustFailAsync(
            Request.Mtom(envelope, ("document@attack", Document), ("stray@attack", Document)), "XDSMissingDocumentMetadata");
    }

    [Test]
    public Task A_document_with_another_hash_is_refused() =>
        MustFailAsync(Request.Mtom(Envelope, ("document@attack", [.. Document[..^1], (byte)'!'])), "XDSRepositoryMetadataError");

    [Test]
    public Task A_document_with_another_size_is_refused() =>
        MustFailAsync(Request.Mtom(Envelope, ("document@attack", [.. Document, (byte)'!'])), "XDSRepositoryMetadataError");

    [Test]
    public Task A_document_beyond_the_limit_is_refused() => MustFailAsync(
        Request.Mtom(Request.Iti41EnvelopeWithoutHash(Known, Request.NewOid()), ("document@attack", new byte[DocumentLimit + 1])),
        "XDSRepositoryOutOfResources");

    [Test]
    public Task A_good_and_a_bad_document_are_refused_together()
    {
        var envelope = Envelope.Swap("</xds:Document>", $"</xds:Document><xds:Document id=\"Nobody\"><xop:Include href=\"cid:b@attack\"/></xds:Document>");
        return MustFailAsync(Request.Mtom(envelope, ("document@attack", Document), ("b@attack", Document)), "XDSMissingDocumentMetadata");
    }

    [Test]
    public async Task A_document_before_the_envelope_is_kept_aside_up_to_the_quota()
    {
        var uniqueId = Request.NewOid();
        var big = new byte[SpoolLimit - 1];
        var answer = await AnswerAsync(RootLast(Request.Iti41Envelope(Known, uniqueId, big), big));
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"), answer.Text);

        await MustFaultAsync(
            RootLast(Request.Iti41Envelope(Known, Request.NewOid(), []), new byte[SpoolLimit + 1]), 413, "Sender", "The MIME parts before the root part are too large.");
    }

    [Test]
    public async Task A_part_before_the_envelope_that_never_ends_is_refused()
    {
        var before = StoredState.Of(Server);
        using var wire = new HttpWire(Server.HttpPort);
        var answer = await wire.PostAsync(
            Transactions.RepositoryPath, Request.MtomContentType, long.MaxValue, Endless(Request.PartStart("document@attack")[2..]));
        Assert.That(answer!.Status, Is.EqualTo(413));
        Assert.That(answer.FaultReason, Is.EqualTo("The MIME parts before the root part are too large."));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task A_document_that_never_ends_is_refused()
    {
        var before = StoredState.Of(Server);
        using var wire = new HttpWire(Server.HttpPort);
        byte[] start = [.. Request.MtomStart(Envelope), .. Request.PartStart("document@attack")];
        var answer = await wire.PostAsync(Transactions.RepositoryPath, Request.MtomContentType, long.MaxValue, Endless(start));
        Assert.That(answer!.ErrorCodes, Is.EqualTo("XDSRepositoryOutOfResources"));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task A_stray_part_that_never_ends_is_refused()
    {
        var before = StoredState.Of(Server);
        using var wire = new HttpWire(Server.HttpPort);
        byte[] start = [.. Request.MtomStart(Envelope), .. Request.PartStart("stray@attack")];
        var answer = await wire.PostAsync(Transactions.RepositoryPath, Request.MtomContentType, long.MaxValue, Endless(start));
        Assert.That(answer!.ErrorCodes, Does.StartWith("XDSMissingDocumentMetadata"));
        before.MustBeUnchangedButForAFailureEvent();
    }

    [Test]
    public async Task All_messages_together_keep_no_more_aside_than_the_quota()
    {
        var before = StoredState.Of(Server);
        using var first = new HttpWire(Server.HttpPort);
        using var second = new HttpWire(Server.HttpPort);
        byte[] waiting = [.. Request.PartStart("document@attack")[2..], .. new byte[SpoolLimit - 1]];
        foreach (var wire in new[] { first, second })
        {
            await wire.SendAsync($"POST {Transactions.RepositoryPath} HTTP/1.1\r\nHost: a\r\nContent-Type: {Request.MtomContentType}\r\nContent-Length: 9999999\r\n\r\n");
            await wire.SendAsync(waiting);
        }

        await Waiting.UntilAsync(() => OpenSpools() == 2, "two parts are kept aside");
        var answer = await AnswerAsync(RootLast(Request.Iti41Envelope(Known, Request.NewOid(), []), new byte[4096]));
        Assert.That(
            (answer.Status, answer.FaultCode, answer.FaultReason),
            Is.EqualTo((500, "Receiver", SpoolFull)));
        first.Reset();
        second.Reset();
        await Waiting.UntilAsync(() => OpenSpools() == 0, "they are gone with their senders");
        before.MustBeUnchangedButForAFailureEvent();

        var big = new byte[SpoolLimit - 1];
        var next = await AnswerAsync(RootLast(Request.Iti41Envelope(Known, Request.NewOid(), big), big));
        Assert.That(next.ResponseStatus, Is.EqualTo("Success"), "the quota is given back");
    }

    [Test]
    public async Task A_flood_of_parts_before_the_envelope_is_refused_where_the_quota_ends()
    {
        var before = StoredState.Of(Server);
        var flood = Enumerable.Range(0, 16).Select(_ => new HttpWire(Server.HttpPort)).ToList();
        byte[] part = [.. Request.PartStart("document@attack")[2..], .. new byte[SpoolLimit - 1]];
        var answers = flood.Select(wire => wire.PostAsync(Transactions.RepositoryPath, Request.MtomContentType, 9_999_999, [part])).ToList();
        // No more than two fit as a whole, and none of those is answered: their envelope does not come.
        await Waiting.UntilAsync(() => answers.Count(answer => answer.IsCompleted) >= flood.Count - 2, "all others are refused");
        Assert.That(Server.OpenFiles().Where(IsSpool).Sum(file => file.Length), Is.LessThanOrEqualTo(SpoolQuota));
        foreach (var answer in answers.Where(answer => answer.IsCompleted)) Assert.That((await answer)?.FaultReason, Is.EqualTo(SpoolFull));
        foreach (var wire in flood) wire.Reset();
        await Task.WhenAll(answers);
        await before.MustSoonBeUnchangedAsync();

        var big = new byte[SpoolLimit - 1];
        var next = await AnswerAsync(RootLast(Request.Iti41Envelope(Known, Request.NewOid(), big), big));
        Assert.That(next.ResponseStatus, Is.EqualTo("Success"), "the quota is given back");
    }

    // A spool file has no name, and is only seen among the open files of the process.
    static bool IsSpool((string Name, long Length) file) => file.Name.Contains("/spool/", StringComparison.Ordinal);

    int OpenSpools() => Server.OpenFiles().Count(file => IsSpool(file) && file.Length >= SpoolLimit / 2);

    static Request RootLast(string envelope, byte[] document) => new(
        Transactions.RepositoryPath,
        Request.MtomContentType,
        [.. Request.PartStart("document@attack")[2..], .. document, .. "\r\n"u8, .. Request.MtomStart(envelope), .. Request.MtomEnd]);

    static IEnumerable<byte[]> Endless(byte[] start)
    {
        yield return start;
        var more = new byte[64 * 1024];
        while (true) yield return more;
    }

    Request Spoilt(byte[] partStart) => Valid.With([.. Request.MtomStart(Envelope), .. partStart, .. Document, .. Request.MtomEnd]);

    static TestCaseData Cut(string where, Func<string, int> at) => new TestCaseData(at).SetArgDisplayNames(where);
}
