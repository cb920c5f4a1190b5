using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Schemas;

/// <summary>Over the messages of other implementations, our schemas accept what the official ones accept, and no more.</summary>
[TestFixture]
sealed partial class OfficialSchemaTests
{
    static readonly string[] Folders =
        ["iti-18-registry-stored-query", "iti-41-provide-and-register", "iti-42-register", "iti-43-retrieve"];

    // Valid ebRS, but not XDS.b: these load classification schemes, or remove objects (ITI-62).
    static readonly string[] OutsideOurSubset =
    [
        "dcm4cheexds__additional.xml", "dcm4cheexds__initialize.xml", "dcm4cheexds__SubmitObjectsRequest_AssociationTypeScheme.xml",
        "wxdsb__remove_req.xml",
    ];

    [Test]
    public void Foreign_messages_are_judged_as_the_official_schemas_judge_them()
    {
        if (!SchemaValidation.HasOfficial)
            Assert.Ignore("The official schemas are not beside the repository.");

        var judged = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, message) in Messages())
            {
                judged++;
                var ours = SchemaValidation.Errors(message);
                var official = SchemaValidation.OfficialErrors(message);
                Assert.That(ours.Count == 0, Is.EqualTo(official.Count == 0),
                    $"{name}\n  ours: {string.Join("\n        ", ours)}\n  official: {string.Join("\n        ", official)}");
            }
        }
        Assert.That(judged, Is.GreaterThan(200));
    }

    static IEnumerable<(string Name, byte[] Message)> Messages()
    {
        foreach (var folder in Folders)
        {
            foreach (var file in Directory.EnumerateFiles(SourceTree.SharedPathOf("standards", "messages", "soap", folder)!).Order(StringComparer.Ordinal))
            {
                if (!OutsideOurSubset.Contains(Path.GetFileName(file)) && Envelope(File.ReadAllBytes(file)) is { } message)
                    yield return (Path.GetFileName(file), message);
            }
        }
    }

    // Some files are whole HTTP or MIME messages: the envelope is cut out of them. Others are no XML at all.
    static byte[]? Envelope(byte[] file)
    {
        if (IsXml(file))
            return file;
        var text = Encoding.UTF8.GetString(file);
        var envelope = Encoding.UTF8.GetBytes(EnvelopeElement().Match(text).Value);
        return IsXml(envelope) ? envelope : null;
    }

    static bool IsXml(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.Read())
            {
            }
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"<(\w+:)?Envelope[\s>].*</(\w+:)?Envelope\s*>", RegexOptions.Singleline)]
    private static partial Regex EnvelopeElement();
}
