using System.Text;
using System.Xml.Linq;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Cda;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>The sample documents and messages are what they claim to be.</summary>
[TestFixture]
sealed class SampleDocumentTests
{
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    static IEnumerable<string> Documents => Names("cda", "*.xml");

    static IEnumerable<string> Messages => Names("hl7v2", "*.hl7");

    [TestCaseSource(nameof(Documents))]
    public void A_document_is_valid_CDA(string name) => Assert.That(CdaSchema.Errors(Load(name)), Is.Empty);

    [TestCaseSource(nameof(Documents))]
    public void References_of_a_document_lead_to_its_narrative(string name)
    {
        var document = Load(name);
        var ids = document.Descendants().Attributes("ID").Select(id => "#" + id.Value).ToList();
        var references = document.Descendants(Hl7 + "reference").Attributes("value").Select(value => value.Value);
        Assert.That(ids, Is.Unique);
        Assert.That(references.Distinct(), Is.SubsetOf(ids));
    }

    [Test]
    public void The_scanned_letter_holds_a_PDF()
    {
        var text = Load("scanned-letter.xml").Descendants(Hl7 + "nonXMLBody").Single().Element(Hl7 + "text")!;
        var pdf = Encoding.Latin1.GetString(Convert.FromBase64String(text.Value));
        Assert.That(pdf, Does.StartWith("%PDF-1.4").And.EndWith("%%EOF\n"));
    }

    [TestCaseSource(nameof(Messages))]
    public void A_message_is_segments_ended_by_CR_in_the_character_set_it_names(string name)
    {
        var bytes = File.ReadAllBytes(SourceTree.PathOf("samples", "hl7v2", name));
        var characterSet = Encoding.Latin1.GetString(bytes).Split('\r')[0].Split('|')[17];
        var message = Decoder(characterSet).GetString(bytes);
        Assert.That(message, Does.StartWith(@"MSH|^~\&|").And.EndWith("\r").And.Not.Contain('\n'));
        Assert.That(message.Split('\r')[..3].Select(segment => segment[..3]), Is.EqualTo(new[] { "MSH", "EVN", "PID" }));
    }

    static Encoding Decoder(string characterSet)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var name = characterSet switch
        {
            "UNICODE UTF-8" => "utf-8",
            "GB 18030-2000" => "GB18030",
            _ => throw new AssertionException($"MSH-18 is '{characterSet}'."),
        };
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    static XDocument Load(string name) => XDocument.Load(SourceTree.PathOf("samples", "cda", name));

    static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.EnumerateFiles(SourceTree.PathOf("samples", folder), pattern).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
