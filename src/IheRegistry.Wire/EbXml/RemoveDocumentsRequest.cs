using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>rmd:RemoveDocumentsRequest, the body of ITI-86 (ITI TF Supplement RMD, 3.86.4.1.2).</summary>
public static class RemoveDocumentsRequest
{
    /// <summary>Reads the documents to remove, in order; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static IReadOnlyList<DocumentRequest>? Read(XmlReader reader) =>
        reader.IsStartElement("RemoveDocumentsRequest", EbXmlNamespaces.Rmd) ? RetrieveDocumentSetRequest.ReadDocuments(reader) : null;

    /// <summary>Writes a request.</summary>
    public static void Write(Utf8XmlWriter xml, IEnumerable<DocumentRequest> documents)
    {
        xml.StartElement("rmd:RemoveDocumentsRequest"u8);
        xml.Attribute("xmlns:rmd"u8, EbXmlNamespaces.Rmd);
        xml.Attribute("xmlns:xdsb"u8, EbXmlNamespaces.XdsB);
        RetrieveDocumentSetRequest.WriteDocuments(xml, documents);
        xml.EndElement("rmd:RemoveDocumentsRequest"u8);
    }
}
