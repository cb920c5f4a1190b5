namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// XTN: a telecommunication address (ITI TF-3 table 4.2.3.1.7-2). Its type (XTN.3) says whether XTN.4 carries an e-mail address or
/// XTN.7 a number, which XTN.5, 6 and 8 may complete; nothing else may be valued.
/// </summary>
static class Xtn
{
    /// <summary>HL7 v2.5's XTN has 12 components; what follows is judged by its presence only.</summary>
    const int LastComponent = 12;

    // HL7 table 0202 but for Internet; X.400 is no telephone, and IHE has no form for it.
    static readonly string[] Phones = ["PH", "FX", "MD", "CP", "SAT", "BP", "TDD", "TTY"];

    public static string? Problem(string value)
    {
        var type = Hl7Notation.Component(value, 3);
        if (type is "Internet") return AddressProblem(value);
        foreach (var phone in Phones)
            if (type.SequenceEqual(phone)) return NumberProblem(value);
        return "has no telecommunication equipment type for numbers or e-mail of HL7 table 0202 (XTN.3)";
    }

    static string? AddressProblem(string value)
    {
        if (Hl7Notation.Component(value, 4).IsEmpty) return "has no address (XTN.4)";
        return Hl7Notation.Component(value, 2) is "" or "NET" ? Other(value, [2, 3, 4]) : "has a use (XTN.2) other than NET for an e-mail address";
    }

    static string? NumberProblem(string value) =>
        Hl7Notation.Component(value, 7).IsEmpty ? "has no number (XTN.7)" : Other(value, [2, 3, 5, 6, 7, 8]);

    static string? Other(string value, ReadOnlySpan<int> allowed)
    {
        for (var number = 1; number <= LastComponent; number++)
            if (!allowed.Contains(number) && !Hl7Notation.Component(value, number).IsEmpty) return $"has a value in XTN.{number}, which XDS forbids";
        return Hl7Notation.AnyBeyond(value, LastComponent) ? "has components that XDS forbids" : null;
    }
}
