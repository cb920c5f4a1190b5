namespace IheRegistry.Wire.Hl7v3;

/// <summary>EntityNameUse of HL7 V3 and the tables 0200 and 0465 of HL7 v2, as far as they say the same.</summary>
static class NameUses
{
    /// <summary>Not limited to an exact match.</summary>
    internal const string Search = "SRCH";

    /// <summary>Table 0200: the name at birth, which V3 says by a qualifier of the family name.</summary>
    internal const string BirthName = "B";

    static readonly (string Use, string Type)[] Types = [("L", "L"), ("A", "A"), ("P", "N"), ("C", "I"), ("I", "T"), ("ASGN", "S")];

    // SYL is transcribed by sound: phonetic.
    static readonly (string Use, string Representation)[] Representations = [("ABC", "A"), ("IDE", "I"), ("SYL", "P")];

    internal static string ToType(IReadOnlyList<string> uses) => Types.FirstOrDefault(row => uses.Contains(row.Use)).Type ?? "";

    internal static string ToRepresentation(IReadOnlyList<string> uses) => Representations.FirstOrDefault(row => uses.Contains(row.Use)).Representation ?? "";

    /// <summary>The codes of use, with a space between them.</summary>
    internal static string ToUse(string type, string representation)
    {
        string?[] uses = [Types.FirstOrDefault(row => row.Type == type).Use, Representations.FirstOrDefault(row => row.Representation == representation).Use];
        return string.Join(' ', uses.OfType<string>());
    }
}
