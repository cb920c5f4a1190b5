namespace IheRegistry.Model.Demographics;

/// <summary>A person's name: HL7's data type XPN. Absent parts are empty.</summary>
/// <param name="Family">XPN.1.1, the surname.</param>
/// <param name="Given">XPN.2.</param>
/// <param name="Middle">XPN.3, second and further given names.</param>
/// <param name="Suffix">XPN.4.</param>
/// <param name="Prefix">XPN.5.</param>
/// <param name="Type">XPN.7, a code of HL7 table 0200 such as <c>L</c> (legal).</param>
/// <param name="Representation">XPN.8, a code of HL7 table 0465: alphabetic, ideographic or phonetic.</param>
public sealed record PersonName(
    string Family, string Given, string Middle, string Suffix, string Prefix, string Type, string Representation);
