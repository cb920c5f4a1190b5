using System.Buffers;
using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Wire.Cda;
using IheRegistry.Wire.Xml;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Cda;

/// <summary>Narratives come out in the shape of the schema, with all their text and nothing that runs.</summary>
[TestFixture]
public sealed class NarrativeTests
{
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    static readonly string[] Names =
    [
        "content", "linkHtml", "sub", "sup", "br", "footnote", "footnoteRef", "renderMultiMedia", "paragraph", "list", "item", "caption", "table",
        "col", "colgroup", "thead", "tfoot", "tbody", "tr", "th", "td", "div", "h:p", "unknown",
    ];

    static readonly string[] Attributes =
    [
        "", " ID='a'", " styleCode='Bold Italics'", " styleCode='%'", " language='en-US'", " align='left'", " align='everywhere'", " listType='ordered'",
        " href='https://example.org/'", " href='javascript:x()'", " href='#a'", " IDREF='a'", " referencedObject='a'", " onclick='x()'", " rowspan='2'",
        " headers='a'", " revised='delete'",
    ];

    [TestCase("<paragraph>One</paragraph><list><item>Two</item></list>")]
    [TestCase("<table><caption>C</caption><thead><tr><th>A</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table>")]
    [TestCase("a<br />b &amp; c &lt; d")]
    [TestCase("<content styleCode=\"Bold\">x</content><linkHtml href=\"https://example.org/\">y</linkHtml>")]
    public void What_the_schema_allows_stays_as_it_is(string text) => Assert.That(Fitted(text), Is.EqualTo(text));

    [TestCase("<table><tbody><tr><td>B</td></tr></tbody><thead><tr><th>A</th></tr></thead></table>", "<table><thead><tr><th>A</th></tr></thead><tbody><tr><td>B</td></tr></tbody></table>")]
    [TestCase("<content ID=\"a\">x</content>", "<content>x</content>")]
    [TestCase("<linkHtml href=\"javascript:x()\">x</linkHtml>", "<linkHtml>x</linkHtml>")]
    [TestCase("<div>x</div>", " x ")]
    [TestCase("<list>stray<item>x</item></list>", "stray x")]
    [TestCase("<table><tr><td>x</td><td>y</td></tr></table>", "x y")]
    [TestCase("<paragraph><paragraph>x</paragraph></paragraph>", "<paragraph> x </paragraph>")]
    [TestCase("<script>x</script>y<h:style>x</h:style>", "y")]
    [TestCase("<td href='#a'> w588 <tfoot headers='a'> w38 </tfoot><sup language='en-US'></sup></td>", "  w588   w38  <sup /> ")]
    [TestCase("<list/>x", "x")]
    [TestCase("<![CDATA[<b>]]>", "&lt;b&gt;")]
    public void What_it_does_not_allow_becomes_what_it_does(string text, string expected) => Assert.That(Fitted(text).Trim(), Is.EqualTo(expected.Trim()));

    [TestCase("")]
    [TestCase("  <list/> ")]
    [TestCase("<script>x</script>")]
    public void What_says_nothing_is_empty(string text) => Assert.That(Section(text).Text.IsEmpty, Is.True);

    [TestCase("<renderMultiMedia referencedObject='a'/>", true)]
    [TestCase("<paragraph><renderMultiMedia referencedObject='a'><caption>Figure</caption></renderMultiMedia></paragraph>", true)]
    [TestCase("<paragraph>x</paragraph>", false)]
    public void Media_that_are_left_behind_are_known(string text, bool expected) => Assert.That(Section(text).HasMultimedia, Is.EqualTo(expected));

    [Test]
    public void Any_narrative_is_valid_afterwards_and_has_all_its_words() => Prop.ForAll(Trees().ToArbitrary(), tree =>
    {
        var text = tree.Xml();
        var document = Written(text);
        var words = document.Descendants(Hl7 + "text").Single().Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.That(CdaSchema.Errors(document), Is.Empty, text);
        Assert.That(words, Is.EquivalentTo(tree.Words()), text);
        Assert.That(document.ToString(), Does.Not.Contain("script"), text);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    static Gen<Tree> Trees() => Gen.Sized(size => Node(Math.Min(size, 40)).ListOf(4).Select(nodes => new Tree(null, "", [.. nodes])));

    static Gen<Tree> Node(int size) => size <= 0
        ? Word()
        : Gen.Frequency(
            (2, Word()),
            (5, from name in Gen.Elements(Names)
                from attribute in Gen.Elements(Attributes)
                from children in Node(size / 3).ListOf()
                select new Tree(name, attribute, [.. children.Take(5)])));

    static Gen<Tree> Word() => Gen.Choose(1, 1000).Select(number => new Tree($" w{number} ", null, []));

    static CdaSection Section(string text) =>
        CdaReader.Read(CdaText.Document("1.2.3", $"<section xmlns:h='http://www.w3.org/1999/xhtml'><text>{text}</text></section>"), new CdaLimits()).Document!.Sections.Single();

    static string Fitted(string text)
    {
        var written = Written(text).Descendants(Hl7 + "text").Single();
        return string.Concat(written.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting))).Replace(" xmlns=\"urn:hl7-org:v3\"", "", StringComparison.Ordinal);
    }

    static XDocument Written(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var cda = new CdaWriter(new Utf8XmlWriter(buffer));
        cda.Start(CdaWriterTests.Header);
        cda.StartSection(null, null);
        cda.Text(Section(text).Text);
        cda.EndSection();
        cda.End();
        return XDocument.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan), LoadOptions.PreserveWhitespace);
    }

    /// <summary>An element, or text where there are no attributes.</summary>
    sealed record Tree(string? Name, string? Attributes, Tree[] Children)
    {
        public string Xml() => Attributes is null ? Name!
            : Name is null ? string.Concat(Children.Select(child => child.Xml()))
            : $"<{Name}{Attributes}>{string.Concat(Children.Select(child => child.Xml()))}</{Name}>";

        public override string ToString() => Xml();

        public IEnumerable<string> Words() => Attributes is null ? [Name!.Trim()] : Children.SelectMany(child => child.Words());
    }
}
