namespace IheRegistry.Actors.DocumentRepository;

/// <summary>What the repository takes.</summary>
/// <param name="MaxDocumentBytes">Most bytes of one document.</param>
public sealed record RepositoryLimits(long MaxDocumentBytes);
