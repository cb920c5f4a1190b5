using System.Text;
using System.Xml.Linq;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Tests.Shared.Soap;

/// <summary>
/// A SOAP request as bytes, made with System.Xml.Linq and string concatenation: a peer that shares no codec with the product, so that a
/// bug there cannot hide itself.
/// </summary>
/// <param name="ContentType">The HTTP Content-Type.</param>
/// <param name="Body">The HTTP body.</param>
public sealed record SoapRequest(string ContentType, byte[] Body)
{
    const string Root = "root@peer";
    const string Boundary = "----=_Part_4711.peer";

    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    static readonly XNamespace Wsa = "http://www.w3.org/2005/08/addressing";
    static readonly XNamespace Xop = "http://www.w3.org/2004/08/xop/include";
    static readonly XNamespace Lcm = "urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0";
    static readonly XNamespace Query = "urn:oasis:names:tc:ebxml-regrep:xsd:query:3.0";
    static readonly XNamespace Rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
    static readonly XNamespace Rmd = "urn:ihe:iti:rmd:2017";
    static readonly XNamespace Xdsb = "urn:ihe:iti:xds-b:2007";

    /// <summary>ITI-42.</summary>
    public static SoapRequest Register(RegistryObjectList submission) =>
        Simple(Envelope("urn:ihe:iti:2007:RegisterDocumentSet-b", SubmitObjects(submission)));

    /// <summary>ITI-57.</summary>
    public static SoapRequest Update(RegistryObjectList update) => Simple(Envelope("urn:ihe:iti:2010:UpdateDocumentSet", SubmitObjects(update)));

    /// <summary>ITI-92.</summary>
    public static SoapRequest RestrictedUpdate(RegistryObjectList update) =>
        Simple(Envelope("urn:ihe:iti:2018:RestrictedUpdateDocumentSet", SubmitObjects(update)));

    /// <summary>ITI-61.</summary>
    public static SoapRequest RegisterOnDemand(RegistryObjectList submission) =>
        Simple(Envelope("urn:ihe:iti:2010:RegisterOnDemandDocumentEntry", SubmitObjects(submission)));

    /// <summary>ITI-62.</summary>
    public static SoapRequest RemoveMetadata(params IEnumerable<string> entryUuids) => RemoveMetadata(null, entryUuids);

    /// <summary>ITI-62 with something more in the request: an attribute, or an element before the list.</summary>
    public static SoapRequest RemoveMetadata(XObject? more, params IEnumerable<string> entryUuids) =>
        Simple(Envelope(
            "urn:ihe:iti:2010:DeleteDocumentSet",
            new XElement(
                Lcm + "RemoveObjectsRequest",
                more,
                new XElement(Rim + "ObjectRefList", entryUuids.Select(id => new XElement(Rim + "ObjectRef", new XAttribute("id", id)))))));

    /// <summary>ITI-41 with the documents in MIME parts.</summary>
    public static SoapRequest Provide(RegistryObjectList submission, params (string EntryId, byte[] Content)[] documents) =>
        Mtom(
            ProvideEnvelope(submission, [.. documents.Select((d, i) => (d.EntryId, $"doc{i}@peer"))]),
            [.. documents.Select((d, i) => new SoapPart($"doc{i}@peer", d.Content))]);

    /// <summary>ITI-41 with the documents as base64 in the envelope.</summary>
    public static SoapRequest ProvideInline(RegistryObjectList submission, params (string EntryId, byte[] Content)[] documents) =>
        Simple(Envelope(
            "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
            new XElement(
                Xdsb + "ProvideAndRegisterDocumentSetRequest",
                SubmitObjects(submission),
                documents.Select(d => new XElement(Xdsb + "Document", new XAttribute("id", d.EntryId), Convert.ToBase64String(d.Content))))));

    /// <summary>The envelope of an ITI-41 whose Documents include these Content-IDs.</summary>
    public static XDocument ProvideEnvelope(RegistryObjectList submission, params (string EntryId, string ContentId)[] documents) =>
        Envelope(
            "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-b",
            new XElement(
                Xdsb + "ProvideAndRegisterDocumentSetRequest",
                SubmitObjects(submission),
                documents.Select(d => new XElement(
                    Xdsb + "Document",
                    new XAttribute("id", d.EntryId),
                    new XElement(Xop + "Include", new XAttribute("href", $"cid:{d.ContentId}"))))));

