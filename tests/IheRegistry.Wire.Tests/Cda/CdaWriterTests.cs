using System.Buffers;
using System.Text;
using System.Xml.Linq;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Wire.Cda;
using IheRegistry.Wire.Xml;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Cda;

/// <summary>What is written is valid, whatever the values are.</summary>
[TestFixture]
public sealed class CdaWriterTests
{
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    /// <summary>A header for tests.</summary>
    internal static CdaHeader Header { get; } = new()
    {
        Id = "2.25.1",
        Code = new CdaCode("34133-9", "2.16.840.1.113883.6.1", "Summary of episode note"),
        Title = "Summary",
        EffectiveTime = "20260102030405",
        Confidentiality = new CdaCode("N", "2.16.840.1.113883.5.25"),
        LanguageCode = "en-US",
        Patient = new CdaPatient
        {
            Ids = [("1.3.6.1.4.1.21367.13.20.1000", "P1")],
            Name = new CdaPerson("Testpatient", ["Tom"]),
            Gender = "M",
            BirthTime = "1958",
        },
        Author = new CdaAuthor { Time = "20260102030405", Root = "1.2.3", Software = "IheRegistry", Organization = new CdaOrganization("Test", "1.2.4") },
        Custodian = new CdaOrganization("Test", "1.2.4"),
    };

    [Test]
    public void A_document_with_a_whole_header_is_valid() => Valid(Header, []);

    [TestCase("")]
    [TestCase("not an oid")]
    [TestCase("3.4.5")]
    [TestCase("<&\"'>\u0001")]
    public void Values_that_the_schema_does_not_take_make_no_invalid_document(string value)
    {
        var odd = new CdaCode(value + " ", value, value);
        var author = new CdaAuthor { Time = value, Root = value, Extension = value, Person = new CdaPerson(null, []), Organization = new CdaOrganization(value, value) };
        var header = Header with
        {
            Id = value,
            Code = odd,
            Title = value,
            EffectiveTime = value,
            LanguageCode = value,
            Patient = new CdaPatient { Ids = [(value, value)], BirthTime = value },
            Author = author,
            Custodian = new CdaOrganization(value, value),
        };

        Valid(header, [new CdaSource { UniqueId = value, Code = odd, Confidentiality = odd, LanguageCode = value, Authors = [author] }]);
    }

    [TestCase("1.2.3", "1.2.3", null)]
    [TestCase("1.2.3^abc", "1.2.3", "abc")]
    [TestCase("urn:oid:1.2.3", "1.2.3", null)]
    [TestCase("urn:uuid:7edca82f-054d-47f2-a032-9b2a5b5186c1", "7edca82f-054d-47f2-a032-9b2a5b5186c1", null)]
    [TestCase("http://example.org/document", null, null)]
    public void A_section_refers_to_its_document_by_any_form_of_uniqueId(string uniqueId, string? root, string? extension)
    {
        var document = Valid(Header, [new CdaSource { UniqueId = uniqueId }]);

        var id = document.Descendants(Hl7 + "externalDocument").Single().Element(Hl7 + "id")!;
        Assert.That(((string?)id.Attribute("root"), (string?)id.Attribute("extension")), Is.EqualTo((root, extension)));
        Assert.That((string?)id.Attribute("nullFlavor"), Is.EqualTo(root is null ? "OTH" : null));
    }

    [TestCase("2026", "2026")]
    [TestCase("20260102", "20260102")]
    [TestCase("202601020304", "202601020304+0000")]
    public void A_time_with_hours_says_that_it_is_UTC(string time, string expected) =>
        Assert.That((string?)Valid(Header with { EffectiveTime = time }, []).Root!.Element(Hl7 + "effectiveTime")!.Attribute("value"), Is.EqualTo(expected));

    static XDocument Valid(CdaHeader header, IReadOnlyList<CdaSource> sources)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var cda = new CdaWriter(new Utf8XmlWriter(buffer));
        cda.Start(header);
        cda.StartSection(null, "Outer");
        cda.Text(Narrative.Write(xml => xml.Element("paragraph"u8, "Text")));
        foreach (var source in sources)
        {
            cda.StartSection(header.Code, header.Title);
            cda.Text(Narrative.Empty);
            cda.Provenance(source);
            cda.EndSection();
        }

        cda.EndSection();
        cda.End();
        var document = XDocument.Parse(Encoding.UTF8.GetString(buffer.WrittenSpan));
        Assert.That(CdaSchema.Errors(document), Is.Empty, document.ToString());
        return document;
    }
}
