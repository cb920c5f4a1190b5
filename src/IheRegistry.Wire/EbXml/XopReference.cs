using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>Content that is either an xop:Include or base64 text (XOP 1.0 section 2).</summary>
static class XopReference
{
    internal static void Write(Utf8XmlWriter xml, string href)
    {
        xml.StartElement("xop:Include"u8);
        xml.Attribute("xmlns:xop"u8, EbXmlNamespaces.Xop);
        xml.Attribute("href"u8, href);
        xml.EndElement("xop:Include"u8);
    }

    /// <summary>Reads the content of the element that the reader stands on and moves behind it.</summary>
    internal static (string? Href, ReadOnlyMemory<byte>? Inline) ReadContent(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return (null, ReadOnlyMemory<byte>.Empty);
        }

        reader.ReadStartElement();
        var inline = ReadText(reader);
        string? href = null;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.IsStartElement("Include", EbXmlNamespaces.Xop) && href is null) href = reader.GetAttribute("href") ?? "";
            else if (reader.NodeType == XmlNodeType.Element) throw new XmlException($"Document content holds an element {reader.LocalName}.");
            reader.Skip();
        }

        reader.ReadEndElement();
        return href is null ? (null, inline) : (href, null);
    }

    static ReadOnlyMemory<byte> ReadText(XmlReader reader)
    {
        using var bytes = new MemoryStream();
        var chunk = new byte[8192];
        int count;
        while (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
               && (count = reader.ReadContentAsBase64(chunk, 0, chunk.Length)) > 0)
            bytes.Write(chunk, 0, count);
        return bytes.ToArray();
    }
}
