namespace IheRegistry.Model.Metadata;

/// <summary>A submission that has passed the rules that need no registry: one SubmissionSet and what it carries.</summary>
/// <param name="SubmissionSet">The one SubmissionSet.</param>
/// <param name="DocumentEntries">New DocumentEntries.</param>
/// <param name="Folders">New Folders.</param>
/// <param name="Associations">New Associations; their ends are entryUUIDs of this submission or of the registry.</param>
public sealed record Submission(
    SubmissionSet SubmissionSet,
    IReadOnlyList<DocumentEntry> DocumentEntries,
    IReadOnlyList<Folder> Folders,
    IReadOnlyList<Association> Associations);
