namespace IheRegistry.Wire.Hl7v3;

/// <summary>AdministrativeGender of HL7 V3 and table 0001 of HL7 v2.</summary>
static class AdministrativeGenders
{
    const string Undifferentiated = "UN";
    const string Other = "O";

    internal static string ToSex(string gender) => gender == Undifferentiated ? Other : gender;

    /// <summary>The code; null where it has none and a nullFlavor stands for it.</summary>
    internal static string? OfSex(string sex) => sex switch
    {
        "M" or "F" => sex,
        "O" or "A" or "N" => Undifferentiated,
        _ => null,
    };
}
