using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>What one assembled document may cost. What is beyond is named in the document, with the reason.</summary>
public sealed record OnDemandLimits
{
    /// <summary>Documents merged, newest first: some years of a chronic illness, and more than any person reads.</summary>
    public int MaxDocuments { get; init; } = 200;

    /// <summary>Bytes of a document that is merged. Sections of text are a hundredth of this; what is larger carries pictures.</summary>
    public long MaxDocumentBytes { get; init; } = 8L << 20;

    /// <summary>
    /// Bytes of all documents merged, and so of the memory that their narratives take: a hundred and fifty documents of common size.
    /// </summary>
    public long MaxBytes { get; init; } = 16L << 20;

    /// <summary>Documents named that are not merged; those beyond are counted.</summary>
    public int MaxListed { get; init; } = 1000;

    /// <summary>What reading one of them may cost.</summary>
    public CdaLimits Cda { get; init; } = new();
}
