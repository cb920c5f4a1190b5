using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Soap;

[TestFixture]
public sealed class SoapAllocationTests
{
    // Measured 1.3 kB: strings of the header, the message, the pool's traffic. A new XML reader or a buffer of its own would show.
    const int Bound = 2 * 1024;

    // Measured 5.6 kB: the same, boundary and Content-Type, headers and streams of two parts.
    const int MtomBound = 8 * 1024;

    // Measured 0.6 kB: the writers and the Content-Type.
    const int AnswerBound = 1024;

    [Test]
    public void Reading_a_request_of_9_kB_allocates_little()
    {
        var slots = string.Concat(Enumerable.Range(0, 100).Select(i => $"<rim:Slot name=\"$XDSDocumentEntry{i}\"><rim:Value>('x')</rim:Value></rim:Slot>"));
        var bytes = Encoding.UTF8.GetBytes(Messages.Envelope(body: $"<q xmlns:rim=\"urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0\">{slots}</q>"));
        Assert.That(bytes, Has.Length.InRange(8_000, 10_000));

        var reader = new SoapMessageReader(new SoapLimits());
        var allocated = Enumerable.Range(0, 100).Select(_ => AllocatedBy(reader, bytes)).Min();
        TestContext.Out.WriteLine($"{allocated} bytes");
        Assert.That(allocated, Is.LessThan(Bound));
    }

    [Test]
    public void Reading_an_MTOM_request_with_a_part_of_2_kB_allocates_little()
    {
        var contentType = "";
        var bytes = Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Mtom, Messages.Action);
            contentType = writer.ContentType;
            writer.BeginEnvelope(SoapHeaders.Request(Messages.Action, "urn:to")).Raw("<q/>"u8);
            writer.EndEnvelope();
            await writer.WriteAttachmentAsync("1@x", "text/plain", new MemoryStream(new byte[2048]), default);
            writer.Complete();
        }).GetAwaiter().GetResult();
        var reader = new SoapMessageReader(new SoapLimits());
        var content = new byte[4096];

        var allocated = Least(() =>
        {
            var pipe = PipeReader.Create(new ReadOnlySequence<byte>(bytes));
            var message = reader.ReadAsync(pipe, contentType, SoapMessageKind.Request).GetAwaiter().GetResult().Message!;
            message.ReadBody(static xml => xml.Read() ? "" : null, out _);
            var part = message.ReadNextPartAsync().GetAwaiter().GetResult()!;
            while (part.Content.ReadAsync(content).GetAwaiter().GetResult() > 0)
            {
            }

            Assert.That(message.ReadNextPartAsync().GetAwaiter().GetResult(), Is.Null);
            message.DisposeAsync().GetAwaiter().GetResult();
        });
        Assert.That(allocated, Is.GreaterThan(0).And.LessThan(MtomBound));
    }

    [Test]
    public void Writing_an_answer_allocates_little()
    {
        var pipe = PipeWriter.Create(Stream.Null);
        var allocated = Least(() =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Simple, Messages.Action);
            writer.BeginEnvelope(SoapHeaders.Response(Messages.Action, "urn:uuid:1")).Raw("<answer/>"u8);
            writer.EndEnvelope();
            writer.Complete();
            pipe.FlushAsync().GetAwaiter().GetResult();
        });
        Assert.That(allocated, Is.GreaterThan(0).And.LessThan(AnswerBound));
    }

    [Test]
    public async Task A_large_part_passes_in_constant_memory()
    {
        const int Size = 64 * 1024 * 1024;
        var contentType = "";
        var bytes = await Messages.WrittenAsync(async pipe =>
        {
            var writer = SoapMessageWriter.Create(pipe, SoapPackaging.Mtom, Messages.Action);
            contentType = writer.ContentType;
            writer.BeginEnvelope(SoapHeaders.Request(Messages.Action, "urn:to")).Raw("<q/>"u8);
            writer.EndEnvelope();
            await writer.WriteAttachmentAsync("1@x", "text/plain", new MemoryStream(new byte[Size]), default);
            writer.Complete();
        });
        var pipe = PipeReader.Create(new MemoryStream(bytes), new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        var buffer = new byte[64 * 1024];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ReadPart(pipe, contentType, buffer);
        Assert.That(read, Is.EqualTo(Size));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(1024 * 1024));
    }

    // The first runs fill pools and caches.
    static long Least(Action run)
    {
        var least = Enumerable.Range(0, 100).Select(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            run();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }).Min();
        TestContext.Out.WriteLine($"{least} bytes");
        return least;
    }

    // Nothing waits here, so all of it runs on one thread.
    static long ReadPart(PipeReader pipe, string contentType, byte[] buffer)
    {
        var reader = new SoapMessageReader(new SoapLimits());
        var message = reader.ReadAsync(pipe, contentType, SoapMessageKind.Request).GetAwaiter().GetResult().Message!;
        var part = message.ReadNextPartAsync().GetAwaiter().GetResult()!;
        long total = 0;
        int count;
        while ((count = part.Content.ReadAsync(buffer).GetAwaiter().GetResult()) > 0)
            total += count;
        return total;
    }

    static long AllocatedBy(SoapMessageReader reader, byte[] bytes)
    {
        var pipe = PipeReader.Create(new ReadOnlySequence<byte>(bytes));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = reader.ReadAsync(pipe, Messages.SimpleType, SoapMessageKind.Request).GetAwaiter().GetResult();
        var rejection = result.Message!.ReadBody(static xml =>
        {
            var count = 0;
            while (xml.Read() && xml.Depth > 2)
                count++;
            return count;
        }, out var nodes);
        result.Message.DisposeAsync().GetAwaiter().GetResult();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(rejection, Is.Null);
        Assert.That(nodes, Is.GreaterThan(200));
        return allocated;
    }
}
