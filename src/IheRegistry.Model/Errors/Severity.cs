namespace IheRegistry.Model.Errors;

/// <summary>Severity of a RegistryError (ITI TF-3 4.2.4.1: <c>urn:oasis:names:tc:ebxml-regrep:ErrorSeverityType:*</c>).</summary>
public enum Severity
{
    /// <summary>The request or a part of it failed.</summary>
    Error,

    /// <summary>The request succeeded; the sender should know something about it.</summary>
    Warning,
}
