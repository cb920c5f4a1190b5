using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Mtom;

[TestFixture]
public sealed class MimeToleranceTests
{
    const string Part = "Content-ID: <1@x>\r\n\r\none";

    static readonly (string?, string)[] One = [("1@x", "one")];

    static IEnumerable<TestCaseData> Variants()
    {
        TestCaseData Case(string name, string message, string? contentType = null) =>
            new TestCaseData(message, contentType ?? MimeMessage.Type()).SetArgDisplayNames(name);
        var plain = MimeMessage.Of(Part);

        yield return Case("as the RFCs have it", plain);
        yield return Case("preamble and epilogue", "This is MIME.\r\n\r\n" + plain + "and this is its end\r\n--B\r\n");
        yield return Case("leading line break", "\r\n" + plain);
        yield return Case("bare LF", plain.Replace("\r\n", "\n"));
        yield return Case("padding behind the boundary", plain.Replace("--B\r\n", "--B \t \r\n").Replace("--B--", "--B-- "));
        yield return Case("no line break at the end", plain.TrimEnd());
        yield return Case("half a line break at the end", plain.TrimEnd() + "\r");
        yield return Case("no start", plain, MimeMessage.Type("boundary=B"));
        yield return Case("blank start", plain, MimeMessage.Type("boundary=B; start=\"\""));
        yield return Case("start without brackets", plain, MimeMessage.Type("boundary=B; start=root@x"));
        yield return Case("nothing but a boundary", plain, "multipart/related; boundary=B");
        yield return Case("quoted boundary, blank at its end", plain, MimeMessage.Type("boundary=\"B \""));
        yield return Case("type text/xml", plain, "multipart/related; type=\"text/xml; charset=utf-8\"; boundary=B");
        yield return Case("type application/soap+xml", plain, "multipart/related; type=application/soap+xml; boundary=B");
        yield return Case("header names in any case", plain.Replace("Content-ID", "CONTENT-id"));
        yield return Case("folded header", plain.Replace("charset=UTF-8; type", "charset=UTF-8;\r\n\t type").Replace("Content-ID: <1", "Content-ID:\r\n <1"));
        yield return Case("Content-ID without brackets", plain.Replace("<1@x>", "1@x"));
        yield return Case("percent-encoded Content-ID", plain.Replace("<1@x>", "<%31%40x>"));
        yield return Case("header without colon", plain.Replace("Content-ID: <1@x>", "nonsense\r\nContent-ID: <1@x>"));
        yield return Case("odd boundary unquoted", plain.Replace("--B", "--uuid:1+id=17='()/?"), "multipart/related; boundary=uuid:1+id=17='()/?");
        yield return Case("part in base64", plain.Replace("\r\n\r\none", "\r\nContent-Transfer-Encoding: BASE64\r\n\r\nb\r\n25\r\n l\r\n"));
        yield return Case("part in quoted-printable", plain.Replace("\r\n\r\none", "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\no=\r\n=6E=65="));
        yield return Case("root in base64", "--B\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Messages.Envelope()), Base64FormattingOptions.InsertLineBreaks)
            + "\r\n--B\r\n" + Part + "\r\n--B--", "multipart/related; boundary=B");
    }

    [TestCaseSource(nameof(Variants))]
    public async Task What_peers_send_is_read(string message, string contentType)
    {
        foreach (var (chunk, segment) in new[] { (1, 1), (3, 16), (4096, 7), (4096, 4096) })
            Assert.That(await MimeMessage.PartsAsync(message, contentType, chunk, segment), Is.EqualTo(One));
    }

