using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>A sample of a SOAP transaction, taken apart far enough to send it.</summary>
sealed partial class SoapSample
{
    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";
    static readonly XNamespace Query = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0";
    static readonly XNamespace Lcm = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
    static readonly XNamespace Rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
    static readonly XNamespace XdsB = "urn:ihe:iti:xds-b:2007";
    static readonly XNamespace Rmd = "urn:ihe:iti:rmd:2017";

    static readonly Dictionary<XName, string> Operations = new()
    {
        [Query + "AdhocQueryRequest"] = "RegistryStoredQuery",
        [Lcm + "SubmitObjectsRequest"] = "RegisterDocumentSet-b",
        [Rim + "RegistryObjectList"] = "RegisterDocumentSet-b",
        [XdsB + "ProvideAndRegisterDocumentSetRequest"] = "ProvideAndRegisterDocumentSet-b",
        [XdsB + "RetrieveDocumentSetRequest"] = "RetrieveDocumentSet",
        [Lcm + "RemoveObjectsRequest"] = "DeleteDocumentSet",
        [Rmd + "RemoveDocumentsRequest"] = "RemoveDocuments",
    };

    SoapSample(string name, string text, XElement? root)
    {
        Name = name;
        Text = text;
        Root = root;
        Form = FormOf(text, root);
        Operation = (ActionOf(root) is { } action ? ActionPrefix().Replace(action, "") : null) ?? OperationOf(root, name) ?? OfFolder(name);
    }

    public string Name { get; }

    public string Text { get; }

    public SampleForm Form { get; }

    /// <summary>The last part of wsa:Action, or of what it should be.</summary>
    public string Operation { get; }

    /// <summary>The root of the XML, within MIME that of the envelope; null when it cannot be read.</summary>
    public XElement? Root { get; }

    /// <summary>What stands in the body of the envelope, or alone.</summary>
    public XElement? Payload => Root is { } root && root.Name == Soap + "Envelope" ? root.Element(Soap + "Body")?.Elements().FirstOrDefault() : Root;

    /// <summary>Takes the text of a file apart.</summary>
    public static SoapSample Read(string name, string text)
    {
        var isXml = text.AsSpan().TrimStart() is ['<', ..];
        return new SoapSample(name, text, TryParse(isXml ? text : EnvelopeElement().Match(text).Value));
    }

    /// <summary>The envelope in which a body goes out.</summary>
    public XElement Wrap(XElement payload) => new(
        Soap + "Envelope",
        new XElement(
            Soap + "Header",
            new XElement(Addressing + "Action", new XAttribute(Soap + "mustUnderstand", "1"), ActionOf(Operation)),
            new XElement(Addressing + "MessageID", $"urn:uuid:{Guid.NewGuid()}")),
        new XElement(Soap + "Body", payload.Name == Rim + "RegistryObjectList" ? new XElement(Lcm + "SubmitObjectsRequest", payload) : payload));

    static SampleForm FormOf(string text, XElement? root)
    {
        if (text.StartsWith("POST ", StringComparison.Ordinal)) return SampleForm.Http;
        if (text.AsSpan().TrimStart().StartsWith("--")) return SampleForm.Mime;
        if (root is null && BrokenResponse().IsMatch(text)) return SampleForm.Response;
        if (root is null) return text.Contains("Envelope>", StringComparison.Ordinal) && text.AsSpan().TrimStart() is ['<', ..] ? SampleForm.Envelope : SampleForm.Text;
        if (root.DescendantsAndSelf().Take(20).Any(IsResponse) || ActionOf(root)?.EndsWith("Response", StringComparison.Ordinal) == true) return SampleForm.Response;
        if (root.Name == Soap + "Envelope") return SampleForm.Envelope;
        return Operations.ContainsKey(root.Name) ? SampleForm.Body : SampleForm.RegRep2;
    }

    static bool IsResponse(XElement element) => element.Name.LocalName is "RegistryResponse" or "AdhocQueryResponse" or "RetrieveDocumentSetResponse";

    static string? ActionOf(XElement? root) => root?.Element(Soap + "Header")?.Element(Addressing + "Action")?.Value.Trim() is { Length: > 0 } action ? action : null;

    // The messages of ITI-18 and ITI-42 are other transactions' too.
    static string? OperationOf(XElement? root, string name)
    {
        if (root?.DescendantsAndSelf().FirstOrDefault(e => Operations.ContainsKey(e.Name)) is not { } message) return null;
        var operation = Operations[message.Name];
        return message.Name == Lcm + "SubmitObjectsRequest" || message.Name == Query + "AdhocQueryRequest" ? OfFolder(name, operation) : operation;
    }

    static string ActionOf(string operation) => operation switch
    {
        "MultiPatientStoredQuery" => $"urn:ihe:iti:2009:{operation}",
        "RegisterOnDemandDocumentEntry" or "UpdateDocumentSet" or "DeleteDocumentSet" => $"urn:ihe:iti:2010:{operation}",
        "RemoveDocuments" => $"urn:ihe:iti:2017:{operation}",
        "RestrictedUpdateDocumentSet" => $"urn:ihe:iti:2018:{operation}",
        _ => $"urn:ihe:iti:2007:{operation}",
    };

    static string OfFolder(string name, string other = "RetrieveDocumentSet") => name[..6] switch
    {
        "iti-18" => "RegistryStoredQuery",
        "iti-42" => "RegisterDocumentSet-b",
        "iti-51" => "MultiPatientStoredQuery",
        "iti-57" => "UpdateDocumentSet",
        "iti-62" => "DeleteDocumentSet",
        "iti-86" => "RemoveDocuments",
        "iti-92" => "RestrictedUpdateDocumentSet",
        "iti-41" => "ProvideAndRegisterDocumentSet-b",
        "iti-61" => "RegisterOnDemandDocumentEntry",
        _ => other,
    };

    static XElement? TryParse(string text)
    {
        try
        {
            return XDocument.Parse(text, LoadOptions.PreserveWhitespace).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^urn:ihe:iti:\d{4}:")]
    private static partial Regex ActionPrefix();

    [GeneratedRegex(@"urn:ihe:iti:2007:[\w-]+Response<")]
    private static partial Regex BrokenResponse();

    [GeneratedRegex(@"<(\w+:)?Envelope[\s>].*</(\w+:)?Envelope\s*>", RegexOptions.Singleline)]
    private static partial Regex EnvelopeElement();
}
