using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>A document of the patient in a summary: merged, or named with the reason why it is not.</summary>
public sealed record SummarySource
{
    /// <summary>The document as its sections refer to it.</summary>
    public required CdaSource Document { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>When it was made (DTM); null when unknown.</summary>
    public string? Time { get; init; }

    /// <summary>mimeType.</summary>
    public required string MimeType { get; init; }

    /// <summary>Why it is not merged; null when it is.</summary>
    public NotMerged? Reason { get; init; }

    /// <summary>Its sections, when it is merged.</summary>
    public IReadOnlyList<CdaSection> Sections { get; init; } = [];
}
