using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Client;

/// <summary>The body that ITI-41 and ITI-42 are answered with.</summary>
static class Responses
{
    internal static RegistryResponse? Read(XmlReader reader) =>
        reader.IsStartElement("RegistryResponse", EbXmlNamespaces.Rs) ? RegistryResponseReader.Read(reader) : null;
}
