using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>
/// Writes xds:ProvideAndRegisterDocumentSetRequest (ITI TF-2 3.41.4.1.2) piece by piece, because inline documents stream through it.
/// </summary>
public static class ProvideAndRegisterRequestWriter
{
    /// <summary>Opens the request and writes its SubmitObjectsRequest.</summary>
    public static void Start(Utf8XmlWriter xml, IEnumerable<RegistryObject> objects)
    {
        xml.StartElement("xdsb:ProvideAndRegisterDocumentSetRequest"u8);
        xml.Attribute("xmlns:xdsb"u8, EbXmlNamespaces.XdsB);
        SubmitObjectsRequest.Write(xml, objects);
    }

    /// <summary>Opens the Document of the DocumentEntry with this id.</summary>
    public static void StartDocument(Utf8XmlWriter xml, string entryId)
    {
        xml.StartElement("xdsb:Document"u8);
        xml.Attribute("id"u8, entryId);
    }

    /// <summary>Refers to the MIME part that carries the document.</summary>
    public static void Include(Utf8XmlWriter xml, string contentId) => XopInclude.Write(xml, contentId);

    /// <summary>Closes a Document.</summary>
    public static void EndDocument(Utf8XmlWriter xml) => xml.EndElement("xdsb:Document"u8);

    /// <summary>Closes the request.</summary>
    public static void End(Utf8XmlWriter xml) => xml.EndElement("xdsb:ProvideAndRegisterDocumentSetRequest"u8);
}
