namespace IheRegistry.Wire.EbXml;

/// <summary>One document of an ITI-43 or ITI-86 request.</summary>
/// <param name="Home">homeCommunityId, or null.</param>
/// <param name="RepositoryUniqueId">OID of the repository.</param>
/// <param name="DocumentUniqueId">uniqueId of the document.</param>
public sealed record DocumentRequest(string? Home, string RepositoryUniqueId, string DocumentUniqueId);
