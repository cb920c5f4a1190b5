using System.Buffers;
using System.Text;
using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>
/// Takes the queryByParameter element out of a message, to stand alone: the answer carries a copy of it (ITI TF-2 3.45.4.2.2.3, 3.47.4.2.2.3),
/// and so does the audit (3.45.5.1.2). Prefixes are resolved: the namespace of V3 is the default one, what is of another is left out.
/// </summary>
static class QueryText
{
    /// <summary>The copy; empty where it is beyond the limit. The reader goes behind the element.</summary>
    internal static ReadOnlyMemory<byte> Copy(XmlReader reader)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(buffer);
        // Names of elements that are open, for their ends.
        var open = new Stack<byte[]>();
        do
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.NamespaceURI != Hl7v3Vocabulary.Namespace:
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    StartElement(reader, xml, open);
                    break;
                case XmlNodeType.EndElement:
                    xml.EndElement(open.Pop());
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    xml.Text(reader.Value);
                    break;
            }

            if (!reader.Read()) break;
            if (buffer.WrittenCount > Hl7v3Limits.MaxQueryBytes) return Leave(reader, open.Count);
        }
        while (open.Count > 0);
        xml.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>A reader on the start tag of a copy.</summary>
    internal static XmlReader Read(ReadOnlyMemory<byte> copy)
    {
        var reader = XmlReader.Create(new MemoryStream(copy.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        reader.MoveToContent();
        return reader;
    }

    static void StartElement(XmlReader reader, Utf8XmlWriter xml, Stack<byte[]> open)
    {
        var name = Encoding.UTF8.GetBytes(reader.LocalName);
        xml.StartElement(name);
        if (open.Count == 0)
        {
            xml.Attribute("xmlns"u8, Hl7v3Vocabulary.Namespace);
            xml.Attribute("xmlns:xsi"u8, Hl7v3Vocabulary.SchemaInstance);
        }

        var isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute()) CopyAttribute(reader, xml);
        reader.MoveToElement();
        if (isEmpty) xml.EndElement(name);
        else open.Push(name);
    }

    static void CopyAttribute(XmlReader attribute, Utf8XmlWriter xml)
    {
        if (attribute.NamespaceURI.Length == 0) xml.Attribute(Encoding.UTF8.GetBytes(attribute.LocalName), attribute.Value);
        else if (attribute.NamespaceURI == Hl7v3Vocabulary.SchemaInstance && attribute.LocalName == "type" && TypeOf(attribute) is { } type) xml.Attribute("xsi:type"u8, type);
        else if (attribute.NamespaceURI == Hl7v3Vocabulary.SchemaInstance && attribute.LocalName == "nil") xml.Attribute("xsi:nil"u8, attribute.Value);
    }

    static string? TypeOf(XmlReader attribute)
    {
        var name = attribute.Value.Trim();
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        var space = attribute.LookupNamespace(colon < 0 ? "" : name[..colon]);
        return space == Hl7v3Vocabulary.Namespace ? name[(colon + 1)..] : null;
    }

    // The rest of the element must be well-formed all the same.
    static ReadOnlyMemory<byte> Leave(XmlReader reader, int open)
    {
        while (open > 0)
        {
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement) open++;
            else if (reader.NodeType == XmlNodeType.EndElement) open--;
            if (!reader.Read()) break;
        }

        return default;
    }
}
