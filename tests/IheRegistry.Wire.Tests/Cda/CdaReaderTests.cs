using System.Text;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Wire.Cda;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Cda;

/// <summary>What is read of a CDA document, and what is refused.</summary>
[TestFixture]
public sealed class CdaReaderTests
{
    static readonly CdaLimits Limits = new();

    static IEnumerable<string> Samples =>
        Directory.EnumerateFiles(SourceTree.PathOf("samples", "cda"), "*.xml").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Samples))]
    public void A_sample_has_its_sections(string name)
    {
        var path = SourceTree.PathOf("samples", "cda", name);
        var expected = System.Xml.Linq.XDocument.Load(path).Descendants("{urn:hl7-org:v3}section").Count();

        var reading = CdaReader.Read(File.ReadAllBytes(path), Limits);

        if (expected == 0) Assert.That(reading.Refusal, Is.EqualTo(CdaRefusal.NoSections));
        else Assert.That(reading.Document!.Sections.Sum(Count), Is.EqualTo(expected));
    }

    [Test]
    public void A_section_has_code_title_text_and_inner_sections()
    {
        var inner = CdaText.Section("8716-3", "Vital <sub>signs</sub>", "Pulse 70");
        var document = Read(CdaText.Document(
            "1.2.3", CdaText.Section("10210-3", "Findings", "None").Replace("</section>", $"<component>{inner}</component></section>", StringComparison.Ordinal)));

        var section = document.Sections.Single();
        Assert.That((section.Code, section.Title, section.Text.IsEmpty), Is.EqualTo((new CdaCode("10210-3", "2.16.840.1.113883.6.1"), "Findings", false)));
        Assert.That(section.Sections.Single().Title, Is.EqualTo("Vital signs"));
        Assert.That(document.LanguageCode, Is.EqualTo("en-US"));
    }

    [TestCase("GB18030")]
    [TestCase("gbk")]
    [TestCase("utf-16")]
    [TestCase("utf-8")]
    [TestCase("iso-8859-1", "Grüße")]
    public void A_document_is_read_in_the_encoding_that_it_names(string name, string text = "过敏史")
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?>" + Encoding.UTF8.GetString(CdaText.Document("1.2.3", CdaText.Section("48765-2", text, "x")));

        Assert.That(Read([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)]).Sections.Single().Title, Is.EqualTo(text));
    }

    [TestCase("")]
    [TestCase("\0\0\0\0")]
    [TestCase("<ClinicalDocument xmlns='urn:hl7-org:v3'><component>")]
    [TestCase("<ClinicalDocument xmlns='urn:hl7-org:v3'/><x/>")]
    [TestCase("<?xml version='1.0' encoding='no-such'?><ClinicalDocument xmlns='urn:hl7-org:v3'/>")]
    [TestCase("<?xml version='1.0' encoding='utf-16'?><ClinicalDocument xmlns='urn:hl7-org:v3'/>")]
    [TestCase("<!DOCTYPE ClinicalDocument SYSTEM 'file:///etc/passwd'><ClinicalDocument xmlns='urn:hl7-org:v3'/>")]
    [TestCase("<!DOCTYPE ClinicalDocument [<!ENTITY a 'a'>]><ClinicalDocument xmlns='urn:hl7-org:v3'>&a;</ClinicalDocument>")]
    public void What_is_not_well_formed_or_declares_entities_is_refused(string xml) => Refused(xml, CdaRefusal.NotWellFormed);

    [Test]
    public void A_byte_that_is_not_of_the_encoding_is_refused()
    {
        var bytes = CdaText.Document("1.2.3", CdaText.Section("48765-2", "Title", "?"));
        bytes[Array.LastIndexOf(bytes, (byte)'?')] = 0xFF;

        Assert.That(CdaReader.Read(bytes, Limits).Refusal, Is.EqualTo(CdaRefusal.NotWellFormed));
    }

    [TestCase("<html/>")]
    [TestCase("<ClinicalDocument/>")]
    public void Another_document_is_refused(string xml) => Refused(xml, CdaRefusal.NotClinicalDocument);

    [TestCase("<nonXMLBody><text>x</text></nonXMLBody>")]
    [TestCase("<structuredBody/>")]
    public void A_document_without_sections_is_refused(string body) => Refused(CdaText.WithBody("1.2.3", body), CdaRefusal.NoSections);

    [Test]
    public void A_document_that_nests_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<content>", 100_000)) + string.Concat(Enumerable.Repeat("</content>", 100_000));
        Refused(CdaText.Document("1.2.3", CdaText.Section("48765-2", "Title", deep)), CdaRefusal.TooLarge);
    }

    [Test]
    public void Sections_that_nest_too_deep_are_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<component><section>", 10_000)) + string.Concat(Enumerable.Repeat("</section></component>", 10_000));
        Refused(CdaText.WithBody("1.2.3", $"<structuredBody>{deep}</structuredBody>"), CdaRefusal.TooLarge);
    }

    [Test]
    public void A_document_with_too_many_elements_is_refused()
    {
        var many = string.Concat(Enumerable.Repeat("<br/>", Limits.MaxElements));
        Refused(CdaText.Document("1.2.3", CdaText.Section("48765-2", "Title", many)), CdaRefusal.TooLarge);
    }

    [Test]
    public void A_document_of_the_most_elements_is_read()
    {
        var many = string.Concat(Enumerable.Repeat("<br/>", Limits.MaxElements / 2));
        Assert.That(Read(CdaText.Document("1.2.3", CdaText.Section("48765-2", "Title", many))).Sections, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_document_with_too_many_characters_is_refused() =>
        Refused(CdaText.Document("1.2.3", CdaText.Section("48765-2", "Title", new string('x', (int)Limits.MaxCharacters))), CdaRefusal.TooLarge);

    [Test]
    public void A_sample_cut_at_any_place_is_refused_and_never_read_in_part()
    {
        var whole = File.ReadAllBytes(SourceTree.PathOf("samples", "cda", "triage-note.xml"));
        var end = whole.AsSpan().LastIndexOf("</ClinicalDocument>"u8) + "</ClinicalDocument>".Length;

        for (var length = 0; length < end; length += 97)
            Assert.That(CdaReader.Read(whole.AsMemory(0, length), Limits).Refusal, Is.EqualTo(CdaRefusal.NotWellFormed), $"{length} bytes");
    }

    static int Count(CdaSection section) => 1 + section.Sections.Sum(Count);

    static CdaDocument Read(byte[] document)
    {
        var reading = CdaReader.Read(document, Limits);
        Assert.That(reading.Refusal, Is.Null);
        return reading.Document!;
    }

    static void Refused(string document, CdaRefusal refusal) => Refused(Encoding.UTF8.GetBytes(document), refusal);

    static void Refused(byte[] document, CdaRefusal refusal) => Assert.That(CdaReader.Read(document, Limits).Refusal, Is.EqualTo(refusal));
}
