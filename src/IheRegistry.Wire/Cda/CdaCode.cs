namespace IheRegistry.Wire.Cda;

/// <summary>A coded value of a CDA document, as it says it.</summary>
/// <param name="Code">code.</param>
/// <param name="CodeSystem">codeSystem, an OID mostly.</param>
/// <param name="DisplayName">displayName, or null.</param>
public sealed record CdaCode(string Code, string CodeSystem, string? DisplayName = null);
