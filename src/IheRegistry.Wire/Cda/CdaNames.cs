namespace IheRegistry.Wire.Cda;

/// <summary>Names of CDA Release 2.</summary>
public static class CdaNames
{
    /// <summary>The namespace of HL7 version 3.</summary>
    public const string Namespace = "urn:hl7-org:v3";
}
