using System.Xml.Linq;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Tests.Shared.Metadata;

/// <summary>
/// Reads and writes rim:RegistryObjectList by System.Xml.Linq: a second reading, independent of the product's, for files that tests use.
/// </summary>
public static class RegistryObjectListXml
{
    static readonly XNamespace Rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";

    /// <summary>Reads the first RegistryObjectList of a document or envelope; null where there is none.</summary>
    public static RegistryObjectList? Read(XContainer document)
    {
        var list = document.Descendants().FirstOrDefault(e => e.Name.LocalName is "RegistryObjectList");
        return list is null ? null : ReadList(list);
    }

    /// <summary>The list as XML.</summary>
    public static XElement Write(RegistryObjectList list) => new(
        Rim + "RegistryObjectList", new XAttribute(XNamespace.Xmlns + "rim", Rim), list.Objects.Select(WriteObject));

    static RegistryObjectList ReadList(XElement list)
    {
        var objects = new List<RegistryObject>();
        var topLevel = new List<Classification>();
        var unknown = new List<string>();
        foreach (var item in list.Elements())
        {
            if (item.Name.LocalName == "Classification") topLevel.Add(ReadClassification(item));
            else if (Enum.TryParse<EbrimElement>(item.Name.LocalName, out var element)) objects.Add(ReadObject(item, element));
            else if (item.Name.LocalName != "ObjectRef") unknown.Add(item.Name.LocalName);
        }

        var folded = objects.Select(o => o with
        {
            Classifications = [.. o.Classifications, .. topLevel.Where(c => o.Id is not null && c.ClassifiedObject == o.Id)],
        });
        return new RegistryObjectList([.. folded], [.. topLevel.Where(c => objects.All(o => o.Id != c.ClassifiedObject))], unknown);
    }

    static RegistryObject ReadObject(XElement item, EbrimElement element) => new()
    {
        Element = element,
        Id = (string?)item.Attribute("id"),
        LogicalId = (string?)item.Attribute("lid"),
        ObjectType = (string?)item.Attribute("objectType"),
        Status = (string?)item.Attribute("status"),
        Home = (string?)item.Attribute("home"),
        MimeType = (string?)item.Attribute("mimeType"),
        AssociationType = (string?)item.Attribute("associationType"),
        SourceObject = (string?)item.Attribute("sourceObject"),
        TargetObject = (string?)item.Attribute("targetObject"),
        VersionName = (string?)Child(item, "VersionInfo")?.Attribute("versionName"),
        Slots = ReadSlots(item),
        Name = ReadTexts(Child(item, "Name")),
        Description = ReadTexts(Child(item, "Description")),
        Classifications = [.. Children(item, "Classification").Select(ReadClassification)],
        ExternalIdentifiers = [.. Children(item, "ExternalIdentifier").Select(ReadIdentifier)],
    };

    static Classification ReadClassification(XElement item) => new()
    {
        Id = (string?)item.Attribute("id"),
        ClassifiedObject = (string?)item.Attribute("classifiedObject"),
        Scheme = (string?)item.Attribute("classificationScheme"),
        Node = (string?)item.Attribute("classificationNode"),
        NodeRepresentation = (string?)item.Attribute("nodeRepresentation"),
        Slots = ReadSlots(item),
        Name = ReadTexts(Child(item, "Name")),
    };

    static ExternalIdentifier ReadIdentifier(XElement item) => new()
    {
        Id = (string?)item.Attribute("id"),
        RegistryObject = (string?)item.Attribute("registryObject"),
        Scheme = (string?)item.Attribute("identificationScheme"),
        Value = (string?)item.Attribute("value"),
        Name = ReadTexts(Child(item, "Name")),
    };

    static IReadOnlyList<Slot> ReadSlots(XElement item) =>
    [
        .. Children(item, "Slot").Select(s => new Slot(
            (string?)s.Attribute("name") ?? "",
            [.. s.Descendants().Where(v => v.Name.LocalName == "Value").Select(v => v.Value.Trim())])),
    ];

    static IReadOnlyList<LocalizedText> ReadTexts(XElement? item) => item is null
        ? []
        : [.. Children(item, "LocalizedString").Select(t => new LocalizedText((string?)t.Attribute("value") ?? "", (string?)t.Attribute(XNamespace.Xml + "lang"), (string?)t.Attribute("charset")))];

    static XElement? Child(XElement item, string name) => Children(item, name).FirstOrDefault();

    static IEnumerable<XElement> Children(XElement item, string name) => item.Elements().Where(e => e.Name.LocalName == name);

    static XElement WriteObject(RegistryObject item) => new(
        Rim + item.Element.ToString(),
        Optional("id", item.Id),
        Optional("lid", item.LogicalId),
        Optional("objectType", item.ObjectType),
        Optional("status", item.Status),
        Optional("home", item.Home),
        Optional("mimeType", item.MimeType),
        Optional("associationType", item.AssociationType),
        Optional("sourceObject", item.SourceObject),
        Optional("targetObject", item.TargetObject),
        item.Slots.Select(WriteSlot),
        WriteTexts("Name", item.Name),
        WriteTexts("Description", item.Description),
        item.VersionName is null ? null : new XElement(Rim + "VersionInfo", new XAttribute("versionName", item.VersionName)),
        item.Classifications.Select(WriteClassification),
        item.ExternalIdentifiers.Select(WriteIdentifier));

    // The schema asks for ids that the builder leaves out where nothing names them.
    static XElement WriteClassification(Classification item) => new(
        Rim + "Classification",
        new XAttribute("id", item.Id ?? $"urn:uuid:{Guid.NewGuid()}"),
        Optional("classifiedObject", item.ClassifiedObject),
        Optional("classificationScheme", item.Scheme),
        Optional("classificationNode", item.Node),
        Optional("nodeRepresentation", item.NodeRepresentation),
        item.Slots.Select(WriteSlot),
        WriteTexts("Name", item.Name));

    static XElement WriteIdentifier(ExternalIdentifier item) => new(
        Rim + "ExternalIdentifier",
        new XAttribute("id", item.Id ?? $"urn:uuid:{Guid.NewGuid()}"),
        Optional("registryObject", item.RegistryObject),
        Optional("identificationScheme", item.Scheme),
        Optional("value", item.Value),
        WriteTexts("Name", item.Name));

    static XElement WriteSlot(Slot slot) => new(
        Rim + "Slot", new XAttribute("name", slot.Name), new XElement(Rim + "ValueList", slot.Values.Select(v => new XElement(Rim + "Value", v))));

    static XElement? WriteTexts(string name, IReadOnlyList<LocalizedText> texts) => texts.Count == 0
        ? null
        : new XElement(
            Rim + name,
            texts.Select(t => new XElement(
                Rim + "LocalizedString",
                t.Language is null ? null : new XAttribute(XNamespace.Xml + "lang", t.Language),
                Optional("charset", t.Charset),
                new XAttribute("value", t.Value))));

    static XAttribute? Optional(string name, string? value) => value is null ? null : new XAttribute(name, value);
}
