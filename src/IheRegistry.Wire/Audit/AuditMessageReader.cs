using System.Diagnostics.CodeAnalysis;
using System.Xml;
using IheRegistry.Model.Audit;

namespace IheRegistry.Wire.Audit;

/// <summary>
/// Reads an AuditMessage (DICOM PS3.15 A.5), and the older RFC 3881 spelling of its codes, which senders still use.
/// What it does not know, such as DICOM object descriptions, it passes over: whoever keeps messages keeps their bytes.
/// </summary>
public static class AuditMessageReader
{
    // Messages come from strangers: no DTD, hence no entities and nothing to fetch.
    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Reads one message.</summary>
    /// <param name="message">Its bytes, in UTF-8 or as the XML declaration says.</param>
    /// <param name="audited">The event, if it could be read.</param>
    /// <param name="problem">Why not, if it could not.</param>
    /// <returns>Whether it could be read.</returns>
    public static bool TryRead(
        ReadOnlyMemory<byte> message,
        [NotNullWhen(true)] out AuditEvent? audited,
        [NotNullWhen(false)] out string? problem)
    {
        audited = null;
        var parts = new AuditMessageParts();
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(message.ToArray(), writable: false), Settings);
            problem = Read(xml, parts);
        }
        catch (XmlException malformed)
        {
            problem = $"not well-formed XML at line {malformed.LineNumber}, position {malformed.LinePosition}";
        }

        if (problem is not null)
            return false;
        return parts.TryComplete(out audited, out problem);
    }

    static string? Read(XmlReader xml, AuditMessageParts parts)
    {
        xml.MoveToContent();
        if (xml.LocalName != "AuditMessage")
            return $"the root element is {xml.LocalName}, not AuditMessage";
        while (!xml.EOF)
        {
            // Taking an element's text leaves the reader on the node behind it.
            if (xml.NodeType != XmlNodeType.Element || !parts.TakesContent(xml))
                xml.Read();
        }

        return null;
    }
}
