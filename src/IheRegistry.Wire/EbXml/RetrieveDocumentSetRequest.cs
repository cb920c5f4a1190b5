using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>xds:RetrieveDocumentSetRequest (ITI TF-2 3.43.4.1.2).</summary>
public static class RetrieveDocumentSetRequest
{
    /// <summary>Reads the documents asked for, in order; null when the reader stands on another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static IReadOnlyList<DocumentRequest>? Read(XmlReader reader)
    {
        if (!reader.IsStartElement("RetrieveDocumentSetRequest", EbXmlNamespaces.XdsB)) return null;
        return ReadDocuments(reader);
    }

    /// <summary>Writes a request.</summary>
    public static void Write(Utf8XmlWriter xml, IEnumerable<DocumentRequest> documents)
    {
        xml.StartElement("xdsb:RetrieveDocumentSetRequest"u8);
        xml.Attribute("xmlns:xdsb"u8, EbXmlNamespaces.XdsB);
        WriteDocuments(xml, documents);
        xml.EndElement("xdsb:RetrieveDocumentSetRequest"u8);
    }

    /// <summary>Reads the DocumentRequests in the element that the reader stands on.</summary>
    internal static IReadOnlyList<DocumentRequest> ReadDocuments(XmlReader reader)
    {
        var documents = new List<DocumentRequest>();
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "DocumentRequest") documents.Add(ReadOne(child));
            else child.Skip();
        });
        return documents;
    }

    /// <summary>Writes DocumentRequests; the prefix xdsb must be declared.</summary>
    internal static void WriteDocuments(Utf8XmlWriter xml, IEnumerable<DocumentRequest> documents)
    {
        foreach (var document in documents)
        {
            xml.StartElement("xdsb:DocumentRequest"u8);
            if (document.Home is not null) xml.Element("xdsb:HomeCommunityId"u8, document.Home);
            xml.Element("xdsb:RepositoryUniqueId"u8, document.RepositoryUniqueId);
            xml.Element("xdsb:DocumentUniqueId"u8, document.DocumentUniqueId);
            xml.EndElement("xdsb:DocumentRequest"u8);
        }
    }

    static DocumentRequest ReadOne(XmlReader reader)
    {
        string? home = null, repository = null, document = null;
        reader.ForEachChild(child =>
        {
            switch (child.LocalName)
            {
                case "HomeCommunityId": home = child.ReadElementContentAsString().Trim(); break;
                case "RepositoryUniqueId": repository = child.ReadElementContentAsString().Trim(); break;
                case "DocumentUniqueId": document = child.ReadElementContentAsString().Trim(); break;
                default: child.Skip(); break;
            }
        });
        return new DocumentRequest(home, repository ?? "", document ?? "");
    }
}
