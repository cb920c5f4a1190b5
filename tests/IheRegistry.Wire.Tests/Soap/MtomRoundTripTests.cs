using System.Text;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Mtom;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class MtomRoundTripTests
{
    [Test]
    public async Task What_the_writer_packs_the_reader_unpacks()
    {
        byte[][] documents = [[], Encoding.UTF8.GetBytes("\r\n--MIME\r\nlook-alike\r\n"), new byte[200_000]];
        Random.Shared.NextBytes(documents[2]);
        var (bytes, contentType) = await WriteAsync(documents);

        foreach (var chunk in new[] { 1, 7, 4096, 1 << 20 })
        {
            var pipe = ChunkedStream.Pipe(bytes, 4096, chunk);
            var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, contentType, SoapMessageKind.Request);
            Assert.That(result.Rejection, Is.Null);
            await using var message = result.Message!;
            Assert.That(message.Packaging, Is.EqualTo(SoapPackaging.Mtom));
            Assert.That(message.ReadBody(ReadHrefs, out var hrefs), Is.Null);
            foreach (var document in documents)
            {
                var part = await message.ReadNextPartAsync();
                Assert.That(part!.ContentId, Is.EqualTo(hrefs!.Dequeue()));
                Assert.That(part.ContentType, Is.EqualTo("application/octet-stream"));
                using var content = new MemoryStream();
                await part.Content.CopyToAsync(content);
                Assert.That(content.ToArray(), Is.EqualTo(document));
            }

            Assert.That(await message.ReadNextPartAsync(), Is.Null);
        }
    }

    [Test]
    public async Task A_message_that_is_not_completed_is_seen_to_be_truncated()
    {
        var (bytes, contentType) = await WriteAsync([[1, 2, 3]]);
        var cut = bytes.AsSpan().LastIndexOf("\r\n--"u8);
        for (var length = cut; length < bytes.Length - 3; length++)
        {
            var pipe = ChunkedStream.Pipe(bytes[..length], 4096, 4096);
            var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, contentType, SoapMessageKind.Request);
            await using var message = result.Message!;
            var part = await message.ReadNextPartAsync();
            Assert.That(async () => await part!.Content.CopyToAsync(Stream.Null), Throws.TypeOf<MimeTruncatedException>());
        }
    }

    static async Task<(byte[] Bytes, string ContentType)> WriteAsync(byte[][] documents)
    {
        var contentType = "";
        var bytes = await Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Mtom, Messages.Action);
            contentType = writer.ContentType;
            var xml = writer.BeginEnvelope(SoapHeaders.Request(Messages.Action, "http://localhost/xds/repository"));
            xml.StartElement("documents"u8);
            for (var i = 0; i < documents.Length; i++)
                XopInclude.Write(xml, $"doc {i}@test");
            xml.EndElement("documents"u8);
            writer.EndEnvelope();
            for (var i = 0; i < documents.Length; i++)
                await writer.WriteAttachmentAsync($"doc {i}@test", "application/octet-stream", new MemoryStream(documents[i]), default);
            writer.Complete();
        });
        return (bytes, contentType);
    }

    static Queue<string?> ReadHrefs(System.Xml.XmlDictionaryReader xml)
    {
        var hrefs = new Queue<string?>();
        xml.ReadStartElement("documents");
        while (XopInclude.TryReadHref(xml, out var href))
            hrefs.Enqueue(ContentId.FromHref(href));
        return hrefs;
    }
}
