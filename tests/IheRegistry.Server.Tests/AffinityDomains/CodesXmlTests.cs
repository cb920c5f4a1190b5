using System.Text;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Server.AffinityDomains;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.AffinityDomains;

[TestFixture]
public sealed class CodesXmlTests
{
    const string Example =
        """
        <Codes>
          <!-- a comment -->
          <CodeType name="classCode" classScheme="urn:uuid:41a5887f-8865-4c09-adf7-e362475b143a">
            <Code code="REPORTS" display="Reports" codingScheme="1.2.3" system="urn:x"/>
            <Code code=" PLANS " codingScheme="1.2.3"/>
            <Code code="REPORTS" display="Other words" codingScheme="1.2.3"/>
          </CodeType>
          <CodeType name="codeList"><Code code="F1" codingScheme="1.2.4"/></CodeType>
          <CodeType name="folderCodeList"><Code code="F2" codingScheme="1.2.4"/></CodeType>
          <CodeType name="languageCode"><Code code="en" codingScheme="x"/></CodeType>
          <CodeType name="mimeType"><Code code="text/xml" ext="xml"/><Code code="TEXT/XML" ext="xml"/></CodeType>
          <AssigningAuthority id="&amp;1.2.5&amp;ISO" display="RED"/>
          <AssigningAuthority id="NS&amp;1.2.6&amp;ISO"/>
        </Codes>
        """;

    [Test]
    public void Codes_mime_types_and_authorities_are_read()
    {
        var codes = Read(Example);

        Assert.Multiple(() =>
        {
            Assert.That(codes.Problems, Is.Empty);
            Assert.That(codes.Codes[CodedAttribute.ClassCode], Is.EqualTo(new Code[] { new("REPORTS", "1.2.3", "Reports"), new("PLANS", "1.2.3") }));
            Assert.That(codes.Codes[CodedAttribute.FolderCodeList], Is.EqualTo(new Code[] { new("F1", "1.2.4"), new("F2", "1.2.4") }));
            Assert.That(codes.MimeTypes, Is.EqualTo(new[] { "text/xml" }));
            Assert.That(codes.Authorities, Is.EqualTo(new AssigningAuthority[]
            {
                new("1.2.5", AuthorityKind.PatientId, "RED"),
                new("1.2.6", AuthorityKind.PatientId, "NS"),
            }));
            Assert.That(codes.Notices, Is.EqualTo(new[]
            {
                "classCode: 1 repeated codes were merged, the first display stands",
                "line 10: the CodeType \"languageCode\" is no coded attribute and left out",
            }));
        });
    }

    [TestCase("code=\"F1\" ", "", "line 8: Code has no code")]
    [TestCase("code=\"F1\"", "code=\" \"", "line 8: Code has no code")]
    [TestCase(" codingScheme=\"1.2.4\"/></CodeType>\n  <CodeType name=\"folderCodeList\">", "/></CodeType>\n  <CodeType name=\"folderCodeList\">",
        "line 8: Code has no codingScheme")]
    [TestCase("&amp;1.2.5&amp;ISO", "&amp;1.2.05&amp;ISO", "line 12: \"&1.2.05&ISO\" is not an assigning authority, &OID&ISO")]
    [TestCase("&amp;1.2.5&amp;ISO", "1.2.5", "line 12: \"1.2.5\" is not an assigning authority, &OID&ISO")]
    public void What_is_wrong_is_reported_with_its_line(string right, string wrong, string problem)
    {
        var xml = Example.Replace(right, wrong, StringComparison.Ordinal);

        Assert.That(Read(xml).Problems, Is.EqualTo(new[] { problem }));
    }

    [Test]
    public void All_problems_are_reported() =>
        Assert.That(Read(Example.Replace("codingScheme", "scheme", StringComparison.Ordinal)).Problems, Has.Count.EqualTo(5));

    [TestCase("")]
    [TestCase("<Codes>")]
    [TestCase("<!DOCTYPE Codes><Codes/>")]
    [TestCase("<!DOCTYPE Codes [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><Codes>&b;</Codes>")]
    [TestCase("<!DOCTYPE Codes SYSTEM \"file:///etc/passwd\"><Codes/>")]
    public void What_is_not_plain_XML_is_refused(string xml) => Assert.That(Read(xml).Problems.Single(), Does.StartWith("not XML that can be taken: "));

    [Test]
    public void Another_document_is_refused() =>
        Assert.That(Read("<ValueSet/>").Problems, Is.EqualTo(new[] { "line 1: expected the element Codes, found ValueSet" }));

    [Test]
    public void The_domain_that_ships_has_the_codes_of_the_NIST_tests()
    {
        var codes = ReadShared("nist", "codes.xml");
        var shipped = AffinityDomainFile.Read(AffinityDomainFile.DefaultPath, [])!.Definition;

        Assert.Multiple(() =>
        {
            Assert.That(shipped.Codes.Keys, Is.EquivalentTo(codes.Codes.Keys));
            foreach (var (attribute, list) in codes.Codes)
                Assert.That(shipped.Codes[attribute], Is.EqualTo(list), attribute.ToString());
            Assert.That(shipped.MimeTypes, Is.EqualTo(codes.MimeTypes));
            Assert.That(shipped.Authorities.Where(authority => authority.Oid != shipped.EnterpriseAuthority), Is.EqualTo(codes.Authorities));
            Assert.That(shipped.Authorities[^1].Oid, Is.EqualTo(shipped.EnterpriseAuthority));
        });
    }

    [TestCase("dcm4cheexds__affinitydomain_1.2.3.4_codes.xml", 22)]
    [TestCase("dcm4cheexds__affinitydomain_default_codes.xml", 902)]
    [TestCase("openxds__resources_actors_XdsCodes.xml", 906)]
    [TestCase("openxds__test_resources_XdsCodesTest.xml", 811)]
    [TestCase("toolkit2__environment_NA2016_codes.xml", 774)]
    [TestCase("toolkit2__environment_default_codes.xml", 830)]
    [TestCase("wxdsb__docs_affinityDomainUS.xml", 774)]
    public void Files_of_other_servers_become_affinity_domains(string name, int count)
    {
        var codes = ReadShared("standards", "codes", "affinity-domain", name);
        var shipped = AffinityDomainFile.Read(AffinityDomainFile.DefaultPath, [])!.Definition;
        var import = CodesXmlImport.Merge(codes, shipped with { Codes = new Dictionary<CodedAttribute, IReadOnlyList<Code>>() });

        var reading = AffinityDomainJson.Read(AffinityDomainJson.Write(import.Definition));

        Assert.That(codes.Problems, Is.Empty);
        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Domain!.Definition.Codes.Values.Sum(list => list.Count), Is.EqualTo(count));
    }

    static CodesXml ReadShared(params string[] path)
    {
        if (SourceTree.SharedPathOf(path) is not { } file)
        {
            Assert.Ignore($"{Path.Combine(path)} is not here.");
            throw new InvalidOperationException("Ignored.");
        }
        using var stream = File.OpenRead(file);
        return CodesXml.Read(stream);
    }

    static CodesXml Read(string xml) => CodesXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(xml)));
}
