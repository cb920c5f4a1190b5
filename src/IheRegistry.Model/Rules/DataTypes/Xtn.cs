namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>XTN: a telecommunication address; its type (XTN.3) says which components carry it.</summary>
static class Xtn
{
    // HL7 table 0202.
    static readonly string[] Phones = ["PH", "FX", "MD", "CP", "SAT", "BP", "TDD", "TTY"];

    public static string? Problem(string value)
    {
        var type = Hl7Notation.Component(value, 3);
        if (type is "Internet" or "X.400")
            return Hl7Notation.Component(value, 4).IsEmpty ? $"is of type {type} but has no address (XTN.4)" : null;
        foreach (var phone in Phones)
            if (type.SequenceEqual(phone)) return HasNumber(value) ? null : "has no number (XTN.7 or XTN.12)";
        return "has no telecommunication equipment type of HL7 table 0202 (XTN.3)";
    }

    static bool HasNumber(ReadOnlySpan<char> value) =>
        !Hl7Notation.Component(value, 7).IsEmpty || !Hl7Notation.Component(value, 12).IsEmpty;
}
