using IheRegistry.Model.Errors;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>
/// Writes xds:RetrieveDocumentSetResponse (ITI TF-2 3.43.4.2.2) piece by piece, because inline documents stream through it.
/// </summary>
public static class RetrieveDocumentSetResponseWriter
{
    /// <summary>Opens the response and writes its RegistryResponse.</summary>
    public static void Start(Utf8XmlWriter xml, RegistryResponse response)
    {
        xml.StartElement("xdsb:RetrieveDocumentSetResponse"u8);
        xml.Attribute("xmlns:xdsb"u8, EbXmlNamespaces.XdsB);
        RegistryResponseWriter.Write(xml, response);
    }

    /// <summary>Opens a DocumentResponse up to the start of its Document element.</summary>
    /// <param name="xml">The answer.</param>
    /// <param name="document">How the document was asked for.</param>
    /// <param name="mimeType">Its mimeType.</param>
    /// <param name="newRepositoryUniqueId">Where what an on-demand entry was answered with can be retrieved again; null where nowhere.</param>
    /// <param name="newDocumentUniqueId">The uniqueId of what an on-demand entry was answered with; null for any other document.</param>
    public static void StartDocument(
        Utf8XmlWriter xml,
        DocumentRequest document,
        string mimeType,
        string? newRepositoryUniqueId = null,
        string? newDocumentUniqueId = null)
    {
        xml.StartElement("xdsb:DocumentResponse"u8);
        if (document.Home is not null) xml.Element("xdsb:HomeCommunityId"u8, document.Home);
        xml.Element("xdsb:RepositoryUniqueId"u8, document.RepositoryUniqueId);
        xml.Element("xdsb:DocumentUniqueId"u8, document.DocumentUniqueId);
        if (newRepositoryUniqueId is not null) xml.Element("xdsb:NewRepositoryUniqueId"u8, newRepositoryUniqueId);
        if (newDocumentUniqueId is not null) xml.Element("xdsb:NewDocumentUniqueId"u8, newDocumentUniqueId);
        xml.Element("xdsb:mimeType"u8, mimeType);
        xml.StartElement("xdsb:Document"u8);
    }

    /// <summary>Refers to the MIME part that carries the document.</summary>
    public static void Include(Utf8XmlWriter xml, string contentId) => XopInclude.Write(xml, contentId);

    /// <summary>Closes a DocumentResponse.</summary>
    public static void EndDocument(Utf8XmlWriter xml)
    {
        xml.EndElement("xdsb:Document"u8);
        xml.EndElement("xdsb:DocumentResponse"u8);
    }

    /// <summary>Closes the response.</summary>
    public static void End(Utf8XmlWriter xml) => xml.EndElement("xdsb:RetrieveDocumentSetResponse"u8);
}
