using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Hl7v3;

/// <summary>What the tests of HL7 V3 have in common: messages made of the templates in samples/soap, which share no codec with the product.</summary>
public abstract class Hl7v3Fixture : TransactionFixture
{
    /// <summary>Another patient id domain of the default affinity domain.</summary>
    protected const string OtherAuthority = "1.3.6.1.4.1.21367.13.20.2000";

    /// <summary>The namespace of HL7 V3.</summary>
    protected static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    static readonly XmlNamespaceManager Prefixes = NewPrefixes();

    /// <summary>A new id.</summary>
    protected static string NewId() => string.Create(CultureInfo.InvariantCulture, $"V{Guid.NewGuid():N}");

    /// <summary>The text of a template, filled in.</summary>
    protected static string Template(string name, params (string Name, string Value)[] values)
    {
        var text = File.ReadAllText(SourceTree.PathOf("samples", "soap", name));
        foreach (var (key, value) in values) text = text.Replace($"@{key}@", value, StringComparison.Ordinal);
        return text.Replace("@MESSAGE_ID@", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("@TO@", "http://localhost/", StringComparison.Ordinal);
    }

    /// <summary>A record added, revised or resolved. Nobody has anything in common with others but by chance, so that nobody is taken for another.</summary>
    protected static string Feed(string template, string id, string? subsumed = null, string authority = Authority, string? family = null) =>
        Template($"iti-44-{template}.xml", ("PATIENT_ID", id), ("OTHER_PATIENT_ID", subsumed ?? ""))
            .Replace($"root=\"{Authority}\"", $"root=\"{authority}\"", StringComparison.Ordinal)
            .Replace("Beispiel", family ?? $"Beispiel{Letters()}", StringComparison.Ordinal)
            .Replace("Muster", Letters(), StringComparison.Ordinal)
            .Replace("<family>李</family><given>示例</given>", $"<family>{Letters()}</family><given>{Letters()}</given>", StringComparison.Ordinal)
            .Replace("5550-0144", Random.Shared.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("value=\"19750311\"", string.Create(CultureInfo.InvariantCulture, $"value=\"1975{Random.Shared.Next(1, 13):00}{Random.Shared.Next(1, 29):00}\""), StringComparison.Ordinal)
            .Replace("Sample Road", $"{Letters()} Road", StringComparison.Ordinal);

    /// <summary>Letters that no other patient has.</summary>
    protected static string Letters() => new([.. Enumerable.Range(0, 10).Select(_ => (char)('a' + Random.Shared.Next(26)))]);

    /// <summary>Changes a message; what is changed must be in it.</summary>
    protected static string Change(string message, string from, string to)
    {
        Assert.That(message, Does.Contain(from));
        return message.Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>Posts a message. The answer must be valid by our schemas and by HL7's own.</summary>
    protected Task<SoapReply> PostAsync(Uri endpoint, string message) =>
        Peer.PostAsync(endpoint, new SoapRequest("application/soap+xml; charset=UTF-8", Encoding.UTF8.GetBytes(message)));

    /// <summary>Feeds a message, which must be taken.</summary>
    protected async Task AcceptV3Async(string message)
    {
        var reply = await PostAsync(Server.Manager, message);
        Assert.That(Acknowledgement(reply), Is.EqualTo("CA"), reply.Body.ToString());
    }

    /// <summary>ITI-45 for all domains, or some.</summary>
    protected Task<SoapReply> PixAsync(string id, string authority = Authority, params string[] domains)
    {
        var query = Template("iti-45-get-identifiers.xml", ("PATIENT_ID", id)).Replace($"root=\"{Authority}\"", $"root=\"{authority}\"", StringComparison.Ordinal);
        var sources = string.Concat(domains.Select(domain => $"<dataSource><value root=\"{domain}\"/><semanticsText>DataSource.id</semanticsText></dataSource>"));
        return PostAsync(Server.Manager, Change(query, "<parameterList>", $"<parameterList>{sources}"));
    }

    /// <summary>acknowledgement/typeCode.</summary>
    protected static string? Acknowledgement(SoapReply reply) => (string?)reply.Body.XPathSelectElement("hl7:acknowledgement/hl7:typeCode", Prefixes)?.Attribute("code");

    /// <summary>queryAck/queryResponseCode.</summary>
    protected static string? ResponseCode(SoapReply reply) => (string?)reply.Body.XPathSelectElement("//hl7:queryAck/hl7:queryResponseCode", Prefixes)?.Attribute("code");

    /// <summary>Codes and locations of the details.</summary>
    protected static IReadOnlyList<(string? Code, string? Location)> Details(SoapReply reply) =>
    [
        .. reply.Body.XPathSelectElements("hl7:acknowledgement/hl7:acknowledgementDetail", Prefixes)
            .Select(detail => ((string?)detail.Element(Hl7 + "code")?.Attribute("code"), detail.Element(Hl7 + "location")?.Value)),
    ];

    /// <summary>Patient.id of all patients of an answer, as root and extension.</summary>
    protected static IReadOnlyList<(string? Root, string? Extension)> PatientIds(XElement body) =>
        [.. body.XPathSelectElements("//hl7:patient/hl7:id", Prefixes).Select(id => ((string?)id.Attribute("root"), (string?)id.Attribute("extension")))];

    /// <summary>The elements that an expression selects.</summary>
    protected static IReadOnlyList<XElement> Select(XElement element, string path) => [.. element.XPathSelectElements(path, Prefixes)];

    /// <summary>What a location of an answer points to in the message that was sent.</summary>
    protected static XElement At(string message, string? location)
    {
        var body = XDocument.Parse(message).Root!.Elements().Last().Elements().Single();
        return new XDocument(body).XPathSelectElement(location!, Prefixes) ?? throw new AssertionException($"Nothing at {location}");
    }

    static XmlNamespaceManager NewPrefixes()
    {
        var prefixes = new XmlNamespaceManager(new NameTable());
        prefixes.AddNamespace("hl7", "urn:hl7-org:v3");
        return prefixes;
    }
}