    [Test]
    public async Task A_message_split_anywhere_reads_the_same()
    {
        var message = MimeMessage.Of(Part, "\r\n\r\n--B-\r\n--Bo\r\n", "Content-ID: <2@x>\r\n\r\n");
        (string?, string)[] expected = [("1@x", "one"), (null, "\r\n--B-\r\n--Bo\r\n"), ("2@x", "")];
        for (var split = 1; split < message.Length; split++)
        {
            var pipe = ChunkedStream.Pipe(System.Text.Encoding.Latin1.GetBytes(message), 32, split, message.Length);
            var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, MimeMessage.Type(), SoapMessageKind.Request);
            await using var read = result.Message!;
            var parts = new List<(string?, string)>();
            while (await read.ReadNextPartAsync() is { } part)
                parts.Add((part.ContentId, await MimeMessage.ContentAsync(part)));
            Assert.That(parts, Is.EqualTo(expected), $"split at {split}");
        }
    }

    [Test]
    public async Task An_empty_part_may_lack_the_line_break_before_the_boundary()
    {
        var message = MimeMessage.Of("Content-ID: <1@x>\r\n\r\n").Replace("<1@x>\r\n\r\n\r\n--B", "<1@x>\r\n\r\n--B");
        Assert.That(await MimeMessage.PartsAsync(message), Is.EqualTo(new (string?, string)[] { ("1@x", "") }));
    }

    [Test]
    public async Task A_part_that_nobody_reads_is_passed_over()
    {
        var result = await MimeMessage.ReadAsync(MimeMessage.Of("\r\n" + new string('x', 100_000), Part));
        await using var message = result.Message!;
        var skipped = await message.ReadNextPartAsync();
        var read = await message.ReadNextPartAsync();
        Assert.That(await MimeMessage.ContentAsync(read!), Is.EqualTo("one"));
        Assert.That(async () => await skipped!.Content.ReadAsync(new byte[1]), Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Messages_share_the_quota_of_the_spool_and_give_back_what_they_took()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var message = MimeMessage.Of().Replace("--B\r\n" + MimeMessage.Root, "--B\r\nContent-ID: <0@x>\r\n\r\n" + new string('x', 300_000) + "\r\n--B\r\n" + MimeMessage.Root);
            var isLow = false;
            var quota = new SpoolQuota(500_000, () => isLow);
            var limits = new SoapLimits { SpoolFolder = folder.FullName, SpoolQuota = quota };

            var first = await MimeMessage.ReadAsync(message, limits: limits);
            var second = await MimeMessage.ReadAsync(message, limits: limits);
            Assert.That(second.Rejection?.Reason, Is.EqualTo(SoapRejectionReason.SpoolFull));
            Assert.That(quota.TakenBytes, Is.EqualTo(300_000));

            await first.Message!.DisposeAsync();
            Assert.That(quota.TakenBytes, Is.Zero);
            await using (var third = (await MimeMessage.ReadAsync(message, limits: limits)).Message) Assert.That(third, Is.Not.Null);

            isLow = true;
            Assert.That((await MimeMessage.ReadAsync(message, limits: limits)).Rejection?.Reason, Is.EqualTo(SoapRejectionReason.SpoolFull));
            Assert.That(quota.TakenBytes, Is.Zero);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Parts_before_the_root_wait_for_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var large = new string('x', 300_000);
            var message = MimeMessage.Of("Content-ID: <2@x>\r\n\r\ntwo").Replace("--B\r\n" + MimeMessage.Root,
                "--B\r\nContent-ID: <0@x>\r\n\r\n" + large + "\r\n--B\r\n" + Part + "\r\n--B\r\n" + MimeMessage.Root);
            var limits = new SoapLimits { SpoolFolder = folder.FullName };
            var parts = await MimeMessage.PartsAsync(message, limits: limits);
            Assert.That(parts, Is.EqualTo(new (string?, string)[] { ("0@x", large), ("1@x", "one"), ("2@x", "two") }));
            Assert.That(folder.EnumerateFiles(), Is.Empty);

            var tight = await MimeMessage.ReadAsync(message, limits: limits with { MaxBytesBeforeRoot = 300_000 });
            Assert.That(tight.Rejection?.Reason, Is.EqualTo(SoapRejectionReason.MimePartsBeforeRootTooLarge));
            var none = await MimeMessage.ReadAsync(message);
            Assert.That(none.Rejection?.Reason, Is.EqualTo(SoapRejectionReason.MimePartsBeforeRootTooLarge));
            Assert.That(folder.EnumerateFiles(), Is.Empty);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    [TestCase("<1@x>", "1@x")]
    [TestCase(" <1@x> ", "1@x")]
    [TestCase("%3C1%40x%3E", "1@x")]
    [TestCase("urn:uuid:1+2", "urn:uuid:1+2")]
    [TestCase("", "")]
    public void Content_ids_are_compared_in_one_form(string sent, string normalised)
    {
        Assert.That(Wire.Mtom.ContentId.Normalise(sent), Is.EqualTo(normalised));
        Assert.That(Wire.Mtom.ContentId.FromHref("CID:" + sent), Is.EqualTo(normalised));
    }

    [Test]
    public void Only_cid_URLs_point_at_parts()
    {
        Assert.That(Wire.Mtom.ContentId.FromHref("http://x/1"), Is.Null);
        Assert.That(Wire.Mtom.ContentId.FromHref(""), Is.Null);
        Assert.That(Wire.Mtom.ContentId.FromHref(Wire.Mtom.ContentId.ToHref("a b%<c>@x+y")), Is.EqualTo("a b%<c>@x+y"));
    }
}
