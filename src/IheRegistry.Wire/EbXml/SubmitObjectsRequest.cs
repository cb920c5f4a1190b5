using System.Xml;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>lcm:SubmitObjectsRequest, the body of ITI-42 and the metadata of ITI-41 (ITI TF-2 3.42.4.1.2).</summary>
public static class SubmitObjectsRequest
{
    /// <summary>Reads the request that the reader stands on and moves behind it.</summary>
    /// <exception cref="XmlException">It is another element, has no RegistryObjectList, or is not well-formed.</exception>
    public static RegistryObjectList Read(XmlReader reader)
    {
        reader.RequireElement("SubmitObjectsRequest", EbXmlNamespaces.Lcm);
        RegistryObjectList? list = null;
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "RegistryObjectList" && child.NamespaceURI == EbXmlNamespaces.Rim) list = RegistryObjectListReader.Read(child);
            else child.Skip();
        });
        return list ?? throw new XmlException("SubmitObjectsRequest holds no rim:RegistryObjectList.");
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

    /// <summary>Refuses any element but the one asked for.</summary>
    internal static void RequireElement(this XmlReader reader, string name, string ns)
    {
        if (!reader.IsStartElement(name, ns))
            throw new XmlException($"Expected {{{ns}}}{name}, found {{{reader.NamespaceURI}}}{reader.LocalName}.");
    }
}
