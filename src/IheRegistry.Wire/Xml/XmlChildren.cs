using System.Xml;

namespace IheRegistry.Wire.Xml;

/// <summary>Walking the child elements of an element, the one loop that every reader of a known vocabulary needs.</summary>
static class XmlChildren
{
    /// <summary>
    /// Calls <paramref name="read"/> on each child element and moves behind the end of the current one.
    /// The callback must consume the child wholly. Text between children is ignored.
    /// </summary>
    internal static void ForEachChild(this XmlReader reader, Action<XmlReader> read)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return;
        }

        reader.ReadStartElement();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element) read(reader);
            else if (!reader.Read()) throw new XmlException("The document ends inside an element.");
        }

        reader.ReadEndElement();
    }
}
