using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Mtom;

[TestFixture]
public sealed partial class MimePropertyTests
{
    static readonly string[] Fragments =
        ["\r", "\n", "\r\n", "-", "--", "B", "--B", "\r\n--B", "\n--B", "\r\n--B-", "\r\n--Bx", "\r\n--B--x", " ", "\t", "\r\n--B \t x", "a", "\0", "\u00FF"];

    // Content that holds a true delimiter line is not what a sender may send.
    [GeneratedRegex("(^|\n)--B(--)?[ \t]*(\r?\n|\r?$)")]
    private static partial Regex TrueDelimiter();

    static Gen<string> LookAlikes() =>
        Gen.Elements(Fragments).ArrayOf().Select(string.Concat).Where(content => !TrueDelimiter().IsMatch(content + "\r\n"));

    static Gen<int> Sizes() => Gen.Frequency((3, Gen.Choose(1, 12)), (1, Gen.Choose(13, 5000)));

    [Test]
    public void Content_that_looks_like_a_boundary_comes_through()
    {
        var messages =
            from parts in LookAlikes().ArrayOf(3)
            from chunk in Sizes()
            from segment in Sizes()
            select (parts, chunk, segment);
        Prop.ForAll(messages.ToArbitrary(), message =>
        {
            var text = MimeMessage.Of([.. message.parts.Select(content => "\r\n" + content)]);
            var read = MimeMessage.PartsAsync(text, chunk: message.chunk, segment: message.segment).GetAwaiter().GetResult();
            return read.Select(part => part.Content).SequenceEqual(message.parts);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Any_bytes_come_through_writer_and_reader()
    {
        var messages =
            from parts in ArbMap.Default.GeneratorFor<byte[]>().ArrayOf()
            from chunk in Sizes()
            from segment in Sizes()
            select (parts, chunk, segment);
        Prop.ForAll(messages.ToArbitrary(), message =>
            RoundTripAsync(message.parts, message.chunk, message.segment).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Test]
    public void Any_bytes_come_through_the_transfer_encodings()
    {
        var messages =
            from bytes in ArbMap.Default.GeneratorFor<byte[]>()
            from line in Gen.Choose(1, 80)
            from chunk in Sizes()
            select (bytes, line, chunk);
        Prop.ForAll(messages.ToArbitrary(), message =>
        {
            var base64 = string.Join("\r\n", Convert.ToBase64String(message.bytes).Chunk(message.line).Select(line => new string(line)));
            var quoted = string.Join("=\r\n", message.bytes.Select(octet => $"={octet:X2}").Chunk(message.line).Select(octets => string.Concat(octets)));
            var text = MimeMessage.Of(
                "Content-Transfer-Encoding: base64\r\n\r\n" + base64, "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted);
            var read = MimeMessage.PartsAsync(text, chunk: message.chunk, segment: message.chunk).GetAwaiter().GetResult();
            return read.All(part => Encoding.Latin1.GetBytes(part.Content).SequenceEqual(message.bytes));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    static async Task<bool> RoundTripAsync(byte[][] parts, int chunk, int segment)
    {
        var contentType = "";
        var bytes = await Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Mtom, Messages.Action);
            contentType = writer.ContentType;
            writer.BeginEnvelope(SoapHeaders.Request(Messages.Action, "urn:to")).Raw("<q/>"u8);
            writer.EndEnvelope();
            for (var i = 0; i < parts.Length; i++)
                await writer.WriteAttachmentAsync($"{i}@x", "text/plain", new MemoryStream(parts[i]), default);
            writer.Complete();
        });
        var pipe = ChunkedStream.Pipe(bytes, segment, chunk);
        var result = await new SoapMessageReader(new SoapLimits()).ReadAsync(pipe, contentType, SoapMessageKind.Request);
        await using var message = result.Message!;
        foreach (var part in parts)
        {
            var read = await message.ReadNextPartAsync();
            if (!Encoding.Latin1.GetBytes(await MimeMessage.ContentAsync(read!)).SequenceEqual(part))
                return false;
        }

        return await message.ReadNextPartAsync() is null;
    }
}
