namespace IheRegistry.Wire.Hl7v2;

/// <summary>What is wrong with a query, as its answer says.</summary>
/// <param name="Location">ERR-2 as sent, such as <c>QPD^1^3^1^4</c>.</param>
/// <param name="Code">ERR-3.1, a code of HL7 table 0357.</param>
/// <param name="Text">ERR-8.</param>
public sealed record QueryResponseError(string Location, string Code, string Text);
