namespace IheRegistry.Model.Rules;

/// <summary>Judges one value of an attribute: what is wrong with it as the rest of a sentence ("is not an OID"), or null.</summary>
delegate string? ValueCheck(string value);
