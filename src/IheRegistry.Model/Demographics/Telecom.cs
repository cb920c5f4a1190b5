namespace IheRegistry.Model.Demographics;

/// <summary>A telephone number or other address of telecommunication: HL7's data type XTN. Absent parts are empty.</summary>
/// <param name="Number">The number as a person would write it: XTN.12 or XTN.1, else XTN.5 to XTN.8 joined; for email the address, XTN.4.</param>
/// <param name="Use">XTN.2, a code of HL7 table 0201 such as <c>PRN</c> (primary residence) or <c>WPN</c> (work).</param>
/// <param name="Equipment">XTN.3, a code of HL7 table 0202 such as <c>PH</c>, <c>CP</c> or <c>Internet</c>.</param>
public sealed record Telecom(string Number, string Use, string Equipment);
