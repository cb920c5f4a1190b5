using System.Diagnostics.CodeAnalysis;
using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Mtom;

/// <summary>The element that stands in the envelope for an optimised part (XOP 1.0 section 2.1).</summary>
public static class XopInclude
{
    /// <summary>The namespace of XOP.</summary>
    public const string Namespace = "http://www.w3.org/2004/08/xop/include";

    /// <summary>
    /// When <paramref name="reader"/> stands on an <c>xop:Include</c> start tag, moves past the element and gives its <c>href</c>, empty when
    /// the attribute is missing. Otherwise leaves the reader where it is.
    /// </summary>
    public static bool TryReadHref(XmlReader reader, [NotNullWhen(true)] out string? href)
    {
        href = null;
        if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Include" || reader.NamespaceURI != Namespace)
            return false;

        href = reader.GetAttribute("href") ?? "";
        reader.Skip();
        return true;
    }

    /// <summary>Writes an <c>xop:Include</c> that points at the part with this Content-ID.</summary>
    public static void Write(Utf8XmlWriter xml, string contentId)
    {
        xml.StartElement("xop:Include"u8);
        xml.Attribute("xmlns:xop"u8, Namespace);
        xml.Attribute("href"u8, ContentId.ToHref(contentId));
        xml.EndElement("xop:Include"u8);
    }
}
