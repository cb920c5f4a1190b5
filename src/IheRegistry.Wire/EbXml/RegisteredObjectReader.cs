using System.Buffers;
using System.Xml;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>Reads objects of the registry back into values: as a query would return them.</summary>
public static class RegisteredObjectReader
{
    /// <summary>The object that a fragment holds, with what can change as it is now.</summary>
    public static RegistryObject Read(RegisteredObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var buffer = new ArrayBufferWriter<byte>(item.Fragment.Length + 512);
        var xml = new Utf8XmlWriter(buffer);
        xml.StartElement("rim:RegistryObjectList"u8);
        xml.Attribute("xmlns:rim"u8, EbXmlNamespaces.Rim);
        RegisteredObjectWriter.Write(xml, item, home: null);
        xml.EndElement("rim:RegistryObjectList"u8);
        xml.Flush();
        using var reader = XmlDictionaryReader.CreateTextReader(buffer.WrittenSpan.ToArray(), XmlDictionaryReaderQuotas.Max);
        reader.MoveToContent();
        return RegistryObjectListReader.Read(reader).Objects[0];
    }
}
