namespace IheRegistry.Store.Registry;

/// <summary>A SubmissionSet that the registry holds, as far as a retry is recognised by it.</summary>
/// <param name="SubmittedBy">Who sent it.</param>
/// <param name="Digest">SHA-256 over what was sent.</param>
/// <param name="Warnings">The warnings of its answer, in the actor's own form, or null.</param>
public sealed record PriorSubmission(string SubmittedBy, ReadOnlyMemory<byte> Digest, string? Warnings);
