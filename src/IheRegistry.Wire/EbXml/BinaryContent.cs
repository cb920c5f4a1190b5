using System.Xml;
using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.EbXml;

/// <summary>Content of an element that is either an xop:Include or base64 text (XOP 1.0 section 2).</summary>
static class BinaryContent
{
    /// <summary>
    /// Reads the content of the element that the reader stands on and moves behind it. A reference without a usable cid gives an
    /// empty Content-ID, which no part can have.
    /// </summary>
    internal static (string? ContentId, ReadOnlyMemory<byte>? Inline) Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return (null, ReadOnlyMemory<byte>.Empty);
        }

        reader.ReadStartElement();
        var inline = ReadText(reader);
        string? contentId = null;
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (contentId is null && XopInclude.TryReadHref(reader, out var href)) contentId = ContentId.FromHref(href) ?? "";
            else reader.Skip();
        }

        reader.ReadEndElement();
        return contentId is null ? (null, inline) : (contentId, null);
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
