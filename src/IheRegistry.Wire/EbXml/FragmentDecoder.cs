using System.Text;
using System.Xml;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>Reads objects of the registry back into values.</summary>
public static class FragmentDecoder
{
    static readonly byte[] Start = Encoding.UTF8.GetBytes($"<rim:RegistryObjectList xmlns:rim=\"{EbXmlNamespaces.Rim}\">");
    static readonly byte[] End = "</rim:RegistryObjectList>"u8.ToArray();

    /// <summary>The object as it was submitted: without what is spliced into it, such as its patientId.</summary>
    public static RegistryObject Decode(ReadOnlySpan<byte> fragment)
    {
        var body = fragment[(1 + (fragment[0] * FragmentEncoder.CutSize))..];
        return Read([.. Start, .. body, .. End]);
    }

    /// <summary>The object as an answer shows it.</summary>
    public static RegistryObject Decode(RegisteredObject item)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(item.Fragment.Length + 1024);
        var xml = new Utf8XmlWriter(buffer);
        xml.Raw(Start);
        RegisteredObjectWriter.Write(xml, item, home: null);
        xml.Raw(End);
        xml.Flush();
        return Read(buffer.WrittenSpan.ToArray());
    }

    static RegistryObject Read(byte[] list)
    {
        using var reader = XmlReader.Create(new MemoryStream(list));
        reader.MoveToContent();
        return RegistryObjectListReader.Read(reader).Objects[0];
    }
}
