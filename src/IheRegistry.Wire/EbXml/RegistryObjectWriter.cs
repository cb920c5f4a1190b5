using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>
/// Writes ebRIM objects with the prefix <c>rim</c>, which the surrounding document declares, in the order of the official schema:
/// slots, name, description, version, classifications, external identifiers.
/// </summary>
public static class RegistryObjectWriter
{
    /// <summary>Writes a rim:RegistryObjectList.</summary>
    public static void Write(Utf8XmlWriter xml, IEnumerable<RegistryObject> objects)
    {
        xml.StartElement("rim:RegistryObjectList"u8);
        foreach (var item in objects) Write(xml, item);
        xml.EndElement("rim:RegistryObjectList"u8);
    }

    /// <summary>Writes one object as it is.</summary>
    public static void Write(Utf8XmlWriter xml, RegistryObject item)
    {
        var name = ElementName(item.Element);
        xml.StartElement(name);
        WriteAttributes(xml, item);
        Optional(xml, "status"u8, item.Status);
        Optional(xml, "home"u8, item.Home);
        foreach (var slot in item.Slots) WriteSlot(xml, slot);
        WriteTexts(xml, item);
        if (item.VersionName is not null)
        {
            xml.StartElement("rim:VersionInfo"u8);
            xml.Attribute("versionName"u8, item.VersionName);
            xml.EndElement("rim:VersionInfo"u8);
        }

        foreach (var classification in item.Classifications) WriteClassification(xml, classification);
        foreach (var identifier in item.ExternalIdentifiers)
        {
            xml.StartElement("rim:ExternalIdentifier"u8);
            Optional(xml, "value"u8, identifier.Value);
            WriteIdentifierRest(xml, identifier);
        }

        xml.EndElement(name);
    }

    internal static ReadOnlySpan<byte> ElementName(EbrimElement element) => element switch
    {
        EbrimElement.ExtrinsicObject => "rim:ExtrinsicObject"u8,
        EbrimElement.RegistryPackage => "rim:RegistryPackage"u8,
        _ => "rim:Association"u8,
    };

    /// <summary>All attributes but those that an answer splices in.</summary>
    internal static void WriteAttributes(Utf8XmlWriter xml, RegistryObject item)
    {
        Optional(xml, "id"u8, item.Id);
        Optional(xml, "lid"u8, item.LogicalId);
        Optional(xml, "objectType"u8, item.ObjectType);
        Optional(xml, "mimeType"u8, item.MimeType);
        Optional(xml, "associationType"u8, item.AssociationType);
        Optional(xml, "sourceObject"u8, item.SourceObject);
        Optional(xml, "targetObject"u8, item.TargetObject);
    }

    internal static void WriteTexts(Utf8XmlWriter xml, RegistryObject item)
    {
        WriteText(xml, "rim:Name"u8, item.Name);
        WriteText(xml, "rim:Description"u8, item.Description);
    }

    internal static void WriteSlot(Utf8XmlWriter xml, Slot slot)
    {
        xml.StartElement("rim:Slot"u8);
        xml.Attribute("name"u8, slot.Name);
        xml.StartElement("rim:ValueList"u8);
        foreach (var value in slot.Values) xml.Element("rim:Value"u8, value);
        xml.EndElement("rim:ValueList"u8);
        xml.EndElement("rim:Slot"u8);
    }

    internal static void WriteClassification(Utf8XmlWriter xml, Classification classification)
    {
        xml.StartElement("rim:Classification"u8);
        Optional(xml, "id"u8, classification.Id);
        xml.Attribute("objectType"u8, "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:Classification");
        Optional(xml, "classificationScheme"u8, classification.Scheme);
        Optional(xml, "classificationNode"u8, classification.Node);
        Optional(xml, "classifiedObject"u8, classification.ClassifiedObject);
        Optional(xml, "nodeRepresentation"u8, classification.NodeRepresentation);
        foreach (var slot in classification.Slots) WriteSlot(xml, slot);
        WriteText(xml, "rim:Name"u8, classification.Name);
        xml.EndElement("rim:Classification"u8);
    }

    /// <summary>The rest of an ExternalIdentifier whose start tag and value are written.</summary>
    internal static void WriteIdentifierRest(Utf8XmlWriter xml, ExternalIdentifier identifier)
    {
        Optional(xml, "id"u8, identifier.Id);
        xml.Attribute("objectType"u8, "urn:oasis:names:tc:ebxml-regrep:ObjectType:RegistryObject:ExternalIdentifier");
        Optional(xml, "registryObject"u8, identifier.RegistryObject);
        Optional(xml, "identificationScheme"u8, identifier.Scheme);
        WriteText(xml, "rim:Name"u8, identifier.Name);
        xml.EndElement("rim:ExternalIdentifier"u8);
    }

    static void WriteText(Utf8XmlWriter xml, ReadOnlySpan<byte> name, IReadOnlyList<LocalizedText> texts)
    {
        if (texts.Count == 0) return;
        xml.StartElement(name);
        foreach (var text in texts)
        {
            xml.StartElement("rim:LocalizedString"u8);
            Optional(xml, "xml:lang"u8, text.Language);
            Optional(xml, "charset"u8, text.Charset);
            xml.Attribute("value"u8, text.Value);
            xml.EndElement("rim:LocalizedString"u8);
        }

        xml.EndElement(name);
    }

    static void Optional(Utf8XmlWriter xml, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) xml.Attribute(name, value);
    }
}
