using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>xds:RetrieveDocumentSetResponse as a client reads it (ITI TF-2 3.43.4.2.2).</summary>
/// <param name="Response">Status and errors.</param>
/// <param name="Documents">The documents in the order of the envelope.</param>
public sealed record RetrieveDocumentSetResponse(RegistryResponse Response, IReadOnlyList<DocumentResponse> Documents)
{
    /// <summary>Reads the response that the reader stands on and moves behind it; null when it is another element or has no status.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static RetrieveDocumentSetResponse? Read(XmlReader reader)
    {
        if (!reader.IsStartElement("RetrieveDocumentSetResponse", EbXmlNamespaces.XdsB)) return null;
        RegistryResponse? response = null;
        var documents = new List<DocumentResponse>();
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "RegistryResponse") response = RegistryResponseReader.Read(child);
            else if (child.LocalName == "DocumentResponse") documents.Add(ReadDocument(child));
            else child.Skip();
        });
        return response is null ? null : new RetrieveDocumentSetResponse(response, documents);
    }

    static DocumentResponse ReadDocument(XmlReader reader)
    {
        string? home = null, newRepository = null, newDocument = null;
        string repository = "", document = "", mimeType = "";
        (string? ContentId, ReadOnlyMemory<byte>? Inline) content = default;
        reader.ForEachChild(child =>
        {
            switch (child.LocalName)
            {
                case "HomeCommunityId": home = child.ReadElementContentAsString().Trim(); break;
                case "RepositoryUniqueId": repository = child.ReadElementContentAsString().Trim(); break;
                case "DocumentUniqueId": document = child.ReadElementContentAsString().Trim(); break;
                case "NewRepositoryUniqueId": newRepository = child.ReadElementContentAsString().Trim(); break;
                case "NewDocumentUniqueId": newDocument = child.ReadElementContentAsString().Trim(); break;
                case "mimeType": mimeType = child.ReadElementContentAsString().Trim(); break;
                case "Document": content = BinaryContent.Read(child); break;
                default: child.Skip(); break;
            }
        });
        return new DocumentResponse(new DocumentRequest(home, repository, document), mimeType, content.ContentId, content.Inline)
        {
            NewRepositoryUniqueId = newRepository,
            NewDocumentUniqueId = newDocument,
        };
    }
}

/// <summary>One document of an ITI-43 answer: its bytes are in a MIME part, or came inline in base64.</summary>
/// <param name="Request">Which document it is.</param>
/// <param name="MimeType">Its mimeType.</param>
/// <param name="ContentId">Content-ID of the part that carries it, empty when its xop:Include names none; null when it came inline.</param>
/// <param name="Inline">The bytes that came inline; null when they are in a part.</param>
public sealed record DocumentResponse(DocumentRequest Request, string MimeType, string? ContentId, ReadOnlyMemory<byte>? Inline)
{
    /// <summary>Where what an on-demand entry was answered with can be retrieved again; null where nowhere.</summary>
    public string? NewRepositoryUniqueId { get; init; }

    /// <summary>The uniqueId of what an on-demand entry was answered with; null for any other document.</summary>
    public string? NewDocumentUniqueId { get; init; }
}
