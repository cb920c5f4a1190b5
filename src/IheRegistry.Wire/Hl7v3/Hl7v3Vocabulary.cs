namespace IheRegistry.Wire.Hl7v3;

/// <summary>The namespace and the code systems of HL7 V3 messages.</summary>
static class Hl7v3Vocabulary
{
    internal const string Namespace = "urn:hl7-org:v3";
    internal const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Where interaction ids and trigger events come from.</summary>
    internal const string InteractionRoot = "2.16.840.1.113883.1.6";

    internal const string AdministrativeGender = "2.16.840.1.113883.5.1";
    internal const string MaritalStatus = "2.16.840.1.113883.5.2";
    internal const string PersonalRelationship = "2.16.840.1.113883.5.111";

    /// <summary>HL7 v2 table 0357, from which IHE takes the codes of acknowledgement details (ITI TF-2 3.45.4.2.3).</summary>
    internal const string ErrorCodes = "2.16.840.1.113883.12.357";
}
