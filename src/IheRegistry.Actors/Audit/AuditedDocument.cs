namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of one document of a retrieve request.</summary>
/// <param name="DocumentUniqueId">DocumentUniqueId of the request.</param>
/// <param name="RepositoryUniqueId">RepositoryUniqueId of the request.</param>
/// <param name="Retrieved">Whether the document was handed out.</param>
public sealed record AuditedDocument(string DocumentUniqueId, string RepositoryUniqueId, bool Retrieved)
{
    /// <summary>The homeCommunityId, if known.</summary>
    public string? HomeCommunityId { get; init; }

    /// <summary>The document's patient in CX form, if the repository knows the document.</summary>
    public string? PatientId { get; init; }

    /// <summary>The document's confidentialityCodes, if known.</summary>
    public string? ConfidentialityCode { get; init; }
}
