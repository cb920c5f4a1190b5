using System.Text;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Mtom;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class SoapMessageReaderTests
{
    [Test]
    public async Task A_simple_request_yields_its_addressing_and_its_body()
    {
        var result = await Messages.ReadAsync(Messages.Envelope());

        Assert.That(result.Rejection, Is.Null);
        await using var message = result.Message!;
        Assert.That(message.Packaging, Is.EqualTo(SoapPackaging.Simple));
        Assert.That(message.IsFault, Is.False);
        Assert.That(message.Addressing, Is.EqualTo(new WsAddressing
        {
            Action = Messages.Action,
            MessageId = "urn:uuid:1",
            To = "http://localhost/xds/registry",
            ReplyTo = SoapNamespaces.AnonymousAddress,
            ActionMustBeUnderstood = true,
        }));
        Assert.That(message.Addressing.IsAnsweredOnConnection);
        Assert.That(message.ReadBody(xml => xml.ReadElementContentAsString("q", "urn:q"), out var body), Is.Null);
        Assert.That(body, Is.EqualTo("text"));
        Assert.That(await message.ReadNextPartAsync(), Is.Null);
    }

    [Test]
    public async Task A_request_split_anywhere_reads_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='UTF-8'?>\n" + Messages.Envelope(body: "<q xmlns=\"urn:q\">病历</q>"));
        for (var split = 1; split < bytes.Length; split++)
        {
            var pipe = ChunkedStream.Pipe(bytes, 64, split, bytes.Length);
            var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, Messages.SimpleType, SoapMessageKind.Request);
            Assert.That(result.Rejection, Is.Null);
            await using var message = result.Message!;
            message.ReadBody(xml => xml.ReadElementContentAsString(), out var body);
            Assert.That(body, Is.EqualTo("病历"));
        }
    }
}
