using System.Text;
using System.Xml.Linq;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Mtom;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class SoapMessageWriterTests
{
    static readonly XNamespace Soap = SoapNamespaces.Soap12;
    static readonly XNamespace Addressing = SoapNamespaces.Addressing;

    [Test]
    public async Task A_request_carries_what_appendix_V_asks_for()
    {
        var header = await HeaderOfAsync(SoapHeaders.Request(Messages.Action, "http://localhost/a?b&c") with
        {
            Blocks = "<w:Security xmlns:w=\"urn:w\"/>"u8.ToArray(),
        });
        Assert.That(header.Element(Addressing + "Action")!.Value, Is.EqualTo(Messages.Action));
        Assert.That(header.Element(Addressing + "Action")!.Attribute(Soap + "mustUnderstand")!.Value, Is.EqualTo("1"));
        Assert.That(header.Element(Addressing + "MessageID")!.Value, Does.Match("^urn:uuid:[0-9a-f-]{36}$"));
        Assert.That(header.Element(Addressing + "To")!.Value, Is.EqualTo("http://localhost/a?b&c"));
        Assert.That(header.Element(Addressing + "ReplyTo")!.Element(Addressing + "Address")!.Value, Is.EqualTo(SoapNamespaces.AnonymousAddress));
        Assert.That(header.Elements().Last().Name.LocalName, Is.EqualTo("Security"));
    }

    [Test]
    public async Task An_answer_relates_to_its_question()
    {
        var header = await HeaderOfAsync(SoapHeaders.Response("urn:r", "urn:uuid:1"));
        Assert.That(header.Element(Addressing + "RelatesTo")!.Value, Is.EqualTo("urn:uuid:1"));
        Assert.That(header.Element(Addressing + "To")!.Value, Is.EqualTo(SoapNamespaces.AnonymousAddress));
        Assert.That(header.Element(Addressing + "ReplyTo"), Is.Null);
    }

    [Test]
    public async Task Binary_content_goes_inline_into_a_simple_message()
    {
        var document = new byte[200_000];
        new Random(1).NextBytes(document);
        var bytes = await Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Simple, "urn:r");
            var xml = writer.BeginEnvelope(SoapHeaders.Response("urn:r", null));
            xml.StartElement("d"u8);
            await writer.WriteBase64Async(new ChunkedStream(document, 1, 1000, 7, 100_000), default);
            xml.EndElement("d"u8);
            writer.EndEnvelope();
            writer.Complete();
        });
        var envelope = XElement.Load(new MemoryStream(bytes));
        Assert.That(Convert.FromBase64String(envelope.Descendants("d").Single().Value), Is.EqualTo(document));
    }

    [Test]
    public async Task A_content_type_cannot_smuggle_in_a_header_field()
    {
        var bytes = await Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Mtom, "urn:r");
            writer.BeginEnvelope(SoapHeaders.Response("urn:r", null)).Raw("<q/>"u8);
            writer.EndEnvelope();
            await writer.WriteAttachmentAsync("1@x", "text/plain\r\nContent-ID: <2@x>\r\n\r\nx", Stream.Null, default);
            writer.Complete();
        });
        Assert.That(Encoding.Latin1.GetString(bytes), Does.Contain("\r\nContent-Type: text/plainContent-ID: <2@x>x\r\n"));
    }

    [Test]
    public async Task Boundaries_differ_from_message_to_message()
    {
        var contentTypes = new HashSet<string>();
        await Messages.WrittenAsync(pipe =>
        {
            for (var i = 0; i < 10; i++)
                contentTypes.Add(SoapMessageWriter.Create(pipe, SoapPackaging.Mtom, "urn:r").ContentType);
            return Task.CompletedTask;
        });
        Assert.That(contentTypes, Has.Count.EqualTo(10));
    }

    static async Task<XElement> HeaderOfAsync(SoapHeaders headers)
    {
        var bytes = await Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Simple, headers.Action);
            writer.BeginEnvelope(headers).Raw("<q/>"u8);
            writer.EndEnvelope();
            writer.Complete();
        });
        return XElement.Load(new MemoryStream(bytes)).Element(Soap + "Header")!;
    }
}
