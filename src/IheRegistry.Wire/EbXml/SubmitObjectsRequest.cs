using System.Xml;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>lcm:SubmitObjectsRequest, the body of ITI-42 and the metadata of ITI-41 (ITI TF-2 3.42.4.1.2).</summary>
public static class SubmitObjectsRequest
{
    /// <summary>
    /// Reads the request that the reader stands on and moves behind it; null when it is another element.
    /// Without a RegistryObjectList it is empty: the rules say what is missing.
    /// </summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static RegistryObjectList? Read(XmlReader reader)
    {
        if (!reader.IsStartElement("SubmitObjectsRequest", EbXmlNamespaces.Lcm)) return null;
        var list = new RegistryObjectList([], [], []);
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "RegistryObjectList" && child.NamespaceURI == EbXmlNamespaces.Rim) list = RegistryObjectListReader.Read(child);
            else child.Skip();
        });
        return list;
    }

    /// <summary>Writes the request.</summary>
    public static void Write(Utf8XmlWriter xml, IEnumerable<RegistryObject> objects)
    {
        xml.StartElement("lcm:SubmitObjectsRequest"u8);
        xml.Attribute("xmlns:lcm"u8, EbXmlNamespaces.Lcm);
        xml.Attribute("xmlns:rim"u8, EbXmlNamespaces.Rim);
        RegistryObjectWriter.Write(xml, objects);
        xml.EndElement("lcm:SubmitObjectsRequest"u8);
    }
}
