namespace IheRegistry.Wire.Hl7v2;

/// <summary>HL7 table 0516, error severity.</summary>
public enum Hl7Severity
{
    /// <summary><c>E</c>: the message was not taken.</summary>
    Error,

    /// <summary><c>W</c>: the message was taken, but with a reservation.</summary>
    Warning,

    /// <summary><c>I</c>: the message was taken.</summary>
    Information,
}

/// <summary>One thing that is wrong with a message; an ERR segment, or a repetition of ERR-1 before HL7 2.5.</summary>
/// <param name="Code">ERR-3.</param>
/// <param name="Location">ERR-2.</param>
/// <param name="Text">ERR-8, for the reader at the sender; without values of the patient's data.</param>
/// <param name="Severity">ERR-4.</param>
public sealed record Hl7Problem(
    Hl7ErrorCode Code, Hl7ErrorLocation Location, string Text, Hl7Severity Severity = Hl7Severity.Error)
{
    /// <summary>ERR-7, diagnostic information such as a reference into the receiver's log; empty when there is none.</summary>
    public string Diagnostics { get; init; } = "";
}
