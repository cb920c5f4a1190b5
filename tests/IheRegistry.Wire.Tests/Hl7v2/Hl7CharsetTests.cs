using System.Text;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class Hl7CharsetTests
{
    // In GB 18030 the second bytes of the first four are \, ^, | and ~; the last one takes four bytes.
    const string Chinese = "\u4e57\u4e5b\u4e85\u4e8a\u738b\u5c0f\u660e\ud840\udc00";

    [TestCase("UNICODE UTF-8", "\u738b\u00e9")]
    [TestCase("UNICODE", "\u738b\u00e9")]
    [TestCase("8859/1", "\u00e9\u00ff")]
    [TestCase("8859/2", "\u0151")]
    [TestCase("8859/5", "\u0416")]
    [TestCase("8859/9", "\u011f")]
    [TestCase("8859/15", "\u20ac")]
    [TestCase("GB 18030-2000", Chinese)]
    [TestCase("GB18030", Chinese)]
    [TestCase("BIG-5", "\u529f\u8a31")]
    [TestCase("KS X 1001", "\uac00")]
    public void Text_is_read_in_the_character_set_that_the_header_names(string name, string text)
    {
        var charset = Hl7Charset.Find(name)!;
        var message = Hl7Samples.Read(charset.Encoding.GetBytes(Named(name, text)));
        Assert.That(message.Charset, Is.SameAs(charset));
        Assert.That(message["PID"][5][1].Text, Is.EqualTo(text));
        Assert.That(message["PID"][5][2].Text, Is.EqualTo("Given"));
        Assert.That(message["PID"][8].Text, Is.EqualTo("F"));
    }

    [Test]
    public void The_sample_has_delimiters_inside_its_characters()
    {
        var bytes = Hl7Charset.Gb18030.Encoding.GetBytes(Chinese);
        foreach (var delimiter in "\\^|~"u8.ToArray()) Assert.That(bytes, Has.One.EqualTo(delimiter));
    }

    [Test]
    public void Chinese_text_before_the_character_sets_name_does_not_hide_it()
    {
        var text = $"MSH|^~\\&|{Chinese}|{Chinese}|||||ADT^A01|1|P|2.5||||||GB18030\rPID|||1||{Chinese}\r";
        var message = Hl7Samples.Read(Hl7Charset.Gb18030.Encoding.GetBytes(text));
        Assert.That(message.Header[4].Text, Is.EqualTo(Chinese));
        Assert.That(message["PID"][5].Text, Is.EqualTo(Chinese));
    }

    [Test]
    public void Bytes_that_are_escaped_are_of_the_character_set_as_sent() =>
        Assert.That(
            Hl7Samples.Read(Hl7Charset.Gb18030.Encoding.GetBytes(Named("GB18030", "\u738b\\XCDF5\\")))["PID"][5][1].Text,
            Is.EqualTo("\u738b\u738b"));

    [TestCase(""), TestCase("ASCII")]
    public void Without_a_name_text_is_utf8_if_it_can_be(string name)
    {
        var message = Hl7Samples.Read(Named(name, "\u738b"));
        Assert.That(message["PID"][5][1].Text, Is.EqualTo("\u738b"));
        Assert.That(message.Charset, Is.SameAs(Hl7Charset.Utf8));
    }

    [Test]
    public void Without_a_name_text_that_cannot_be_utf8_is_of_the_configured_character_set()
    {
        var latin = Encoding.Latin1.GetBytes(Named("", "M\u00fcller"));
        Assert.That(Hl7Samples.Read(latin)["PID"][5][1].Text, Is.EqualTo("M\u00fcller"));
        var chinese = Hl7Charset.Gb18030.Encoding.GetBytes(Named("", Chinese));
        var options = new Hl7ReadOptions { FallbackCharset = Hl7Charset.Gb18030 };
        Assert.That(Hl7Samples.Read(chinese, options)["PID"][5][1].Text, Is.EqualTo(Chinese));
    }

    [Test]
    public void An_unknown_name_does_no_harm_to_ascii_and_utf8()
    {
        Assert.That(Hl7Samples.Read(Named("code1~code2", "Muller"))["PID"][5][1].Text, Is.EqualTo("Muller"));
        Assert.That(Hl7Samples.Read(Named("UTF-X", "M\u00fcller"))["PID"][5][1].Text, Is.EqualTo("M\u00fcller"));
        Assert.That(
            Hl7Samples.Refusal(Encoding.Latin1.GetBytes(Named("8859/99", "M\u00fcller"))), Is.EqualTo(Hl7Refusal.UnknownCharset));
    }

    [TestCase("UNICODE UTF-8"), TestCase("GB18030")]
    public void Bytes_that_are_no_characters_are_refused(string name)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes(Named(name, "")), .. "ZZZ|"u8, 0xFF, (byte)'|', (byte)'\r'];
        Assert.That(Hl7Samples.Refusal(bytes), Is.EqualTo(Hl7Refusal.InvalidCharacters));
    }

    // The bytes of the second one are a component and a field separator.
    const string Japanese = "\u5c71\u6eef";

    [TestCase("~ISO IR87"), TestCase("ISO IR14~ISO IR87"), TestCase("ISO IR87"), TestCase("ISO IR6~ISO IR14~ISO IR87")]
    public void Japanese_is_switched_to_and_back(string name)
    {
        var bytes = Hl7Charset.IsoIr87.Encoding.GetBytes(Named(name, Japanese).Replace("A|B", $"{Japanese}|B", StringComparison.Ordinal));
        Assert.That(bytes.AsSpan().IndexOf("^|\u001B"u8), Is.Positive);
        var message = Hl7Samples.Read(bytes);
        Assert.That(message.Charset, Is.SameAs(Hl7Charset.IsoIr87));
        Assert.That(message.Header[3].Text, Is.EqualTo(Japanese));
        Assert.That(message["PID"][5][1].Text, Is.EqualTo(Japanese));
        Assert.That(message["PID"][8].Text, Is.EqualTo("F"));
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        new AcknowledgementWriter(TimeProvider.System).Write(output, message, Acknowledgement.Accepted);
        Assert.That(Hl7Samples.Read(output.WrittenSpan.ToArray()).Header[5].Text, Is.EqualTo(Japanese));
    }

    [Test]
    public void Japanese_that_is_not_used_does_no_harm() =>
        Assert.That(Hl7Samples.Read(Named("~ISO IR87", "Muller"))["PID"][5][1].Text, Is.EqualTo("Muller"));

    [Test]
    public void The_first_of_several_names_counts() =>
        Assert.That(
            Hl7Samples.Read(Encoding.Latin1.GetBytes(Named("8859/1~UNICODE UTF-8", "\u00e9")))["PID"][5][1].Text, Is.EqualTo("\u00e9"));

    static string Named(string charset, string family) =>
        $"MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5||||||{charset}\rPID|||1^^^&1.2&ISO||{family}^Given||19800101|F\r";
}
