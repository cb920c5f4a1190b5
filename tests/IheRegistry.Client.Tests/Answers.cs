using System.Xml.Linq;
using IheRegistry.Tests.Shared.Soap;

namespace IheRegistry.Client.Tests;

/// <summary>Answers of a peer, written by hand.</summary>
static class Answers
{
    const string Success = "urn:oasis:names:tc:ebxml-regrep:ResponseStatusType:Success";

    static readonly XNamespace Rs = "urn:oasis:names:tc:ebxml-regrep:xsd:rs:3.0";
    static readonly XNamespace Wsa = "http://www.w3.org/2005/08/addressing";
    static readonly XNamespace Xdsb = "urn:ihe:iti:xds-b:2007";
    static readonly XNamespace Xop = "http://www.w3.org/2004/08/xop/include";

    internal static XElement RegistryResponse => new(Rs + "RegistryResponse", new XAttribute("status", Success));

    /// <summary>An envelope that answers a request.</summary>
    internal static XDocument Envelope(SoapReply request, string action, XElement body)
    {
        var envelope = SoapRequest.Envelope(action, body);
        var header = envelope.Root!.Elements().First();
        header.Elements(Wsa + "ReplyTo").Remove();
        header.Add(new XElement(Wsa + "RelatesTo", request.Envelope.Descendants(Wsa + "MessageID").Single().Value));
        return envelope;
    }

    /// <summary>ITI-42.</summary>
    internal static SoapRequest Registered(SoapReply request, string action = "urn:ihe:iti:2007:RegisterDocumentSet-bResponse") =>
        SoapRequest.Simple(Envelope(request, action, RegistryResponse));

    /// <summary>ITI-41 over MTOM.</summary>
    internal static SoapRequest Provided(SoapReply request) =>
        SoapRequest.Mtom(Envelope(request, "urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse", RegistryResponse), []);

    /// <summary>The envelope of ITI-43; a document without inline content includes the part of its uniqueId.</summary>
    internal static XDocument Retrieved(SoapReply request, params (string UniqueId, byte[]? Inline)[] documents) => Envelope(
        request,
        "urn:ihe:iti:2007:RetrieveDocumentSetResponse",
        new XElement(
            Xdsb + "RetrieveDocumentSetResponse",
            RegistryResponse,
            documents.Select(d => new XElement(
                Xdsb + "DocumentResponse",
                new XElement(Xdsb + "RepositoryUniqueId", "1.2.3"),
                new XElement(Xdsb + "DocumentUniqueId", d.UniqueId),
                new XElement(Xdsb + "mimeType", "text/plain"),
                new XElement(
                    Xdsb + "Document",
                    d.Inline is { } bytes
                        ? Convert.ToBase64String(bytes)
                        : new XElement(Xop + "Include", new XAttribute("href", $"cid:{d.UniqueId}@peer")))))));

    /// <summary>A part that such an envelope includes.</summary>
    internal static SoapPart Part(string uniqueId, byte[] content) => new($"{uniqueId}@peer", content, "text/plain");
}
