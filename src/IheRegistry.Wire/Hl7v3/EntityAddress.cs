using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>HL7 V3's data type AD, brought into the parts that XAD has.</summary>
sealed record EntityAddress
{
    internal IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>streetAddressLine, or streetName and houseNumber.</summary>
    internal string Street { get; init; } = "";

    /// <summary>Further lines, additionalLocator, unit, county and precinct, for which XAD has one component.</summary>
    internal string OtherDesignation { get; init; } = "";

    internal string City { get; init; } = "";

    internal string State { get; init; } = "";

    internal string PostalCode { get; init; } = "";

    internal string Country { get; init; } = "";

    /// <summary>As HL7 v2 has it; null where no part is given.</summary>
    internal PostalAddress? ToPostalAddress()
    {
        var address = new PostalAddress(Street, OtherDesignation, City, State, PostalCode, Country, "");
        return address == new PostalAddress("", "", "", "", "", "", "") ? null : address with { Type = AddressUses.ToType(Uses) };
    }

    /// <summary>As what is asked for; null where nothing is.</summary>
    internal AddressPattern? ToPattern()
    {
        var pattern = new AddressPattern
        {
            Street = Pattern(Street),
            OtherDesignation = Pattern(OtherDesignation),
            City = Pattern(City),
            State = Pattern(State),
            PostalCode = Pattern(PostalCode),
            Country = Pattern(Country),
        };
        return pattern.IsEmpty ? null : pattern;
    }

    static TextPattern? Pattern(string text) => text.Length == 0 ? null : TextPattern.Whole(text);
}
