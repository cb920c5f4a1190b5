using System.Text.Json;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.AffinityDomains;

[TestFixture]
public sealed class AffinityDomainSchemaTests
{
    static readonly JsonElement Document = JsonDocument.Parse(File.ReadAllBytes(SourceTree.PathOf("schemas", "affinity-domain.schema.json"))).RootElement;

    static readonly JsonSchema Schema = new(Document);

    [Test]
    public void The_domain_that_ships_keeps_to_the_schema() =>
        Assert.That(Accepts(File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json"))));

    [TestCase("\"Example\"", "\"Example\"", true)]
    [TestCase("\"Example\"", "\" Example\"", false)]
    [TestCase("\"Example\"", "\"\"", false)]
    [TestCase("\"Example\"", "1", false)]
    [TestCase("urn:oid:1.2.3\"", "urn:oid:3.02\"", false)]
    [TestCase("\"1.2.3.1\", \"1.2.3.2\"", "", false)]
    [TestCase("\"1.2.3.1\", \"1.2.3.2\"", "\"1.2\", \"1.2\"", false)]
    [TestCase("\"1.2.3.1\"", "\"1\"", false)]
    [TestCase("\"1.2.3.1\"", "\"1.01\"", false)]
    [TestCase("\"1.2.3.1\"", "\"1.2.3456789012345678901234567890123456789012345678901234567890123456\"", false)]
    [TestCase("\"mimeTypes\": \"off\"", "\"mimeTypes\": \"never\"", false)]
    [TestCase("\"mimeTypes\": \"off\"", "\"typeCodes\": \"off\"", false)]
    [TestCase("\"national-id\"", "\"insurance\"", true)]
    [TestCase("\"national-id\"", "\"passport\"", false)]
    [TestCase("\"id\": \"north\", ", "", false)]
    [TestCase("\"trusted\": true", "\"trusted\": 1", false)]
    [TestCase("\"trusted\": true", "\"trusted\": false", true)]
    [TestCase("{ \"facility\": \"SOUTH\" }", "{}", false)]
    [TestCase("{ \"facility\": \"SOUTH\" }", "{ \"application\": \"SOUTH\" }", true)]
    [TestCase("\"enterpriseAuthority\": \"1.2.3.12\"", "\"enterpriseAuthority\": \"XAD\"", false)]
    [TestCase("\"linkThreshold\": 12.5", "\"linkThreshold\": \"12\"", false)]
    [TestCase("\"linkThreshold\": 12.5", "\"threshold\": 12", false)]
    [TestCase("mllp://his.example:2575", "mllp://[::1]:2575", true)]
    [TestCase("mllp://his.example:2575", "mllp://his.example", false)]
    [TestCase("mllp://his.example:2575", "mllp://his.example:2575/x", false)]
    [TestCase("https://portal.example/pix", "http://portal.example:8080/pix", true)]
    [TestCase("https://portal.example/pix", "https://a@portal.example/pix", false)]
    [TestCase("https://portal.example/pix", "portal.example/pix", false)]
    [TestCase(", \"application\": \"1.2.3.40\"", "", false)]
    [TestCase("\"connections\": 4", "\"connections\": 16", true)]
    [TestCase("\"connections\": 4", "\"connections\": 0", false)]
    [TestCase("\"domains\": [\"1.2.3.11\"]", "\"domains\": [\"XAD\"]", false)]
    [TestCase("\"text/xml\"", "\"image/svg+xml\"", true)]
    [TestCase("\"text/xml\"", "\"text/xml; charset=utf-8\"", false)]
    [TestCase("\"1.2.3.31\"", "\"Connect-a-thon classCodes\"", true)]
    [TestCase("\"1.2.3.31\"", "\"a^b\"", false)]
    [TestCase(", \"codingScheme\": \"1.2.3.31\"", "", false)]
    [TestCase("\"eventCodeList\": []", "\"eventCode\": []", false)]
    public void Schema_and_reader_agree(string right, string other, bool accepted)
    {
        var json = AffinityDomainExample.Json.Replace(right, other, StringComparison.Ordinal);

        Assert.That(Accepts(json), Is.EqualTo(accepted), "schema");
        Assert.That(AffinityDomainExample.Read(json).Problems, accepted ? Is.Empty : Is.Not.Empty, "reader");
    }

    [TestCase("checks")]
    [TestCase("codes")]
    public void The_schema_names_every_coded_attribute(string property)
    {
        var names = Document.GetProperty("properties").GetProperty(property).GetProperty("properties").EnumerateObject().Select(name => name.Name);

        Assert.That(Enum.GetValues<CodedAttribute>().Select(AffinityDomainNames.Of), Is.SubsetOf(names));
    }

    static bool Accepts(string json) => Schema.Accepts(JsonDocument.Parse(json).RootElement);
}
