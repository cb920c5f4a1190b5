using System.Buffers;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

/// <summary>What a feed message allocates from its bytes to its acknowledgement.</summary>
[TestFixture]
public sealed class Hl7AllocationTests
{
    // Measured 3.4 kB: the values of the message as strings.
    const int CheckedBound = 5120;

    // Measured 0.6 kB: the writer, time and control id.
    const int AcknowledgedBound = 840;

    readonly byte[] _bytes = Hl7Samples.Bytes(Hl7Samples.Admission);

    [Test]
    public void Checking_a_usual_message_allocates_its_values_only()
    {
        var message = Read();
        Assert.That(Least(() => PatientIdentityFeed.Read(message, PatientFeedRules.Iti8)), Is.GreaterThan(0).And.LessThan(CheckedBound));
    }

    [Test]
    public void Acknowledging_a_usual_message_allocates_little()
    {
        var message = Read();
        var writer = new AcknowledgementWriter(TimeProvider.System);
        var output = new ArrayBufferWriter<byte>(1024);
        var allocated = Least(() =>
        {
            output.ResetWrittenCount();
            Assert.That(writer.Write(output, message, Acknowledgement.Accepted), Is.True);
        });
        Assert.That(allocated, Is.GreaterThan(0).And.LessThan(AcknowledgedBound));
    }

    Hl7Message Read() => Hl7Message.TryRead(_bytes, Hl7ReadOptions.Default, out var message, out _)
        ? message
        : throw new InvalidOperationException("The sample is not a message.");

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
}
