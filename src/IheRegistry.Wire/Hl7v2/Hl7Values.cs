using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>From the data types CX, HD, XPN, XAD, XTN, XCN and PL to values.</summary>
static class Hl7Values
{
    // HL7 tables 0201 and 0202.
    const string Internet = "Internet";

    public static HierarchicDesignator ReadDesignator(Hl7Field field) =>
        field.IsEmpty ? HierarchicDesignator.None : new(field[1].Text, field[2].Text, field[3].Text);

    public static HierarchicDesignator ReadDesignator(Hl7Component component) =>
        component.IsEmpty ? HierarchicDesignator.None : new(component[1].Text, component[2].Text, component[3].Text);

    public static PatientIdentifier ReadIdentifier(Hl7Repetition cx) => new(cx[1].Text, ReadDesignator(cx[4]), cx[5].Text);

    public static PersonName ReadName(Hl7Repetition xpn) =>
        new(xpn[1].Text, xpn[2].Text, xpn[3].Text, xpn[4].Text, xpn[5].Text, xpn[7].Text, xpn[8].Text);

    public static PostalAddress ReadAddress(Hl7Repetition xad) =>
        new(xad[1].Text, xad[2].Text, xad[3].Text, xad[4].Text, xad[5].Text, xad[6].Text, xad[7].Text);

    public static Practitioner ReadPractitioner(Hl7Repetition xcn) =>
        new(xcn[1].Text, new(xcn[2].Text, xcn[3].Text, xcn[4].Text, xcn[5].Text, xcn[6].Text, xcn[10].Text, ""));

    public static PatientLocation ReadLocation(Hl7Repetition pl) =>
        new(pl[1].Text, pl[2].Text, pl[3].Text, ReadDesignator(pl[4]), pl[7].Text, pl[8].Text);

    /// <summary>An email address stands in XTN.4; a number whole in XTN.12 (since 2.7) or XTN.1, or in parts in XTN.5 to XTN.8.</summary>
    public static Telecom ReadTelecom(Hl7Repetition xtn, string use)
    {
        var equipment = xtn[3].Text;
        var number = FirstOf(xtn[12].Text, xtn[1].Text);
        if (equipment is Internet or "X.400" || number.Length == 0 && !xtn[4].IsEmpty) number = FirstOf(xtn[4].Text, number);
        if (number.Length == 0)
            number = string.Join(' ', new[] { xtn[5].Text, xtn[6].Text, xtn[7].Text, xtn[8].Text }.Where(part => part.Length > 0));
        return new(number, FirstOf(xtn[2].Text, use), equipment);
    }

    /// <summary>Null when the field is not said, empty when it is known to be nothing.</summary>
    public static string? ReadText(Hl7Field field) => field.IsEmpty ? null : field.IsNull ? "" : field.Text;

    /// <summary>Null when the field is not said, empty when it is known to be nothing.</summary>
    public static List<T>? ReadAll<T>(Hl7Field field, Func<Hl7Repetition, T> read)
    {
        if (field.IsEmpty) return null;
        var values = new List<T>(field.RepetitionCount);
        foreach (var repetition in field.Repetitions)
            if (!repetition.IsEmpty && !repetition.IsNull) values.Add(read(repetition));
        return values;
    }

    static string FirstOf(string first, string second) => first.Length > 0 ? first : second;
}
