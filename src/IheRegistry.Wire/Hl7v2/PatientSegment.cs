using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>From the PID segment, and what other segments add to it, to values.</summary>
static class PatientSegment
{
    /// <summary>A mother, in HL7 table 0063 (NK1-3).</summary>
    public const string Mother = "MTH";

    // HL7 tables 0200 and 0201: an alias, the primary residence, work.
    const string Alias = "A";
    const string Home = "PRN";
    const string Work = "WPN";

    /// <summary>What PID says, and the NK1 of the mother where there is one.</summary>
    public static PatientDemographics ReadDemographics(Hl7Segment pid, Hl7Segment mother) => new()
    {
        Names = ReadNames(pid),
        MothersMaidenNames = Hl7Values.ReadAll(pid[6], Hl7Values.ReadName),
        BirthDate = Hl7Values.ReadText(pid[7]),
        Sex = Hl7Values.ReadText(pid[8]),
        Race = Hl7Values.ReadText(pid[10]),
        Addresses = Hl7Values.ReadAll(pid[11], Hl7Values.ReadAddress),
        Telecoms = ReadTelecoms(pid),
        Language = Hl7Values.ReadText(pid[15]),
        MaritalStatus = Hl7Values.ReadText(pid[16]),
        Religion = Hl7Values.ReadText(pid[17]),
        AccountNumber = ReadAccount(pid[18]),
        SocialSecurityNumber = Hl7Values.ReadText(pid[19]),
        DriversLicense = Hl7Values.ReadText(pid[20]),
        MothersIdentifiers = ReadMothersIdentifiers(pid, mother),
        EthnicGroup = Hl7Values.ReadText(pid[22]),
        BirthPlace = Hl7Values.ReadText(pid[23]),
        MultipleBirth = Hl7Values.ReadText(pid[24]),
        BirthOrder = Hl7Values.ReadText(pid[25]),
        Citizenship = Hl7Values.ReadText(pid[26]),
        DeathTime = Hl7Values.ReadText(pid[29]),
        IsDead = Hl7Values.ReadText(pid[30]),
        IdentityUnknown = Hl7Values.ReadText(pid[31]),
        IdentityReliability = Hl7Values.ReadAll(pid[32], static code => code.Text),
    };

    /// <summary>The identifiers of a field; a repetition without an id is none, nor is one whose id is known to be nothing.</summary>
    public static IReadOnlyList<PatientIdentifier> ReadIdentifiers(Hl7Field field)
    {
        var identifiers = new List<PatientIdentifier>(field.RepetitionCount);
        foreach (var repetition in field.Repetitions)
            if (!repetition[1].IsEmpty && !repetition[1].IsNull) identifiers.Add(Hl7Values.ReadIdentifier(repetition));
        return identifiers;
    }

    // PID-9 held the aliases before PID-5 could repeat (HL7 v2.5 section 3.4.2.9).
    static List<PersonName>? ReadNames(Hl7Segment pid)
    {
        var names = Hl7Values.ReadAll(pid[5], Hl7Values.ReadName);
        if (names is null || pid[9].IsEmpty) return names;
        foreach (var alias in Hl7Values.ReadAll(pid[9], Hl7Values.ReadName)!)
            names.Add(alias.Type.Length > 0 ? alias : alias with { Type = Alias });
        return names;
    }

    static List<Telecom>? ReadTelecoms(Hl7Segment pid)
    {
        var home = Hl7Values.ReadAll(pid[13], static xtn => Hl7Values.ReadTelecom(xtn, Home));
        if (pid[14].IsEmpty) return home;
        var work = Hl7Values.ReadAll(pid[14], static xtn => Hl7Values.ReadTelecom(xtn, Work))!;
        return home is null ? work : [.. home, .. work];
    }

    static PatientIdentifier? ReadAccount(Hl7Field field) => field.IsEmpty ? null
        : field.IsNull ? new PatientIdentifier("", HierarchicDesignator.None, "")
        : Hl7Values.ReadIdentifier(field.Repetition(1));

    // NK1-33 holds the identifiers of the next of kin (HL7 v2.5 section 3.4.5.33).
    static IReadOnlyList<PatientIdentifier>? ReadMothersIdentifiers(Hl7Segment pid, Hl7Segment mother)
    {
        var field = pid[21].IsEmpty && mother.Exists ? mother[33] : pid[21];
        return field.IsEmpty ? null : ReadIdentifiers(field);
    }
}
