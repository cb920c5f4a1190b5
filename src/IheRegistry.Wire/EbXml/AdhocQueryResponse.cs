using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>query:AdhocQueryResponse as a client reads it (ITI TF-2 3.18.4.1.2.6).</summary>
/// <param name="Response">Status and errors.</param>
/// <param name="Objects">The objects found, for returnType LeafClass.</param>
/// <param name="References">The ids of the objects found, for returnType ObjectRef.</param>
public sealed record AdhocQueryResponse(
    RegistryResponse Response, IReadOnlyList<RegistryObject> Objects, IReadOnlyList<string> References)
{
    /// <summary>Reads the response that the reader stands on and moves behind it; null when it is another element.</summary>
    /// <exception cref="XmlException">It has no status, or the XML is not well-formed.</exception>
    public static AdhocQueryResponse? Read(XmlReader reader)
    {
        if (!reader.IsStartElement("AdhocQueryResponse", EbXmlNamespaces.Query)) return null;
        var status = RegistryResponseReader.ReadStatus(reader);
        var errors = new List<RegistryError>();
        var references = new List<string>();
        var objects = new List<RegistryObject>();
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "RegistryErrorList") RegistryResponseReader.ReadErrors(child, errors);
            else if (child.LocalName == "RegistryObjectList") objects.AddRange(RegistryObjectListReader.Read(child, references).Objects);
            else child.Skip();
        });
        return new AdhocQueryResponse(new RegistryResponse(status, errors), objects, references);
    }
}
