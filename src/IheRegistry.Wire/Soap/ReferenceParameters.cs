using System.Text;
using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// Reads wsa:ReferenceParameters: opaque elements that whoever sends to the endpoint reference repeats as header blocks, each marked with
/// wsa:IsReferenceParameter (WS-Addressing 1.0 core section 2.1, SOAP binding section 2.3).
/// </summary>
static class ReferenceParameters
{
    const string IsReferenceParameter = "IsReferenceParameter";

    // A header block of these would speak for this server (WS-Addressing 1.0 SOAP binding section 7).
    static readonly HashSet<string> Reserved =
        ["", SoapNamespaces.Addressing, SoapNamespaces.Soap12, SoapNamespaces.Soap11, SoapNamespaces.Security];

    static readonly XmlWriterSettings Fragment = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        ConformanceLevel = ConformanceLevel.Fragment,
        OmitXmlDeclaration = true,
        // The reader of the envelope has checked them.
        CheckCharacters = false,
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>The header blocks; null where they are too large or no blocks to echo. The element is passed in either case.</summary>
    internal static ReadOnlyMemory<byte>? Read(XmlDictionaryReader xml, int maxBytes)
    {
        using var output = new MemoryStream();
        var isLegal = true;
        using (var writer = XmlWriter.Create(output, Fragment))
        {
            var depth = xml.Depth;
            var isEmpty = xml.IsEmptyElement;
            xml.Read();
            while (!isEmpty && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                    xml.Read();
                else if (isLegal &= output.Length <= maxBytes && !Reserved.Contains(xml.NamespaceURI))
                    Copy(xml, writer);
                else
                    xml.Skip();
            }

            if (!isEmpty)
                xml.Read();
        }

        if (!isLegal || output.Length > maxBytes)
            return null;
        return output.ToArray();
    }

    static void Copy(XmlDictionaryReader xml, XmlWriter writer)
    {
        var isEmpty = xml.IsEmptyElement;
        var depth = xml.Depth;
        writer.WriteStartElement(xml.Prefix, xml.LocalName, xml.NamespaceURI);
        CopyAttributes(xml, writer);
        writer.WriteAttributeString("a", IsReferenceParameter, SoapNamespaces.Addressing, "true");
        xml.Read();
        while (!isEmpty && xml.Depth > depth) writer.WriteNode(xml, false);
        if (!isEmpty)
            xml.Read();
        writer.WriteEndElement();
        writer.Flush();
    }

    static void CopyAttributes(XmlDictionaryReader xml, XmlWriter writer)
    {
        while (xml.MoveToNextAttribute())
        {
            if (xml.LocalName != IsReferenceParameter || xml.NamespaceURI != SoapNamespaces.Addressing)
                writer.WriteAttributeString(xml.Prefix, xml.LocalName, xml.NamespaceURI, xml.Value);
        }

        xml.MoveToElement();
    }
}
