namespace IheRegistry.Actors.DocumentRepository;

/// <summary>A document that the repository knows, and whose bytes it has or not.</summary>
/// <param name="MimeType">Its mimeType.</param>
/// <param name="PatientId">Its patient in CX form, for the audit.</param>
/// <param name="ConfidentialityCode">Its confidentialityCodes, for the audit.</param>
/// <param name="Content">Its bytes, opened; null when they are not available.</param>
sealed record FoundDocument(string MimeType, string PatientId, string ConfidentialityCode, Stream? Content)
{
    /// <summary>uniqueId of the document that was made of an on-demand entry; null for a stored one.</summary>
    internal string? NewDocumentUniqueId { get; init; }

    /// <summary>The repository that keeps it; null where it was not kept.</summary>
    internal string? NewRepositoryUniqueId { get; init; }
}
