namespace IheRegistry.Wire.Hl7v2;

/// <summary>What a feed event is about, which decides the segments it needs.</summary>
public enum PatientFeedKind
{
    /// <summary>One patient is admitted, registered, pre-admitted or updated: one PID (message structure ADT_A01).</summary>
    Patient,

    /// <summary>Patients are merged: pairs of PID, which survives, and MRG, which is subsumed (message structure ADT_A39).</summary>
    Merge,
}

/// <summary>A trigger event of the Patient Identity Feed.</summary>
/// <param name="Code">MSH-9.2, a code of HL7 table 0003.</param>
/// <param name="Kind">What it is about.</param>
public sealed record PatientFeedEvent(string Code, PatientFeedKind Kind)
{
    /// <summary>The events of ITI-8 (ITI TF-2 3.8.4.1.1 and 3.8.4.2.1), by code.</summary>
    public static IReadOnlyDictionary<string, PatientFeedEvent> Iti8 { get; } = ByCode(
        new("A01", PatientFeedKind.Patient),
        new("A04", PatientFeedKind.Patient),
        new("A05", PatientFeedKind.Patient),
        new("A08", PatientFeedKind.Patient),
        new("A40", PatientFeedKind.Merge));

    /// <summary>A table of events by their codes.</summary>
    public static IReadOnlyDictionary<string, PatientFeedEvent> ByCode(params ReadOnlySpan<PatientFeedEvent> events)
    {
        var table = new Dictionary<string, PatientFeedEvent>(StringComparer.Ordinal);
        foreach (var feedEvent in events) table.Add(feedEvent.Code, feedEvent);
        return table.AsReadOnly();
    }
}
