using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>samples/demo/demo.json agrees with the documents and messages it names and with the code set it draws on.</summary>
[TestFixture]
sealed class DemoFolderTests
{
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";
    static readonly string Folder = SourceTree.PathOf("samples", "demo");
    static readonly JsonNode Demo = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "demo.json")))!;

    static IEnumerable<JsonNode> Submissions => Demo["submissions"]!.AsArray()!;

    static IEnumerable<JsonNode> Documents => Submissions.SelectMany(submission => submission["documents"]!.AsArray())!;

    static IEnumerable<string> Messages =>
        Demo["patients"]!.AsArray().Concat(Demo["merges"]!.AsArray()).SelectMany(patient => patient!["feed"]!.AsArray()).Select(Text);

    [Test]
    public void Every_document_and_message_is_used_once()
    {
        Assert.That(Documents.Select(document => PathOf(Text(document["file"]))), Is.EquivalentTo(Files("cda", "*.xml")));
        Assert.That(Messages.Select(PathOf), Is.EquivalentTo(Files("hl7v2", "*.hl7")));
    }

    [Test]
    public void Unique_ids_are_unique()
    {
        var folders = Submissions.SelectMany(submission => submission["newFolders"]?.AsArray() ?? []);
        var ids = Submissions.Concat(Documents).Concat(folders!).Select(item => Text(item!["uniqueId"])).ToList();
        Assert.That(ids, Is.Unique);
    }

    [Test]
    public void Metadata_says_what_the_document_says()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var submission in Submissions)
            {
                foreach (var entry in submission["documents"]!.AsArray())
                    AgreesWithDocument(entry!, Text(submission["patient"]));
            }
        }
    }

    [Test]
    public void References_are_to_things_that_came_before()
    {
        var known = new HashSet<string>();
        foreach (var submission in Submissions)
        {
            foreach (var folder in submission["newFolders"]?.AsArray() ?? [])
                known.Add(Text(folder!["uniqueId"]));
            foreach (var entry in submission["documents"]!.AsArray())
            {
                var references = (entry!["folders"]?.AsArray() ?? []).Select(Text).ToList();
                if (entry["relation"] is { } relation)
                    references.Add(Text(relation["target"]));
                Assert.That(references, Is.SubsetOf(known), Text(entry["file"]));
                Assert.That(Demo["authors"]![Text(entry["author"])], Is.Not.Null);
            }
            known.UnionWith(submission["documents"]!.AsArray().Select(entry => Text(entry!["uniqueId"])));
        }
    }

    [Test]
    public void Codes_are_in_the_code_set_of_the_default_affinity_domain()
    {
        var domain = JsonNode.Parse(File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json")))!;
        var known = Codes(domain["codes"]!).ToHashSet();
        var used = Codes(Demo).ToHashSet();
        Assert.That(used, Has.Count.GreaterThan(30).And.SubsetOf(known));
    }

    static void AgreesWithDocument(JsonNode entry, string patient)
    {
        var file = Text(entry["file"]);
        var document = XDocument.Load(PathOf(file)).Root!;
        var patientIds = document.Element(Hl7 + "recordTarget")!.Element(Hl7 + "patientRole")!.Elements(Hl7 + "id");
        Assert.That(Text(entry["uniqueId"]), Is.EqualTo((string?)document.Element(Hl7 + "id")!.Attribute("root")), file);
        Assert.That(Text(entry["title"]), Is.EqualTo(document.Element(Hl7 + "title")!.Value), file);
        Assert.That(Text(entry["languageCode"]), Is.EqualTo(Attribute(document, "languageCode", "code")), file);
        Assert.That(Text(entry["confidentialityCode"]![0]!["code"]), Is.EqualTo(Attribute(document, "confidentialityCode", "code")), file);
        Assert.That(Text(entry["creationTime"]), Is.EqualTo(Utc(Attribute(document, "effectiveTime", "value"))), file);
        Assert.That(patientIds.Select(id => (string?)id.Attribute("extension")), Does.Contain(patient), file);
    }

    static IEnumerable<(string Kind, string Code, string? Scheme, string? Display)> Codes(JsonNode node, string kind = "") => node switch
    {
        JsonObject code when code.ContainsKey("codingScheme") =>
            [(kind == "codeList" ? "folderCodeList" : kind, Text(code["code"]), Text(code["codingScheme"]), Text(code["display"]))],
        JsonObject parent => parent.Where(property => property.Value is not null).SelectMany(property => Codes(property.Value!, property.Key)),
        JsonArray items => items.SelectMany(item => Codes(item!, kind)),
        _ => [],
    };

    static string Attribute(XElement document, string element, string attribute) => (string)document.Element(Hl7 + element)!.Attribute(attribute)!;

    static string Utc(string time) =>
        DateTimeOffset.ParseExact(time, "yyyyMMddHHmmzzz", CultureInfo.InvariantCulture).UtcDateTime.ToString("yyyyMMddHHmm");

    static string Text(JsonNode? node) => node!.GetValue<JsonElement>().GetString()!;

    static string PathOf(string relative) => Path.GetFullPath(Path.Combine(Folder, relative));

    static string[] Files(string folder, string pattern) => Directory.GetFiles(SourceTree.PathOf("samples", folder), pattern);
}
