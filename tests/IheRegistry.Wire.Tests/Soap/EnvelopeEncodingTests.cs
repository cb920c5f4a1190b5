using System.Text;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class EnvelopeEncodingTests
{
    const string Body = "<q>王小明 Müller</q>";

    static byte[] Encoded(string encoding, string declaration, bool mark)
    {
        var code = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        var bytes = code.GetBytes(declaration + Messages.Envelope(body: Body));
        return mark ? [.. code.GetPreamble(), .. bytes] : bytes;
    }

    [TestCase("utf-8", "", "", false)]
    [TestCase("utf-8", "", "", true)]
    [TestCase("utf-8", "<?xml version=\"1.0\"?>", "", true)]
    [TestCase("utf-8", "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>", "utf-8", false)]
    [TestCase("utf-8", "<?xml version='1.0' encoding='ISO-8859-1'?>", "UTF-8", false)]
    [TestCase("utf-16", "", "", true)]
    [TestCase("utf-16", "", "", false)]
    [TestCase("utf-16", "<?xml version='1.0' encoding='UTF-16'?>", "utf-16", true)]
    [TestCase("utf-16", "<?xml version='1.0' encoding='UTF-16'?>", "utf-16", false)]
    [TestCase("utf-16BE", "<?xml version='1.0' encoding='UTF-16'?>", "utf-16", false)]
    [TestCase("utf-16BE", "", "", true)]
    [TestCase("utf-32", "", "", true)]
    [TestCase("gb18030", "<?xml version='1.0' encoding='GB18030'?>", "", false)]
    [TestCase("gb18030", "", "GB18030", false)]
    public async Task An_envelope_is_read_in_the_encoding_it_says(string encoding, string declaration, string charset, bool mark)
    {
        var contentType = charset.Length == 0 ? "application/soap+xml" : $"application/soap+xml; charset={charset}";
        var result = await Messages.ReadAsync(Encoded(encoding, declaration, mark), contentType);

        Assert.That(result.Rejection, Is.Null);
        await using var message = result.Message!;
        Assert.That(message.ReadBody(xml => xml.ReadElementContentAsString(), out var text), Is.Null);
        Assert.That(text, Is.EqualTo("王小明 Müller"));
        Assert.That(Encoding.UTF8.GetString(message.Envelope.Span), Is.EqualTo(Messages.Envelope(body: Body)));
    }

    [Test]
    public async Task Latin_1_is_known()
    {
        var bytes = Encoding.Latin1.GetBytes(Messages.Envelope(body: "<q>Müller</q>"));
        var result = await Messages.ReadAsync(bytes, "application/soap+xml; charset=iso-8859-1");
        await using var message = result.Message!;
        message.ReadBody(xml => xml.ReadElementContentAsString(), out var text);
        Assert.That(text, Is.EqualTo("Müller"));
    }

    [TestCase("application/soap+xml; charset=klingon", SoapRejectionReason.UnsupportedCharset)]
    [TestCase("application/soap+xml; charset=utf-7", SoapRejectionReason.UnsupportedCharset)]
    [TestCase("application/soap+xml; charset=utf-8", SoapRejectionReason.NotWellFormed)]
    public async Task Bytes_that_are_not_text_are_refused(string contentType, SoapRejectionReason reason)
    {
        var bytes = Encoding.Latin1.GetBytes(Messages.Envelope(body: "<q>Müller</q>"));
        Assert.That((await Messages.RejectionAsync(bytes, contentType))?.Reason, Is.EqualTo(reason));
    }
}
