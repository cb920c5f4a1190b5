using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Server.AffinityDomains;

/// <summary>Reads <c>codes.xml</c> once, element by element.</summary>
sealed class CodesXmlReader
{
    const string MimeTypeName = "mimeType";

    // Older files call Folder.codeList by its own name, newer ones say whose it is.
    const string FolderCodeListOldName = "codeList";

    // The largest known file has 200 KB; a hundred times that is no code set.
    const long MostCharacters = 20_000_000;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
    };

    readonly Dictionary<CodedAttribute, OrderedDictionary<(string, string), Code>> _codes = [];
    readonly OrderedDictionary<string, string> _mimeTypes = new(StringComparer.OrdinalIgnoreCase);
    readonly OrderedDictionary<string, AssigningAuthority> _authorities = new(StringComparer.Ordinal);
    readonly List<string> _notices = [];
    readonly List<string> _problems = [];

    internal CodesXml Read(Stream file)
    {
        if (Load(file) is { } root)
            ReadRoot(root);
        var codes = _codes.ToDictionary(list => list.Key, IReadOnlyList<Code> (list) => [.. list.Value.Values]);
        return new CodesXml(codes, [.. _mimeTypes.Values], [.. _authorities.Values], _notices, _problems);
    }

    XElement? Load(Stream file)
    {
        try
        {
            using var reader = XmlReader.Create(file, Settings);
            return XElement.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException broken)
        {
            _problems.Add($"not XML that can be taken: {broken.Message}");
            return null;
        }
    }

    void ReadRoot(XElement root)
    {
        if (root.Name != "Codes")
            _problems.Add(At(root, $"expected the element Codes, found {root.Name.LocalName}"));
        foreach (var element in root.Elements())
        {
            if (element.Name == "CodeType")
                ReadCodeType(element);
            else if (element.Name == "AssigningAuthority")
                ReadAuthority(element);
            else
                _notices.Add(At(element, $"the element {element.Name.LocalName} is not known and left out"));
        }
    }

    void ReadCodeType(XElement type)
    {
        var name = (string?)type.Attribute("name") ?? "";
        if (name == MimeTypeName)
            ReadMimeTypes(type);
        else if (AffinityDomainNames.FindAttribute(name == FolderCodeListOldName ? "folderCodeList" : name) is { } attribute)
            ReadCodes(type, name, attribute);
        else
            _notices.Add(At(type, $"the CodeType \"{name}\" is no coded attribute and left out"));
    }

    void ReadMimeTypes(XElement type)
    {
        foreach (var code in type.Elements("Code"))
        {
            if (Required(code, "code") is { } mimeType)
                _mimeTypes.TryAdd(mimeType, mimeType);
        }
    }

    // The known files repeat codes, often with other displays. A code is known or not: the first display stands.
    void ReadCodes(XElement type, string name, CodedAttribute attribute)
    {
        if (!_codes.TryGetValue(attribute, out var codes))
            _codes.Add(attribute, codes = []);
        var repeated = 0;
        foreach (var element in type.Elements("Code"))
        {
            if (Required(element, "code") is not { } value || Required(element, "codingScheme") is not { } scheme)
                continue;
            if (!codes.TryAdd((value, scheme), new Code(value, scheme, Trimmed(element, "display"))))
                repeated++;
        }

        if (repeated > 0)
            _notices.Add(string.Create(CultureInfo.InvariantCulture, $"{name}: {repeated} repeated codes were merged, the first display stands"));
    }

    // id is an HD as in CX.4: namespace&OID&ISO.
    void ReadAuthority(XElement element)
    {
        if (Required(element, "id") is not { } id)
            return;
        var parts = id.Split('&');
        if (parts.Length == 3 && parts[2] == "ISO" && Oid.IsValid(parts[1]))
        {
            var name = parts[0].Length > 0 ? parts[0] : Trimmed(element, "display");
            _authorities.TryAdd(parts[1], new AssigningAuthority(parts[1], AuthorityKind.PatientId, name));
        }
        else
        {
            _problems.Add(At(element, $"\"{id}\" is not an assigning authority, &OID&ISO"));
        }
    }

    string? Required(XElement element, string attribute)
    {
        var value = Trimmed(element, attribute);
        if (value is null)
            _problems.Add(At(element, $"{element.Name.LocalName} has no {attribute}"));
        return value;
    }

    static string? Trimmed(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    static string At(XElement element, string message) =>
        string.Create(CultureInfo.InvariantCulture, $"line {((IXmlLineInfo)element).LineNumber}: {message}");
}
