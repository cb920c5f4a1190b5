using System.Xml;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>xds:ProvideAndRegisterDocumentSetRequest (ITI TF-2 3.41.4.1.2).</summary>
/// <param name="Metadata">What is to be registered.</param>
/// <param name="Documents">The documents, in the order named.</param>
public sealed record ProvideAndRegisterRequest(RegistryObjectList Metadata, IReadOnlyList<ProvidedDocument> Documents)
{
    /// <summary>
    /// Reads the request that the reader stands on; the order of its children does not matter. Null when it is another element or has
    /// no SubmitObjectsRequest.
    /// </summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static ProvideAndRegisterRequest? Read(XmlReader reader)
    {
        if (!reader.IsStartElement("ProvideAndRegisterDocumentSetRequest", EbXmlNamespaces.XdsB)) return null;
        RegistryObjectList? metadata = null;
        var documents = new List<ProvidedDocument>();
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "Document") documents.Add(ReadDocument(child));
            else if (SubmitObjectsRequest.Read(child) is { } list) metadata = list;
            else child.Skip();
        });
        return metadata is null ? null : new ProvideAndRegisterRequest(metadata, documents);
    }

    static ProvidedDocument ReadDocument(XmlReader reader)
    {
        var id = reader.GetAttribute("id") ?? "";
        var (contentId, inline) = BinaryContent.Read(reader);
        return new ProvidedDocument(id, contentId, inline);
    }
}
