namespace IheRegistry.Model.Demographics.Feeds;

/// <summary>A patient of a feed message.</summary>
public sealed record PatientFeedEntry
{
    /// <summary>PID-3, at least one with an id; those that are null or empty are left out.</summary>
    public required IReadOnlyList<PatientIdentifier> Identifiers { get; init; }

    /// <summary>PID-2 and PID-4, identifiers of other domains in the manner of HL7 before 2.3.1; mostly none.</summary>
    public IReadOnlyList<PatientIdentifier> AlternateIdentifiers { get; init; } = [];

    /// <summary>MRG-1, the identifiers of before; empty where <see cref="PatientFeedEvent.HasPriorIdentifiers"/> is false.</summary>
    public required IReadOnlyList<PatientIdentifier> PriorIdentifiers { get; init; }

    /// <summary>What PID says about the patient beside the identifiers.</summary>
    public required PatientDemographics Demographics { get; init; }

    /// <summary>PV1, or null when the message has none.</summary>
    public PatientVisit? Visit { get; init; }
}
