using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>One thing that is wrong with a message: an acknowledgementDetail.</summary>
/// <param name="Code">A code of HL7 v2 table 0357, as IHE uses it in V3, too (ITI TF-2 3.45.4.2.3).</param>
/// <param name="Location">An XPath expression from the message's root, the prefix hl7 standing for the namespace; empty where there is none.</param>
/// <param name="Text">For the reader at the sender; without values of the patient's data.</param>
/// <param name="Severity">typeCode.</param>
public sealed record Hl7v3Problem(Hl7ErrorCode Code, string Location, string Text, Hl7Severity Severity = Hl7Severity.Error);
