using System.Text;
using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reading of elements and attributes of V3 messages.</summary>
static class Hl7v3Xml
{
    /// <summary>The element's name; empty for an element of another namespace.</summary>
    internal static string Hl7Name(this XmlReader reader) => reader.NamespaceURI == Hl7v3Vocabulary.Namespace ? reader.LocalName : "";

    /// <summary>Calls back on each child element of the namespace with its name; others are passed by.</summary>
    internal static void ForEachPart(this XmlReader reader, Action<XmlReader, string> read) => reader.ForEachChild(child =>
    {
        var name = child.Hl7Name();
        if (name.Length == 0) child.Skip();
        else read(child, name);
    });

    /// <summary>Goes down to the parts of children of one name.</summary>
    internal static void Into(this XmlReader reader, string name, Action<XmlReader> read) => reader.ForEachPart((child, found) =>
    {
        if (found == name) read(child);
        else child.Skip();
    });

    /// <summary>An attribute of the element, trimmed; empty when absent.</summary>
    internal static string Attribute(this XmlReader reader, string name) => reader.GetAttribute(name)?.Trim() ?? "";

    /// <summary>An attribute of the element, which is left behind.</summary>
    internal static string TakeAttribute(this XmlReader reader, string name)
    {
        var value = reader.Attribute(name);
        reader.Skip();
        return value;
    }

    /// <summary>The element's own text, white space drawn together; what is in elements below it is no part of it.</summary>
    internal static string TakeText(this XmlReader reader)
    {
        var text = new StringBuilder();
        reader.ForEachNode(child => child.Skip(), piece => text.Append(piece));
        return Collapse(text);
    }

    /// <summary>White space as XML Schema's token has it.</summary>
    internal static string Collapse(StringBuilder text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Calls back on child elements, which the callback must consume, and on text between them.</summary>
    internal static void ForEachNode(this XmlReader reader, Action<XmlReader> element, Action<string> text)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.ReadStartElement();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                element(reader);
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text(reader.Value);
            if (!reader.Read()) throw new XmlException("The document ends inside an element.");
        }

        reader.ReadEndElement();
    }
}
