namespace IheRegistry.Model.Errors;

/// <summary>One RegistryError of a response (ITI TF-3 4.2.4.1). Expected failure is a value.</summary>
/// <param name="Code">The framework's error code.</param>
/// <param name="Context">codeContext: names the rule, the object, the attribute and the offending value, for a person to act on.</param>
/// <param name="Location">Where in the message: an object id, an attribute or a query parameter; may be null.</param>
/// <param name="Severity">Error unless said otherwise.</param>
public sealed record RegistryError(XdsErrorCode Code, string Context, string? Location = null, Severity Severity = Severity.Error);
