using System.Text.RegularExpressions;
using IheRegistry.Model.Demographics;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>
/// Writes elements of HL7 V3's data types. Values come from feeds of every kind: one that the data type has no form for is left out, so that an
/// answer is valid whatever a sender told.
/// </summary>
static partial class DataTypeWriter
{
    /// <summary>II.</summary>
    internal static void Identifier(Utf8XmlWriter xml, ReadOnlySpan<byte> element, InstanceIdentifier identifier)
    {
        xml.StartElement(element);
        if (identifier.IsEmpty) xml.Attribute("nullFlavor"u8, "NI"u8);
        if (identifier.Root.Length > 0) xml.Attribute("root"u8, identifier.Root);
        if (identifier.Extension.Length > 0) xml.Attribute("extension"u8, identifier.Extension);
        if (identifier.AuthorityName.Length > 0) xml.Attribute("assigningAuthorityName"u8, identifier.AuthorityName);
        xml.EndElement(element);
    }

    /// <summary>An element with one attribute.</summary>
    internal static void Attribute(Utf8XmlWriter xml, ReadOnlySpan<byte> element, ReadOnlySpan<byte> attribute, ReadOnlySpan<char> value)
    {
        xml.StartElement(element);
        xml.Attribute(attribute, value);
        xml.EndElement(element);
    }

    /// <summary>CS, CE.</summary>
    internal static void Code(Utf8XmlWriter xml, ReadOnlySpan<byte> element, string? code, string codeSystem = "")
    {
        if (code is null || !IsCode(code)) return;
        xml.StartElement(element);
        xml.Attribute("code"u8, code);
        if (codeSystem.Length > 0) xml.Attribute("codeSystem"u8, codeSystem);
        xml.EndElement(element);
    }

    /// <summary>INT.</summary>
    internal static void Number(Utf8XmlWriter xml, ReadOnlySpan<byte> element, int number)
    {
        xml.StartElement(element);
        xml.Attribute("value"u8, number);
        xml.EndElement(element);
    }

    /// <summary>TS.</summary>
    internal static void Time(Utf8XmlWriter xml, ReadOnlySpan<byte> element, string? time)
    {
        if (time is not null && Timestamp().IsMatch(time)) Attribute(xml, element, "value"u8, time);
    }

    /// <summary>BL, of Y or N.</summary>
    internal static void Indicator(Utf8XmlWriter xml, ReadOnlySpan<byte> element, string? indicator)
    {
        if (indicator is "Y" or "N") Attribute(xml, element, "value"u8, indicator == "Y" ? "true" : "false");
    }

    /// <summary>EN, PN.</summary>
    internal static void Name(Utf8XmlWriter xml, ReadOnlySpan<byte> element, PersonName name)
    {
        xml.StartElement(element);
        var use = NameUses.ToUse(name.Type, name.Representation);
        if (use.Length > 0) xml.Attribute("use"u8, use);
        Part(xml, "prefix"u8, name.Prefix);
        Part(xml, "given"u8, name.Given);
        // V3 tells the first given name from further ones by their order.
        if (name.Given.Length > 0) Part(xml, "given"u8, name.Middle);
        if (name.Family.Length > 0)
        {
            xml.StartElement("family"u8);
            if (name.Type is NameUses.BirthName or "M") xml.Attribute("qualifier"u8, "BR"u8);
            xml.Text(name.Family);
            xml.EndElement("family"u8);
        }

        Part(xml, "suffix"u8, name.Suffix);
        xml.EndElement(element);
    }

    /// <summary>AD.</summary>
    internal static void Address(Utf8XmlWriter xml, ReadOnlySpan<byte> element, PostalAddress address)
    {
        xml.StartElement(element);
        var use = AddressUses.ToUse(address.Type);
        if (use.Length > 0) xml.Attribute("use"u8, use);
        Part(xml, "streetAddressLine"u8, address.Street);
        Part(xml, "additionalLocator"u8, address.OtherDesignation);
        Part(xml, "city"u8, address.City);
        Part(xml, "state"u8, address.State);
        Part(xml, "postalCode"u8, address.PostalCode);
        Part(xml, "country"u8, address.Country);
        xml.EndElement(element);
    }

    /// <summary>TEL.</summary>
    internal static void Telecommunication(Utf8XmlWriter xml, ReadOnlySpan<byte> element, Telecom telecom)
    {
        if (telecom.Number.Length == 0) return;
        var (url, use) = TelecomUses.Write(telecom);
        xml.StartElement(element);
        if (use.Length > 0) xml.Attribute("use"u8, use);
        xml.Attribute("value"u8, url);
        xml.EndElement(element);
    }

    /// <summary>An element with text; nothing when there is none.</summary>
    internal static void Part(Utf8XmlWriter xml, ReadOnlySpan<byte> element, string text)
    {
        if (text.Length > 0) xml.Element(element, text);
    }

    /// <summary>Whether a text is a code as the data type has it.</summary>
    internal static bool IsCode(string code) => code.Length > 0 && !code.Any(char.IsWhiteSpace);

    [GeneratedRegex(@"^([0-9]{1,8}|([0-9]{9,14}|[0-9]{14}\.[0-9]+)([+-][0-9]{1,4})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamp();
}
