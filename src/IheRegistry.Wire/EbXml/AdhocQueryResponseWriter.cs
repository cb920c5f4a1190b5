using IheRegistry.Model.Errors;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>
/// Writes query:AdhocQueryResponse (ITI TF-2 3.18.4.1.2.6) piece by piece, so that a large result streams.
/// A failed answer, too, holds an empty RegistryObjectList, as the schema asks.
/// </summary>
public static class AdhocQueryResponseWriter
{
    /// <summary>Opens the response, writes status and errors, opens the RegistryObjectList.</summary>
    public static void Start(Utf8XmlWriter xml, RegistryResponse response)
    {
        xml.StartElement("query:AdhocQueryResponse"u8);
        xml.Attribute("xmlns:query"u8, EbXmlNamespaces.Query);
        xml.Attribute("xmlns:rs"u8, EbXmlNamespaces.Rs);
        xml.Attribute("xmlns:rim"u8, EbXmlNamespaces.Rim);
        RegistryResponseWriter.WriteContent(xml, response);
        xml.StartElement("rim:RegistryObjectList"u8);
    }

    /// <summary>Closes list and response.</summary>
    public static void End(Utf8XmlWriter xml)
    {
        xml.EndElement("rim:RegistryObjectList"u8);
        xml.EndElement("query:AdhocQueryResponse"u8);
    }
}
