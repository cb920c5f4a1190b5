using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Server.AffinityDomains;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.AffinityDomains;

[TestFixture]
public sealed class CodesXmlImportTests
{
    static readonly Code Old = new("OLD", "1.2");
    static readonly Code New = new("NEW", "1.2");

    static readonly AffinityDomainDefinition Before = new(
        "Before",
        "urn:oid:1.2.3",
        ["1.2.3.1"],
        CheckLevels.RejectAll,
        [new AssigningAuthority("1.2.10", AuthorityKind.Local, "MRN")],
        [new Institution("north", "North", null, [])],
        ["text/plain"],
        Enum.GetValues<CodedAttribute>().ToDictionary(attribute => attribute, IReadOnlyList<Code> (_) => [Old]));

    [Test]
    public void Lists_that_the_import_has_are_replaced_and_all_else_stays()
    {
        var after = Merge(Import(new() { [CodedAttribute.ClassCode] = [New] }, ["text/xml"])).Definition;

        Assert.Multiple(() =>
        {
            Assert.That(after.Codes[CodedAttribute.ClassCode], Is.EqualTo(new[] { New }));
            Assert.That(after.Codes[CodedAttribute.TypeCode], Is.EqualTo(new[] { Old }));
            Assert.That(after.MimeTypes, Is.EqualTo(new[] { "text/xml" }));
            Assert.That((after.Name, after.HomeCommunityId), Is.EqualTo((Before.Name, Before.HomeCommunityId)));
            Assert.That(after.Institutions, Is.EqualTo(Before.Institutions));
            Assert.That(after.Checks.Of(CodedAttribute.ClassCode), Is.EqualTo(CheckLevel.Reject));
        });
    }

    [Test]
    public void Without_mime_types_in_the_import_the_old_ones_stay() =>
        Assert.That(Merge(Import([], [])).Definition.MimeTypes, Is.EqualTo(new[] { "text/plain" }));

    [Test]
    public void A_known_authority_keeps_what_it_is_and_a_new_one_is_added()
    {
        var import = Merge(Import([], [],
            new AssigningAuthority("1.2.10", AuthorityKind.PatientId, "X"), new AssigningAuthority("1.2.11", AuthorityKind.PatientId)));

        Assert.That(import.Definition.Authorities, Is.EqualTo(new AssigningAuthority[]
        {
            new("1.2.10", AuthorityKind.Local, "MRN"),
            new("1.2.11", AuthorityKind.PatientId),
        }));
        Assert.That(import.Notices, Is.EqualTo(new[] { "assigning authority 1.2.11 added as a patient id domain" }));
    }

    [Test]
    public void An_attribute_without_any_codes_is_no_longer_rejected()
    {
        var import = Merge(Import(new() { [CodedAttribute.EventCodeList] = [] }, []));

        Assert.That(import.Definition.Checks.Of(CodedAttribute.EventCodeList), Is.EqualTo(CheckLevel.Off));
        Assert.That(import.Notices, Is.EqualTo(new[] { "eventCodeList: no codes, so its check is switched off" }));
    }

    static CodesXmlImport Merge(CodesXml codes) => CodesXmlImport.Merge(codes, Before);

    static CodesXml Import(Dictionary<CodedAttribute, IReadOnlyList<Code>> codes, IReadOnlyList<string> mimeTypes, params AssigningAuthority[] authorities) =>
        new(codes, mimeTypes, authorities, [], []);
}
