using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Cda;

/// <summary>
/// Reads a section's text, whatever its sender has put there, and fits it into the narrative schema: what cannot stay as it is stays as
/// text. Only scripts and style sheets go with all that is in them.
/// </summary>
sealed class NarrativeReader
{
    /// <summary>True once something was met that shows a picture or other media.</summary>
    public bool HasMultimedia { get; private set; }

    /// <summary>Reads the element that the reader stands on and moves behind it.</summary>
    public Narrative Read(CdaXmlReader reader)
    {
        var children = ReadChildren(reader);
        var fitted = NarrativeFit.Into(NarrativeGrammar.Root, children);
        return fitted.All(node => string.IsNullOrWhiteSpace(node.Text) && node.Name is null)
            ? Narrative.Empty
            : Narrative.Write(xml => Write(xml, fitted));
    }

    List<NarrativeNode> ReadChildren(CdaXmlReader reader)
    {
        var children = new List<NarrativeNode>();
        reader.ForEachChild(
            () =>
            {
                if (ReadElement(reader) is { } node) children.Add(node);
            },
            text => children.Add(NarrativeNode.OfText(text)));
        return children;
    }

    NarrativeNode? ReadElement(CdaXmlReader reader)
    {
        var xml = reader.Xml;
        if (IsActive(xml.LocalName))
        {
            reader.Skip();
            return null;
        }

        var name = xml.NamespaceURI == CdaNames.Namespace ? xml.LocalName : "";
        HasMultimedia |= name == "renderMultiMedia";
        var attributes = ReadAttributes(xml, name);
        return new NarrativeNode(name, null) { Attributes = attributes, Children = ReadChildren(reader) };
    }

    static bool IsActive(string name) =>
        name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase);

    static List<(string, string)> ReadAttributes(XmlReader xml, string element)
    {
        var kept = new List<(string, string)>();
        if (!xml.MoveToFirstAttribute()) return kept;
        do
        {
            if (xml.NamespaceURI.Length == 0 && NarrativeGrammar.Keeps(element, xml.LocalName, xml.Value)) kept.Add((xml.LocalName, xml.Value));
        }
        while (xml.MoveToNextAttribute());
        xml.MoveToElement();
        return kept;
    }

    static void Write(Utf8XmlWriter xml, IReadOnlyList<NarrativeNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Name is null)
            {
                xml.Text(node.Text);
                continue;
            }

            // Names are the grammar's: what it does not know was dissolved.
            var name = System.Text.Encoding.ASCII.GetBytes(node.Name);
            xml.StartElement(name);
            foreach (var (attribute, value) in node.Attributes) xml.Attribute(System.Text.Encoding.ASCII.GetBytes(attribute), value);
            Write(xml, node.Children);
            xml.EndElement(name);
        }
    }
}
