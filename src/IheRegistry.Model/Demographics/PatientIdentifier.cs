namespace IheRegistry.Model.Demographics;

/// <summary>
/// A patient identifier as a feed carries it (HL7's data type CX), of any domain: looser than
/// the Identity folder's PatientId, which is an identifier of an XDS patient id domain.
/// </summary>
/// <param name="Id">CX.1, HL7 escapes resolved.</param>
/// <param name="Authority">CX.4, the assigning authority.</param>
/// <param name="TypeCode">CX.5, a code of HL7 table 0203 such as <c>PI</c>; empty when absent.</param>
public sealed record PatientIdentifier(string Id, HierarchicDesignator Authority, string TypeCode);
