using System.Text.RegularExpressions;
using IheRegistry.Model.Metadata;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Cda;

/// <summary>Values of the HL7 v3 data types as XML (CDA R2 datatypes-base.xsd).</summary>
static partial class CdaValues
{
    /// <summary>II of a document's uniqueId, of any of its forms (ITI TF-3 4.2.3.2.26).</summary>
    internal static void Id(Utf8XmlWriter xml, string uniqueId)
    {
        var text = uniqueId.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) || uniqueId.StartsWith("urn:oid:", StringComparison.OrdinalIgnoreCase)
            ? uniqueId[(uniqueId.LastIndexOf(':') + 1)..]
            : uniqueId;
        var parts = text.Split('^', 2);
        if (IsUid(parts[0])) Id(xml, parts[0], parts.ElementAtOrDefault(1));
        else Null(xml, "id"u8, "OTH");
    }

    /// <summary>II; a root that is no OID or UUID makes a null flavor.</summary>
    internal static void Id(Utf8XmlWriter xml, string? root, string? extension)
    {
        if (root is null || !IsUid(root))
        {
            Null(xml, "id"u8, "UNK");
            return;
        }

        xml.StartElement("id"u8);
        xml.Attribute("root"u8, root);
        if (!string.IsNullOrEmpty(extension)) xml.Attribute("extension"u8, extension);
        xml.EndElement("id"u8);
    }

    /// <summary>CE. A code that the type does not take stands as original text.</summary>
    internal static void Code(Utf8XmlWriter xml, ReadOnlySpan<byte> name, CdaCode code)
    {
        xml.StartElement(name);
        if (IsUid(code.CodeSystem) && !code.Code.Any(char.IsWhiteSpace))
        {
            xml.Attribute("code"u8, code.Code);
            xml.Attribute("codeSystem"u8, code.CodeSystem);
            if (!string.IsNullOrEmpty(code.DisplayName)) xml.Attribute("displayName"u8, code.DisplayName);
        }
        else
        {
            xml.Attribute("nullFlavor"u8, "OTH");
            xml.Element("originalText"u8, code.DisplayName is { Length: > 0 } display ? $"{display} ({code.Code})" : code.Code);
        }

        xml.EndElement(name);
    }

    /// <summary>TS of a DTM in UTC.</summary>
    internal static void Time(Utf8XmlWriter xml, ReadOnlySpan<byte> name, string? time)
    {
        if (!Dtm.IsValid(time))
        {
            Null(xml, name, "UNK");
            return;
        }

        xml.StartElement(name);
        // A date has no zone; what is finer says that it is UTC.
        xml.Attribute("value"u8, time.Length > 8 ? $"{time}+0000" : time);
        xml.EndElement(name);
    }

    /// <summary>languageCode, where there is one that is a code.</summary>
    internal static void Language(Utf8XmlWriter xml, string? language)
    {
        if (string.IsNullOrEmpty(language) || language.Any(char.IsWhiteSpace)) return;
        xml.StartElement("languageCode"u8);
        xml.Attribute("code"u8, language);
        xml.EndElement("languageCode"u8);
    }

    static void Null(Utf8XmlWriter xml, ReadOnlySpan<byte> name, string flavor)
    {
        xml.StartElement(name);
        xml.Attribute("nullFlavor"u8, flavor);
        xml.EndElement(name);
    }

    static bool IsUid(string text) => Uid().IsMatch(text);

    [GeneratedRegex(@"^(?:[0-2](?:\.(?:0|[1-9][0-9]*))*|[0-9a-zA-Z]{8}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{4}-[0-9a-zA-Z]{12})\z")]
    private static partial Regex Uid();
}
