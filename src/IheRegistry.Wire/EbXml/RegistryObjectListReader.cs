using System.Xml;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>
/// Reads rim:RegistryObjectList into values, as tolerant as it can be without losing anything: order of elements, missing ids and
/// unknown attributes do not matter here; the rules of ITI TF-3 4.2 judge what was read.
/// </summary>
public sealed class RegistryObjectListReader
{
    readonly List<RegistryObject> _objects = [];
    readonly List<Classification> _topLevel = [];
    readonly List<string> _unknown = [];

    readonly ICollection<string>? _references;

    RegistryObjectListReader(ICollection<string>? references) => _references = references;

    /// <summary>Reads the list that the reader stands on and moves behind it.</summary>
    /// <exception cref="XmlException">The XML is not well-formed or breaks a quota.</exception>
    public static RegistryObjectList Read(XmlReader reader) => Read(reader, null);

    /// <summary>As <see cref="Read(XmlReader)"/>, and the ids of the ObjectRefs go into <paramref name="references"/>.</summary>
    internal static RegistryObjectList Read(XmlReader reader, ICollection<string>? references)
    {
        var list = new RegistryObjectListReader(references);
        reader.ForEachChild(list.ReadMember);
        return list.Build();
    }

    void ReadMember(XmlReader reader)
    {
        if (reader.NamespaceURI != EbXmlNamespaces.Rim)
        {
            _unknown.Add(reader.LocalName);
            reader.Skip();
            return;
        }

        switch (reader.LocalName)
        {
            case "ExtrinsicObject":
                _objects.Add(ReadObject(reader, EbrimElement.ExtrinsicObject));
                break;
            case "RegistryPackage":
                _objects.Add(ReadObject(reader, EbrimElement.RegistryPackage));
                break;
            case "Association":
                _objects.Add(ReadObject(reader, EbrimElement.Association));
                break;
            case "Classification":
                _topLevel.Add(ReadClassification(reader));
                break;
            case "ObjectRef":
                // In a submission a reference to something the registry has: carries nothing to store (ebRIM 3.0).
                if (reader.GetAttribute("id") is { } id) _references?.Add(id);
                reader.Skip();
                break;
            default:
                _unknown.Add(reader.LocalName);
                reader.Skip();
                break;
        }
    }

    RegistryObjectList Build()
    {
        if (_topLevel.Count == 0) return new RegistryObjectList(_objects, [], _unknown);

        var byObject = _topLevel.ToLookup(c => c.ClassifiedObject);
        var known = new HashSet<string?>(_objects.Select(o => o.Id));
        var objects = _objects.Select(o => o.Id is not null && byObject.Contains(o.Id)
            ? o with { Classifications = [.. o.Classifications, .. byObject[o.Id]] }
            : o);
        return new RegistryObjectList([.. objects], [.. _topLevel.Where(c => !known.Contains(c.ClassifiedObject))], _unknown);
    }

    static RegistryObject ReadObject(XmlReader reader, EbrimElement element)
    {
        var read = ReadAttributes(reader, new RegistryObject { Element = element });
        var slots = new List<Slot>();
        var classifications = new List<Classification>();
        var identifiers = new List<ExternalIdentifier>();
        IReadOnlyList<LocalizedText> name = [], description = [];
        var version = default(string);
        reader.ForEachChild(child =>
        {
            switch (child.LocalName)
            {
                case "Slot": slots.Add(ReadSlot(child)); break;
                case "Name": name = ReadText(child); break;
                case "Description": description = ReadText(child); break;
                case "Classification": classifications.Add(ReadClassification(child)); break;
                case "ExternalIdentifier": identifiers.Add(ReadIdentifier(child)); break;
                case "VersionInfo": version = child.GetAttribute("versionName"); child.Skip(); break;
                default: child.Skip(); break;
            }
        });
        return read with
        {
            Slots = slots,
            Name = name,
            Description = description,
            Classifications = classifications,
            ExternalIdentifiers = identifiers,
            VersionName = version,
        };
    }

    static RegistryObject ReadAttributes(XmlReader reader, RegistryObject target) => target with
    {
        Id = reader.GetAttribute("id"),
        LogicalId = reader.GetAttribute("lid"),
        ObjectType = reader.GetAttribute("objectType"),
        Status = reader.GetAttribute("status"),
        Home = reader.GetAttribute("home"),
        MimeType = reader.GetAttribute("mimeType"),
        AssociationType = reader.GetAttribute("associationType"),
        SourceObject = reader.GetAttribute("sourceObject"),
        TargetObject = reader.GetAttribute("targetObject"),
    };

    /// <summary>Reads the rim:Slot that the reader stands on and moves behind it.</summary>
    internal static Slot ReadSlot(XmlReader reader)
    {
        var name = reader.GetAttribute("name") ?? "";
        var values = new List<string>();
        reader.ForEachChild(list =>
        {
            if (list.LocalName == "ValueList")
                list.ForEachChild(value => values.Add(value.ReadElementContentAsString().Trim()));
            else
                list.Skip();
        });
        return new Slot(name, values);
    }

    static Classification ReadClassification(XmlReader reader)
    {
        var classification = new Classification
        {
            Id = reader.GetAttribute("id"),
            ClassifiedObject = reader.GetAttribute("classifiedObject"),
            Scheme = reader.GetAttribute("classificationScheme"),
            Node = reader.GetAttribute("classificationNode"),
            NodeRepresentation = reader.GetAttribute("nodeRepresentation"),
        };
        var slots = new List<Slot>();
        IReadOnlyList<LocalizedText> name = [];
        reader.ForEachChild(child =>
        {
            switch (child.LocalName)
            {
                case "Slot": slots.Add(ReadSlot(child)); break;
                case "Name": name = ReadText(child); break;
                default: child.Skip(); break;
            }
        });
        return classification with { Slots = slots, Name = name };
    }

    static ExternalIdentifier ReadIdentifier(XmlReader reader)
    {
        var identifier = new ExternalIdentifier
        {
            Id = reader.GetAttribute("id"),
            RegistryObject = reader.GetAttribute("registryObject"),
            Scheme = reader.GetAttribute("identificationScheme"),
            Value = reader.GetAttribute("value"),
        };
        IReadOnlyList<LocalizedText> name = [];
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "Name") name = ReadText(child);
            else child.Skip();
        });
        return identifier with { Name = name };
    }

    static IReadOnlyList<LocalizedText> ReadText(XmlReader reader)
    {
        var texts = new List<LocalizedText>();
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "LocalizedString")
                texts.Add(new LocalizedText(child.GetAttribute("value") ?? "", child.GetAttribute("xml:lang"), child.GetAttribute("charset")));
            child.Skip();
        });
        return texts;
    }
}
