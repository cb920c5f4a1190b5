namespace IheRegistry.Wire.Hl7v2;

/// <summary>Which feed messages a listener takes.</summary>
public sealed record PatientFeedRules
{
    /// <summary>ITI-8, whatever the processing id.</summary>
    public static PatientFeedRules Iti8 { get; } = new();

    /// <summary>The events, by code.</summary>
    public IReadOnlyDictionary<string, PatientFeedEvent> Events { get; init; } = PatientFeedEvent.Iti8;

    /// <summary>
    /// The processing ids (MSH-11.1: P, T, D) that are taken, or null for any. Default any: senders fill the field with much else.
    /// </summary>
    public IReadOnlySet<string>? ProcessingIds { get; init; }
}
