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
    const int Bound = 3 * 1024;

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

    static long AllocatedBy(SoapMessageReader reader, byte[] bytes)
    {
        var pipe = PipeReader.Create(new ReadOnlySequence<byte>(bytes));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = reader.ReadAsync(pipe, Messages.SimpleType, null, SoapMessageKind.Request).GetAwaiter().GetResult();
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
