using System.Text;
using System.Xml;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Reads elements of HL7 V3's data types; the reader goes behind them. What is null in V3's sense comes back empty.</summary>
static class DataTypeReader
{
    /// <summary>II.</summary>
    internal static InstanceIdentifier Identifier(XmlReader reader)
    {
        var identifier = reader.GetAttribute("nullFlavor") is null
            ? new InstanceIdentifier(reader.Attribute("root"), reader.Attribute("extension"), reader.Attribute("assigningAuthorityName"))
            : InstanceIdentifier.None;
        reader.Skip();
        return identifier;
    }

    /// <summary>CS, CE, CD: the code.</summary>
    internal static string Code(XmlReader reader) => reader.TakeAttribute("code");

    /// <summary>BL: <c>Y</c> or <c>N</c>, as HL7 v2 says it; null for anything else.</summary>
    internal static string? Indicator(XmlReader reader) => reader.TakeAttribute("value") switch
    {
        "true" or "1" => "Y",
        "false" or "0" => "N",
        _ => null,
    };

    /// <summary>EN, PN.</summary>
    internal static EntityName Name(XmlReader reader)
    {
        var name = new EntityName { Uses = Uses(reader) };
        var text = new StringBuilder();
        reader.ForEachNode(
            child =>
            {
                var part = child.Hl7Name();
                var qualifier = child.Attribute("qualifier");
                if (part is not ("family" or "given" or "prefix" or "suffix"))
                {
                    child.Skip();
                    return;
                }

                var value = child.TakeText();
                if (value.Length > 0) name = With(name, part, value, qualifier);
            },
            piece => text.Append(piece));
        return name with { Text = Hl7v3Xml.Collapse(text) };
    }

    /// <summary>AD.</summary>
    internal static EntityAddress Address(XmlReader reader)
    {
        var uses = Uses(reader);
        var parts = new Dictionary<string, List<string>>();
        var text = new StringBuilder();
        reader.ForEachNode(
            child =>
            {
                var part = child.Hl7Name();
                var value = child.TakeText();
                if (part.Length == 0 || value.Length == 0) return;
                if (!parts.TryGetValue(part, out var values)) parts.Add(part, values = []);
                values.Add(value);
            },
            piece => text.Append(piece));
        return AddressOf(parts, Hl7v3Xml.Collapse(text)) with { Uses = uses };
    }

    /// <summary>The codes of the attribute use.</summary>
    internal static IReadOnlyList<string> Uses(XmlReader reader) =>
        reader.Attribute("use").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    static EntityName With(EntityName name, string part, string value, string qualifier) => part switch
    {
        "family" => name with { Families = [.. name.Families.Take(Hl7v3Limits.MaxRepetitions), (value, qualifier)] },
        "given" => name with { Givens = [.. name.Givens.Take(Hl7v3Limits.MaxRepetitions), value] },
        "prefix" => name with { Prefixes = [.. name.Prefixes.Take(Hl7v3Limits.MaxRepetitions), value] },
        _ => name with { Suffixes = [.. name.Suffixes.Take(Hl7v3Limits.MaxRepetitions), value] },
    };

    static EntityAddress AddressOf(Dictionary<string, List<string>> parts, string text)
    {
        var lines = All("streetAddressLine", "deliveryAddressLine");
        var street = lines.Length > 0 ? lines[..1] : All("streetName", "streetNameBase", "streetNameType");
        if (street.Length == 0 && parts.Count == 0) street = [text];
        return new EntityAddress
        {
            Street = Join([.. street, .. All("houseNumber", "houseNumberNumeric", "postBox")]),
            OtherDesignation = Join([.. lines.Skip(1), .. All("additionalLocator", "unitType", "unitID", "careOf", "precinct", "county")]),
            City = Join(All("city")),
            State = Join(All("state")),
            PostalCode = Join(All("postalCode")),
            Country = Join(All("country")),
        };

        string[] All(params ReadOnlySpan<string> names)
        {
            var values = new List<string>();
            foreach (var name in names)
                if (parts.TryGetValue(name, out var found)) values.AddRange(found);
            return [.. values];
        }
    }

    static string Join(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
