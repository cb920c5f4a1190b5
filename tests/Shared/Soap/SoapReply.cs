using System.Xml.Linq;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Tests.Shared.Soap;

/// <summary>An answer, taken apart without the product's codecs.</summary>
public sealed class SoapReply
{
    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";
    static readonly XNamespace Xdsb = "urn:ihe:iti:xds-b:2007";

    readonly IReadOnlyDictionary<string, byte[]> _parts;

    /// <summary>Takes an answer, or a request, apart.</summary>
    public SoapReply(int httpStatus, string contentType, byte[] body)
    {
        HttpStatus = httpStatus;
        ContentType = contentType;
        (EnvelopeBytes, _parts) = IsMtom ? MultipartBody.Read(contentType, body) : (body, new Dictionary<string, byte[]>());
        Envelope = XDocument.Load(new MemoryStream(EnvelopeBytes));
    }

    /// <summary>The HTTP status.</summary>
    public int HttpStatus { get; }

    /// <summary>The HTTP Content-Type.</summary>
    public string ContentType { get; }

    /// <summary>The envelope as sent.</summary>
    public byte[] EnvelopeBytes { get; }

    /// <summary>The envelope.</summary>
    public XDocument Envelope { get; }

    /// <summary>Packaged as MTOM.</summary>
    public bool IsMtom => ContentType.StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase);

    /// <summary>The child of Body.</summary>
    public XElement Body => Envelope.Root!.Element(Soap + "Body")!.Elements().Single();

    /// <summary>wsa:Action.</summary>
    public string? Action => Envelope.Descendants(Addressing + "Action").FirstOrDefault()?.Value;

    /// <summary>It is a fault.</summary>
    public bool IsFault => Body.Name == Soap + "Fault";

    /// <summary>Success, Failure or PartialSuccess.</summary>
    public string? Status => Envelope.Descendants().Attributes("status")
        .Select(a => a.Value)
        .FirstOrDefault(v => v.Contains("ResponseStatusType", StringComparison.Ordinal))?.Split(':')[^1];

    /// <summary>The codes of the errors, in order; those of warnings have a star in front.</summary>
    public IReadOnlyList<string> ErrorCodes =>
    [
        .. Errors.Select(e => (Severity(e) == "Warning" ? "*" : "") + (string)e.Attribute("errorCode")!),
    ];

    /// <summary>The codeContexts.</summary>
    public string ErrorText => string.Join(Environment.NewLine, Errors.Select(e => $"{(string)e.Attribute("errorCode")!}: {(string)e.Attribute("codeContext")!}"));

    /// <summary>The objects of a query's answer.</summary>
    public IReadOnlyList<RegistryObject> Objects => RegistryObjectListXml.Read(Envelope)?.Objects ?? [];

    /// <summary>The ids of the ObjectRefs of a query's answer.</summary>
    public IReadOnlyList<string> References =>
        [.. Envelope.Descendants().Where(e => e.Name.LocalName == "ObjectRef").Select(e => (string)e.Attribute("id")!)];

    /// <summary>The documents of a retrieve's answer by uniqueId.</summary>
    public IReadOnlyDictionary<string, byte[]> Documents => Envelope.Descendants(Xdsb + "DocumentResponse").ToDictionary(
        d => d.Element(Xdsb + "DocumentUniqueId")!.Value, d => Content(d.Element(Xdsb + "Document")!));

    /// <summary>The documents of a provide-and-register request by the id of their entry.</summary>
    public IReadOnlyDictionary<string, byte[]> ProvidedDocuments => Envelope.Descendants(Xdsb + "Document").ToDictionary(
        d => (string)d.Attribute("id")!, Content);

    IEnumerable<XElement> Errors => Envelope.Descendants().Where(e => e.Name.LocalName == "RegistryError");

    static string Severity(XElement error) => ((string)error.Attribute("severity")!).Split(':')[^1];

    byte[] Content(XElement document) => document.Elements().SingleOrDefault() is { } include
        ? _parts[Uri.UnescapeDataString(((string)include.Attribute("href")!)["cid:".Length..])]
        : Convert.FromBase64String(document.Value);
}
