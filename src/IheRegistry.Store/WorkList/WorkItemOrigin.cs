namespace IheRegistry.Store.WorkList;

/// <summary>By what a retry of a submission is recognised.</summary>
/// <param name="By">Who sent it.</param>
/// <param name="Digest">SHA-256 over what was sent.</param>
/// <param name="Warnings">The warnings of the first answer, in the actor's own form, or null.</param>
public sealed record WorkItemOrigin(string By, ReadOnlyMemory<byte> Digest, string? Warnings);
