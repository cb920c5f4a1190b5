using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Xml;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Xml;

[TestFixture]
public sealed class Utf8XmlWriterTests
{
    static string Written(Action<Utf8XmlWriter> write)
    {
        var output = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(output);
        write(xml);
        xml.Flush();
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    /// <summary>What XML 1.0 can express of a string.</summary>
    static string Expressible(string text)
    {
        var valid = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return string.Concat(valid.Select(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c) ? c : '\uFFFD'));
    }

    [Test]
    public void Elements_attributes_text_and_fragments_go_together()
    {
        var text = Written(xml =>
        {
            xml.StartElement("a"u8);
            xml.Attribute("b"u8, "1 < 2 & \"3\"");
            xml.Attribute("c"u8, 42);
            xml.StartElement("d"u8);
            xml.EndElement("d"u8);
            xml.Raw("<e/>"u8);
            xml.Element("f"u8, "]]>");
            xml.Text(-7);
            xml.EndElement("a"u8);
        });
        Assert.That(text, Is.EqualTo("<a b=\"1 &lt; 2 &amp; &quot;3&quot;\" c=\"42\"><d/><e/><f>]]&gt;</f>-7</a>"));
    }

    [Test]
    public void Any_text_reads_back_as_far_as_XML_can_express_it()
    {
        var texts = Gen.OneOf(
            ArbMap.Default.GeneratorFor<string>().Where(text => text is not null),
            Gen.Elements("\u0000", "\u001F", "\uFFFE", "\uFFFF", "\uFFFD", "\uD800", "\uDC00", "😀", "\r", "\n", "\t", "]]>", "&", "<", "\"", "'", "ﾊ", "病")
                .ArrayOf().Select(string.Concat));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            var element = XElement.Parse(Written(xml =>
            {
                xml.StartElement("a"u8);
                xml.Attribute("b"u8, text);
                xml.Attribute("c"u8, utf8);
                xml.StartElement("d"u8);
                xml.Text(text);
                xml.EndElement("d"u8);
                xml.StartElement("e"u8);
                xml.Text(utf8);
                xml.EndElement("e"u8);
                xml.EndElement("a"u8);
            }), LoadOptions.PreserveWhitespace);
            var expected = Expressible(text);
            return element.Attribute("b")!.Value == expected && element.Attribute("c")!.Value == expected
                && element.Element("d")!.Value == expected && element.Element("e")!.Value == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Test]
    public void Text_longer_than_any_buffer_comes_through()
    {
        var text = string.Concat(Enumerable.Repeat("病<a&😀", 10_000));
        var element = XElement.Parse(Written(xml =>
        {
            xml.Element("a"u8, text);
        }));
        Assert.That(element.Value, Is.EqualTo(text));
    }

    [Test]
    public void Base64_in_pieces_of_three_joins_up()
    {
        var bytes = new byte[10_000];
        new Random(1).NextBytes(bytes);
        var text = Written(xml =>
        {
            xml.Base64(bytes.AsSpan(0, 3000));
            xml.Base64(bytes.AsSpan(3000));
        });
        Assert.That(Convert.FromBase64String(text), Is.EqualTo(bytes));
    }
}
