namespace IheRegistry.Wire.Hl7v3;

/// <summary>PostalAddressUse of HL7 V3 and table 0190 of HL7 v2, as far as they say the same.</summary>
static class AddressUses
{
    // To be written, the first row of a type counts.
    static readonly (string Use, string Type)[] Types = [("H", "H"), ("HP", "H"), ("HV", "V"), ("WP", "B"), ("WP", "O"), ("TMP", "C"), ("PST", "M"), ("BAD", "BA")];

    internal static string ToType(IReadOnlyList<string> uses) => Types.FirstOrDefault(row => uses.Contains(row.Use)).Type ?? "";

    internal static string ToUse(string type) => Types.FirstOrDefault(row => row.Type == type).Use ?? "";
}
