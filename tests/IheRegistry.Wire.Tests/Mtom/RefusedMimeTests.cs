using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Mtom;

[TestFixture]
public sealed class RefusedMimeTests
{
    static IEnumerable<TestCaseData> BeforeTheRoot()
    {
        TestCaseData Case(string name, string message, SoapRejectionReason reason, string? contentType = null) =>
            new TestCaseData(message, contentType ?? MimeMessage.Type(), reason).SetArgDisplayNames(name);
        var plain = MimeMessage.Of();

        yield return Case("no boundary parameter", plain, SoapRejectionReason.MimeBoundaryUnusable, "multipart/related");
        yield return Case("empty boundary", plain, SoapRejectionReason.MimeBoundaryUnusable, MimeMessage.Type("boundary=\"\""));
        yield return Case("endless boundary", plain, SoapRejectionReason.MimeBoundaryUnusable, MimeMessage.Type("boundary=" + new string('b', 1000)));
        yield return Case("nothing", "", SoapRejectionReason.MimeTruncated);
        yield return Case("another boundary", plain, SoapRejectionReason.MimeTruncated, MimeMessage.Type("boundary=C"));
        yield return Case("endless preamble", new string('x', 100_000) + "\r\n" + plain, SoapRejectionReason.MimePartHeadersTooLarge);
        yield return Case("endless part header", "--B\r\n" + new string('x', 100_000), SoapRejectionReason.MimePartHeadersTooLarge);
        yield return Case("cut off in the header", "--B\r\nContent-ID: <roo", SoapRejectionReason.MimeTruncated);
        yield return Case("cut off in the root", plain[..^20], SoapRejectionReason.MimeTruncated);
        yield return Case("cut off in the closing boundary", plain[..^4] + "x", SoapRejectionReason.MimeTruncated);
        yield return Case("no part", "--B--\r\n", SoapRejectionReason.MimeRootMissing);
        yield return Case("start that points nowhere", "--B--\r\n", SoapRejectionReason.MimeRootMissing);
        yield return Case("empty root", "--B\r\n\r\n\r\n--B--", SoapRejectionReason.EmptyMessage, MimeMessage.Type("boundary=B"));
        yield return Case("root that is no base64", plain.Replace("Content-ID", "Content-Transfer-Encoding: base64\r\nContent-ID"),
            SoapRejectionReason.MimeTransferEncodingMalformed);
        yield return Case("unknown transfer encoding", plain.Replace("Content-ID", "Content-Transfer-Encoding: gzip\r\nContent-ID"),
            SoapRejectionReason.MimeTransferEncodingUnknown);
    }

    [TestCaseSource(nameof(BeforeTheRoot))]
    public async Task A_message_without_a_whole_root_is_refused(string message, string contentType, SoapRejectionReason reason)
    {
        var result = await MimeMessage.ReadAsync(message, contentType);
        Assert.That(result.Rejection?.Reason, Is.EqualTo(reason));
        Assert.That(result.Rejection!.Packaging, Is.EqualTo(SoapPackaging.Mtom));
    }

    [Test]
    public async Task A_root_beyond_the_limit_is_refused()
    {
        var message = MimeMessage.Of().Replace(">text<", ">" + new string('x', 100_000) + "<");
        var result = await MimeMessage.ReadAsync(message, limits: new SoapLimits { MaxEnvelopeBytes = 50_000 });
        Assert.That(result.Rejection?.Reason, Is.EqualTo(SoapRejectionReason.EnvelopeTooLarge));
    }

    [Test]
    public async Task A_message_cut_off_anywhere_never_ends_a_part()
    {
        var message = MimeMessage.Of("Content-ID: <1@x>\r\n\r\none", "Content-ID: <2@x>\r\n\r\ntwo");
        var root = message.IndexOf("--B\r\nContent-ID: <1", StringComparison.Ordinal);
        for (var length = root; length < message.Length - 2; length++)
        {
            var result = await MimeMessage.ReadAsync(message[..length]);
            if (!result.IsAccepted)
                continue;
            await using var read = result.Message;
            Assert.That(async () => await DrainAsync(read), Throws.TypeOf<MimeTruncatedException>(), $"cut at {length}");
        }
    }

    [Test]
    public async Task The_same_content_id_twice_is_refused()
    {
        var result = await MimeMessage.ReadAsync(MimeMessage.Of("Content-ID: <1@x>\r\n\r\none", "Content-ID: %31@x\r\n\r\ntwo"));
        await using var message = result.Message!;
        Assert.That(async () => await DrainAsync(message),
            Throws.TypeOf<MimeRefusedException>().With.Property("Reason").EqualTo(SoapRejectionReason.MimeDuplicateContentId));
    }

    [Test]
    public async Task More_parts_than_the_limit_are_refused()
    {
        var limits = new SoapLimits { Mime = new MimeLimits { MaxParts = 3 } };
        Assert.That(await MimeMessage.PartsAsync(MimeMessage.Of("\r\n", "\r\n"), limits: limits), Has.Count.EqualTo(2));
        Assert.That(async () => await MimeMessage.PartsAsync(MimeMessage.Of("\r\n", "\r\n", "\r\n"), limits: limits),
            Throws.TypeOf<MimeRefusedException>().With.Property("Reason").EqualTo(SoapRejectionReason.MimeTooManyParts));
    }

    [TestCase("base64", "b25l*")]
    [TestCase("base64", "b25")]
    [TestCase("base64", "b24=b24=")]
    [TestCase("base64", "b2=l")]
    [TestCase("quoted-printable", "=zz")]
    [TestCase("quoted-printable", "a=4")]
    public void A_part_that_is_not_encoded_as_it_says_is_refused(string encoding, string content)
    {
        var part = $"Content-Transfer-Encoding: {encoding}\r\n\r\n{content}";
        Assert.That(async () => await MimeMessage.PartsAsync(MimeMessage.Of(part)),
            Throws.TypeOf<MimeRefusedException>().With.Property("Reason").EqualTo(SoapRejectionReason.MimeTransferEncodingMalformed));
    }

    static async Task DrainAsync(SoapMessage message)
    {
        while (await message.ReadNextPartAsync() is { } part)
            await part.Content.CopyToAsync(Stream.Null);
    }
}
