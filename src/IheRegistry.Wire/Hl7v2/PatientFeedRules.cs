using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>Which feed messages a listener takes.</summary>
public sealed record PatientFeedRules
{
    /// <summary>ITI-8, whatever the processing id.</summary>
    public static PatientFeedRules Iti8 { get; } = new();

    /// <summary>Every event that says who a patient is, whatever the processing id.</summary>
    public static PatientFeedRules All { get; } = new() { Events = PatientFeedEvents.All };

    /// <summary>The events, by code.</summary>
    public IReadOnlyDictionary<string, PatientFeedEvent> Events { get; init; } = PatientFeedEvents.Iti8;

    /// <summary>
    /// The processing ids (MSH-11.1: P, T, D) that are taken, or null for any. Default any: senders fill the field with much else.
    /// </summary>
    public IReadOnlySet<string>? ProcessingIds { get; init; }
}
