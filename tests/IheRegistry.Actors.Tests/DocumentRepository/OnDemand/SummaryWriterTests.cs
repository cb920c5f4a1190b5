using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Actors.DocumentRepository.OnDemand;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Wire.Cda;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRepository.OnDemand;

/// <summary>What becomes of the sections of several documents.</summary>
[TestFixture]
public sealed class SummaryWriterTests
{
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    static readonly CdaHeader Header = new()
    {
        Id = "2.25.1",
        Code = new CdaCode("34133-9", "2.16.840.1.113883.6.1"),
        Title = "Summary",
        EffectiveTime = "20260102030405",
        Confidentiality = new CdaCode("N", "2.16.840.1.113883.5.25"),
        Patient = new CdaPatient { Ids = [("1.2.3", "P1")] },
        Author = new CdaAuthor { Software = "Test" },
        Custodian = new CdaOrganization("Test", null),
    };

    [Test]
    public void Every_section_of_every_document_is_there_once_under_its_code_with_its_document() =>
        Prop.ForAll(Sources().ToArbitrary(), sources =>
        {
            var document = Written(new Summary(Header, sources, 0));
            var parts = document.Descendants(Hl7 + "structuredBody").Single()
                .Elements(Hl7 + "component").Elements(Hl7 + "section")
                .Skip(1)
                .SelectMany(group => group.Elements(Hl7 + "component").Elements(Hl7 + "section").Select(part => Shown(group, part)))
                .Order(StringComparer.Ordinal);
            var expected = sources
                .SelectMany(source => source.Sections.Select(section => Expected(source, section)))
                .Order(StringComparer.Ordinal);
            return parts.SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Test]
    public void A_group_is_one_section_and_in_it_the_newest_document_is_first() =>
        Prop.ForAll(Sources().ToArbitrary(), sources =>
        {
            var groups = Written(new Summary(Header, sources, 0)).Descendants(Hl7 + "structuredBody").Single().Elements(Hl7 + "component").Elements(Hl7 + "section").Skip(1).ToList();
            var order = sources.Select(source => source.Document.UniqueId).ToList();
            var codes = groups.Select(group => (string?)group.Element(Hl7 + "code")?.Attribute("code")).Where(code => code is not null).ToList();
            return codes.Distinct().Count() == codes.Count
                && groups.TrueForAll(group => IsAscending(group.Descendants(Hl7 + "externalDocument").Select(d => order.IndexOf((string)d.Element(Hl7 + "id")!.Attribute("root")!))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Test]
    public void Any_summary_is_valid() => Prop.ForAll(Sources().ToArbitrary(), sources =>
        CdaSchema.Errors(Written(new Summary(Header, sources, sources.Count))).Count == 0).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Test]
    public void The_same_summary_is_the_same_bytes() => Prop.ForAll(Sources().ToArbitrary(), sources =>
        SummaryWriter.Write(new Summary(Header, sources, 1)).Span.SequenceEqual(SummaryWriter.Write(new Summary(Header, sources, 1)).Span))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [TestCase(NotMerged.BeyondCount, 0, "1 document named below could not be merged")]
    [TestCase(NotMerged.BeyondBytes, 0, "1 document named below could not be merged")]
    [TestCase(NotMerged.TooLarge, 7, "7 older documents could not even be named")]
    [TestCase(NotMerged.OtherFormat, 1, "1 older document could not even be named")]
    public void What_its_bounds_leave_out_is_said(NotMerged reason, int unlisted, string expected)
    {
        var text = Written(new Summary(Header, [Source(1) with { Reason = reason }], unlisted)).Root!.Value;

        Assert.That(text, Does.Contain("This summary is not complete.").And.Contain(expected));
    }

    [TestCase(NotMerged.OtherFormat)]
    [TestCase(NotMerged.ElsewhereStored)]
    public void What_was_never_to_be_merged_makes_it_no_less_complete(NotMerged reason)
    {
        var text = Written(new Summary(Header, [Source(1) with { Reason = reason }], 0)).Root!.Value;

        Assert.That(text, Does.Not.Contain("not complete").And.Contain("from 0 of 1 approved document "));
    }

    static XDocument Written(Summary summary) => XDocument.Load(new MemoryStream(SummaryWriter.Write(summary).ToArray()));

    static string Shown(XElement group, XElement part) => string.Join('|',
        (string?)group.Element(Hl7 + "code")?.Attribute("code"),
        (string?)part.Element(Hl7 + "code")?.Attribute("code"),
        part.Element(Hl7 + "title")?.Value,
        part.Element(Hl7 + "text")!.Elements().Last().Value,
        (string?)part.Descendants(Hl7 + "externalDocument").Single().Element(Hl7 + "id")!.Attribute("root"),
        part.Elements(Hl7 + "author").Single().Descendants(Hl7 + "family").Single().Value,
        part.Element(Hl7 + "text")!.Elements().First().Value.Contains($"From “{part.Elements(Hl7 + "author").Single().Descendants(Hl7 + "family").Single().Value}’s", StringComparison.Ordinal),
        string.Join(',', part.Elements(Hl7 + "component").Elements(Hl7 + "section").Select(inner => inner.Element(Hl7 + "title")!.Value)));

    static string Expected(SummarySource source, CdaSection section) => string.Join('|',
        section.Code?.Code,
        section.Code?.Code,
        section.Title,
        $"Text {section.Title}",
        source.Document.UniqueId,
        source.Document.Authors[0].Person!.Family,
        true,
        string.Join(',', section.Sections.Select(inner => inner.Title)));

    static bool IsAscending(IEnumerable<int> numbers) => numbers.SequenceEqual(numbers.Order());

    static Gen<IReadOnlyList<SummarySource>> Sources() =>
        Sections().ListOf().Select(documents => (IReadOnlyList<SummarySource>)[.. documents.Take(8).Select((sections, index) => Source(index + 1) with { Sections = sections })]);

    static Gen<CdaSection[]> Sections() =>
        (from code in Gen.Elements<string?>("48765-2", "10160-0", "11450-4", null)
         from title in Gen.Elements("Allergies", "Medication", "Problems", "Plan")
         from inner in Gen.Choose(0, 2)
         select Section(code, title) with { Sections = [.. Enumerable.Range(1, inner).Select(number => Section(code, $"Inner {number}"))] })
        .ListOf().Select(sections => sections.Take(6).ToArray());

    static CdaSection Section(string? code, string title) => new()
    {
        Code = code is null ? null : new CdaCode(code, "2.16.840.1.113883.6.1"),
        Title = title,
        Text = Narrative.Write(xml => xml.Element("paragraph"u8, $"Text {title}")),
    };

    static SummarySource Source(int number) => new()
    {
        Document = new CdaSource
        {
            UniqueId = $"1.2.3.{number}",
            Authors = [new CdaAuthor { Time = "20260101", Person = new CdaPerson($"Author{number}", []) }],
        },
        Title = $"Author{number}’s document",
        Time = "20260101",
        MimeType = "text/xml",
    };
}
