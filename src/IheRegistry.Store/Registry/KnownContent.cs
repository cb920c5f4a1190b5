namespace IheRegistry.Store.Registry;

/// <summary>What was submitted as the newest version of an object, and by whom the first was.</summary>
/// <param name="Newest">The newest version.</param>
/// <param name="Fragment">Its fragment, opaque to the store.</param>
/// <param name="SourceId">SubmissionSet.sourceId of the submission that made the first version.</param>
public sealed record KnownContent(KnownObject Newest, ReadOnlyMemory<byte> Fragment, string? SourceId);
