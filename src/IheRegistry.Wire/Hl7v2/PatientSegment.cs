using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>From fields to values: the data types CX, HD, XPN and XAD and the PID segment made of them.</summary>
static class PatientSegment
{
    public static PatientDemographics ReadDemographics(Hl7Segment pid) => new()
    {
        Names = ReadAll(pid[5], ReadName),
        BirthDate = ReadText(pid[7]),
        Sex = ReadText(pid[8]),
        Addresses = ReadAll(pid[11], ReadAddress),
    };

    /// <summary>The identifiers of a field; a repetition without an id is none, nor is one whose id is known to be nothing.</summary>
    public static IReadOnlyList<PatientIdentifier> ReadIdentifiers(Hl7Field field)
    {
        var identifiers = new List<PatientIdentifier>(field.RepetitionCount);
        foreach (var repetition in field.Repetitions)
            if (!repetition[1].IsEmpty && !repetition[1].IsNull) identifiers.Add(ReadIdentifier(repetition));
        return identifiers;
    }

    public static HierarchicDesignator ReadDesignator(Hl7Field field) =>
        field.IsEmpty ? HierarchicDesignator.None : new(field[1].Text, field[2].Text, field[3].Text);

    static PatientIdentifier ReadIdentifier(Hl7Repetition cx)
    {
        var authority = cx[4];
        return new(
            cx[1].Text,
            authority.IsEmpty ? HierarchicDesignator.None : new(authority[1].Text, authority[2].Text, authority[3].Text),
            cx[5].Text);
    }

    static PersonName ReadName(Hl7Repetition xpn) =>
        new(xpn[1].Text, xpn[2].Text, xpn[3].Text, xpn[4].Text, xpn[5].Text, xpn[7].Text, xpn[8].Text);

    static PostalAddress ReadAddress(Hl7Repetition xad) =>
        new(xad[1].Text, xad[2].Text, xad[3].Text, xad[4].Text, xad[5].Text, xad[6].Text, xad[7].Text);

    static string? ReadText(Hl7Field field) => field.IsEmpty ? null : field.IsNull ? "" : field.Text;

    static List<T>? ReadAll<T>(Hl7Field field, Func<Hl7Repetition, T> read)
    {
        if (field.IsEmpty) return null;
        var values = new List<T>(field.RepetitionCount);
        foreach (var repetition in field.Repetitions)
            if (!repetition.IsEmpty && !repetition.IsNull) values.Add(read(repetition));
        return values;
    }
}
