using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

/// <summary>Whatever bytes come, they end in values and answers.</summary>
[TestFixture]
public sealed class HostileMessageTests
{
    static readonly string[] Samples =
    [
        Hl7Samples.Admission,
        Hl7Samples.Merge,
        "MSH|^~\\&|A|B|C|D|2026||QBP^Q23^QBP_Q21|1|P|2.5||||||GB18030\rQPD|N|T|1^^^A&1.2&ISO|^^^B~^^^C\rRCP|I\r",
        "MSH|^~\\&#|A|B|C|D|2026||QBP^ZV1^QBP_Q21|1|P|2.7||||||~ISO IR87\r"
            + "QPD|N|T|@PID.5.1^\u001B$BEP@\u001B(B~@PV1.3.2^3~@PID.3.1^1~@PID.3.4.1^A|||||^^^A\rRCP|I|10^RD\rDSC|p|I\r",
        "MSH|^~\\&|A|B|C|D|2026||QCN^J01^QCN_J01|1|P|2.5||||||8859/1\rQID|T|N\r",
        "MSH|^~\\&|A|B|C|D|2026||ADT^A24^ADT_A24|1|P|2.5||||||BIG-5\rPID|||1^^^A\rPV1||I|W^1^2^N&1&ISO\rPID|||2^^^B||\\X4142\\\\C2842\\\r",
    ];

    [Test]
    public void Changed_bytes_of_messages_never_throw_past_the_codec()
    {
        var changes = Gen.Zip(Gen.Choose(0, 1000), Gen.Elements("|^~\\&#\r\n\"\u0000\u001B\u00ff\u0081\u000B\u001C0AZ@.".Select(c => (byte)c).ToArray())).ListOf();
        foreach (var sample in Samples)
        {
            var original = Hl7Samples.Bytes(sample);
            Prop.ForAll(changes.ToArbitrary(), list =>
            {
                var bytes = (byte[])original.Clone();
                foreach (var (place, value) in list) bytes[place % bytes.Length] = value;
                Take(bytes);
            }).QuickCheckThrowOnFailure();
        }
    }

    [Test]
    public void Reference_messages_never_throw_past_the_codec()
    {
        if (SourceTree.SharedPathOf("standards", "messages", "hl7v2") is not { } folder)
        {
            Assert.Ignore("The reference messages are not there.");
            return;
        }

        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            Take(bytes);
            Take(bytes[..(bytes.Length / 2)]);
        }
    }

    static void Take(byte[] bytes)
    {
        var output = new ArrayBufferWriter<byte>();
        var acknowledgements = new AcknowledgementWriter(TimeProvider.System);
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
        {
            acknowledgements.WriteRejection(output, bytes, refusal.ToProblem());
            return;
        }

        var feed = PatientIdentityFeed.Read(message, PatientFeedRules.All);
        acknowledgements.Write(output, message, Acknowledgement.Of(feed.Problems));
        var pix = PixQueryReader.Read(message);
        var pdq = PdqQueryReader.Read(message);
        var cancellation = PdqCancellationReader.Read(message);
        Assert.That(pix.Value is null, Is.EqualTo(pix.Problems.Count > 0));
        Assert.That(pdq.Value is null, Is.EqualTo(pdq.Problems.Count > 0));
        Assert.That(cancellation.Value is null, Is.EqualTo(cancellation.Problems.Count > 0));
        var responses = new QueryResponseWriter(TimeProvider.System);
        output.ResetWrittenCount();
        responses.WriteRefusal(output, message, pix.Problems);
        Assert.That(Hl7Message.TryReadHeader(output.WrittenMemory.ToArray(), out _));
        responses.Write(output, message, new PixAnswer(PixOutcome.NoneFound));
        responses.Write(output, message, new PdqAnswer(PdqOutcome.NoneFound));
        message.WriteTo(output);
    }
}