    /// <summary>ITI-18; values are coded by the caller, quotes and all.</summary>
    public static SoapRequest StoredQuery(string queryId, string returnType, params (string Name, string Value)[] parameters) =>
        Simple(Envelope(
            "urn:ihe:iti:2007:RegistryStoredQuery",
            new XElement(
                Query + "AdhocQueryRequest",
                new XElement(Query + "ResponseOption", new XAttribute("returnComposedObjects", true), new XAttribute("returnType", returnType)),
                new XElement(
                    Rim + "AdhocQuery",
                    new XAttribute("id", queryId),
                    parameters.Select(p => new XElement(
                        Rim + "Slot", new XAttribute("name", p.Name), new XElement(Rim + "ValueList", new XElement(Rim + "Value", p.Value))))))));

    /// <summary>ITI-43.</summary>
    public static SoapRequest Retrieve(bool mtom, params (string RepositoryUniqueId, string DocumentUniqueId)[] documents)
    {
        var envelope = Envelope(
            "urn:ihe:iti:2007:RetrieveDocumentSet",
            new XElement(
                Xdsb + "RetrieveDocumentSetRequest",
                documents.Select(d => new XElement(
                    Xdsb + "DocumentRequest",
                    new XElement(Xdsb + "RepositoryUniqueId", d.RepositoryUniqueId),
                    new XElement(Xdsb + "DocumentUniqueId", d.DocumentUniqueId)))));
        return mtom ? Mtom(envelope, []) : Simple(envelope);
    }

    /// <summary>ITI-86.</summary>
    public static SoapRequest RemoveDocuments(bool mtom, params IEnumerable<(string? Home, string RepositoryUniqueId, string DocumentUniqueId)> documents)
    {
        var envelope = Envelope(
            "urn:ihe:iti:2017:RemoveDocuments",
            new XElement(
                Rmd + "RemoveDocumentsRequest",
                documents.Select(d => new XElement(
                    Xdsb + "DocumentRequest",
                    d.Home is null ? null : new XElement(Xdsb + "HomeCommunityId", d.Home),
                    new XElement(Xdsb + "RepositoryUniqueId", d.RepositoryUniqueId),
                    new XElement(Xdsb + "DocumentUniqueId", d.DocumentUniqueId)))));
        return mtom ? Mtom(envelope, []) : Simple(envelope);
    }

    /// <summary>An envelope with the headers that ITI TF-2 appendix V asks for.</summary>
    public static XDocument Envelope(string action, XElement body) => new(new XElement(
        Soap + "Envelope",
        new XAttribute(XNamespace.Xmlns + "s", Soap),
        new XAttribute(XNamespace.Xmlns + "a", Wsa),
        new XElement(
            Soap + "Header",
            new XElement(Wsa + "Action", new XAttribute(Soap + "mustUnderstand", "1"), action),
            new XElement(Wsa + "MessageID", $"urn:uuid:{Guid.NewGuid()}"),
            new XElement(Wsa + "ReplyTo", new XElement(Wsa + "Address", "http://www.w3.org/2005/08/addressing/anonymous")),
            new XElement(Wsa + "To", new XAttribute(Soap + "mustUnderstand", "1"), "http://localhost/")),
        new XElement(Soap + "Body", body)));

    /// <summary>The envelope alone.</summary>
    public static SoapRequest Simple(XDocument envelope) => new("application/soap+xml; charset=UTF-8", Bytes(envelope));

    /// <summary>The envelope and parts as MTOM, the envelope at the place given.</summary>
    public static SoapRequest Mtom(XDocument envelope, IReadOnlyList<SoapPart> parts, int rootAt = 0)
    {
        using var body = new MemoryStream();
        var all = parts.ToList();
        all.Insert(rootAt, new SoapPart(Root, Bytes(envelope), "application/xop+xml; charset=UTF-8; type=\"application/soap+xml\""));
        foreach (var part in all)
        {
            body.Write(Encoding.ASCII.GetBytes(
                $"--{Boundary}\r\nContent-Type: {part.ContentType}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <{part.ContentId}>\r\n\r\n"));
            body.Write(part.Content);
            body.Write("\r\n"u8);
        }

        body.Write(Encoding.ASCII.GetBytes($"--{Boundary}--\r\n"));
        return new SoapRequest(
            $"multipart/related; type=\"application/xop+xml\"; start=\"<{Root}>\"; start-info=\"application/soap+xml\"; boundary=\"{Boundary}\"",
            body.ToArray());
    }

    static XElement SubmitObjects(RegistryObjectList submission) =>
        new(Lcm + "SubmitObjectsRequest", RegistryObjectListXml.Write(submission));

    static byte[] Bytes(XDocument envelope) => Encoding.UTF8.GetBytes(envelope.ToString(SaveOptions.DisableFormatting));
}

/// <summary>A MIME part of a request.</summary>
/// <param name="ContentId">Content-ID without brackets.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ContentType">Content-Type.</param>
public sealed record SoapPart(string ContentId, byte[] Content, string ContentType = "text/xml");
