using System.Buffers;
using System.Text;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

/// <summary>Made-up messages and short ways to read and write them.</summary>
static class Hl7Samples
{
    public const string Admission =
        "MSH|^~\\&|ADT_SRC|NORTH|REG|SOUTH|20260101120000+0000||ADT^A01^ADT_A01|MSG-0001|P|2.5\r"
        + "EVN|A01|20260101120000+0000\r"
        + "PID|1||4711^^^&1.3.6.1.4.1.21367.13.20.1000&ISO^PI~M-17^^^NORTH^MR||Specimen^Ada^Maria^^^^L||19800229|F|||"
        + "1 Main St^^Springfield^XX^12345^US^H||^PRN^PH^^^555^0100|||S|||\r"
        + "NK1|1|Specimen^Bob|SPO|1 Main St^^Springfield^XX^12345^US^H|^PRN^PH^^^555^0101\r"
        + "PV1|1|I|W1^101^A|R||||0001^Doctor^Dora\r";

    public const string Merge =
        "MSH|^~\\&|ADT_SRC|NORTH|REG|SOUTH|20260101120000+0000||ADT^A40^ADT_A39|MSG-0002|P|2.3.1\r"
        + "EVN|A40|20260101120000+0000\r"
        + "PID|||4711^^^&1.2.3&ISO||Specimen^Ada\r"
        + "MRG|4712^^^&1.2.3&ISO\r";

    public static byte[] Bytes(string message) => Encoding.UTF8.GetBytes(message);

    public static Hl7Message Read(string message) => Read(Bytes(message));

    public static Hl7Message Read(byte[] message, Hl7ReadOptions? options = null)
    {
        var isRead = Hl7Message.TryRead(message, options ?? Hl7ReadOptions.Default, out var read, out var refusal);
        Assert.That(refusal, Is.EqualTo(Hl7Refusal.None));
        Assert.That(isRead, Is.True);
        return read!;
    }

    public static Hl7Refusal Refusal(byte[] message, Hl7ReadOptions? options = null)
    {
        var isRead = Hl7Message.TryRead(message, options ?? Hl7ReadOptions.Default, out var read, out var refusal);
        Assert.That(isRead, Is.EqualTo(refusal == Hl7Refusal.None));
        Assert.That(read, isRead ? Is.Not.Null : Is.Null);
        return refusal;
    }

    public static string Write(Action<Hl7Writer> write) => Encoding.UTF8.GetString(Write(write, Hl7Delimiters.Default, Hl7Charset.Utf8));

    public static byte[] Write(Action<Hl7Writer> write, Hl7Delimiters delimiters, Hl7Charset charset)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new Hl7Writer(output, delimiters, charset);
        write(writer);
        writer.End();
        return output.WrittenSpan.ToArray();
    }
}
