using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>lcm:RemoveObjectsRequest, the body of ITI-62 (ITI TF Supplement RMD, 3.62.4.1.2).</summary>
/// <param name="ObjectRefs">The ids of rim:ObjectRefList, in order; empty where it is missing.</param>
/// <param name="HasAdhocQuery">True where a rim:AdhocQuery is to say what is removed.</param>
/// <param name="DeletionScope">The attribute deletionScope, or null.</param>
public sealed record RemoveObjectsRequest(IReadOnlyList<string> ObjectRefs, bool HasAdhocQuery = false, string? DeletionScope = null)
{
    /// <summary>The scope that a request without one has (ebRS 3.0 5.7.1): the objects with all that belongs to them.</summary>
    public const string DeleteAll = "urn:oasis:names:tc:ebxml-regrep:DeletionScopeType:DeleteAll";

    /// <summary>Reads the request that the reader stands on and moves behind it; null when it is another element.</summary>
    /// <exception cref="XmlException">The XML is not well-formed.</exception>
    public static RemoveObjectsRequest? Read(XmlReader reader)
    {
        if (!reader.IsStartElement("RemoveObjectsRequest", EbXmlNamespaces.Lcm)) return null;
        var scope = reader.GetAttribute("deletionScope");
        var references = new List<string>();
        var hasQuery = false;
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "ObjectRefList" && child.NamespaceURI == EbXmlNamespaces.Rim)
            {
                ReadReferences(child, references);
                return;
            }

            hasQuery |= child.LocalName == "AdhocQuery";
            child.Skip();
        });
        return new RemoveObjectsRequest(references, hasQuery, scope);
    }

    /// <summary>Writes a request for the removal of objects.</summary>
    public static void Write(Utf8XmlWriter xml, IEnumerable<string> objectRefs)
    {
        xml.StartElement("lcm:RemoveObjectsRequest"u8);
        xml.Attribute("xmlns:lcm"u8, EbXmlNamespaces.Lcm);
        xml.Attribute("xmlns:rim"u8, EbXmlNamespaces.Rim);
        xml.StartElement("rim:ObjectRefList"u8);
        foreach (var id in objectRefs)
        {
            xml.StartElement("rim:ObjectRef"u8);
            xml.Attribute("id"u8, id);
            xml.EndElement("rim:ObjectRef"u8);
        }

        xml.EndElement("rim:ObjectRefList"u8);
        xml.EndElement("lcm:RemoveObjectsRequest"u8);
    }

    static void ReadReferences(XmlReader reader, List<string> references) => reader.ForEachChild(child =>
    {
        if (child.LocalName == "ObjectRef") references.Add((child.GetAttribute("id") ?? "").Trim());
        child.Skip();
    });
}
