namespace IheRegistry.Store.Registry.Queries;

/// <summary>Which of the sets doc, sset, fol and assoc a composed query has filled with object_rows.</summary>
[Flags]
enum ResultKinds
{
    Documents = 1,
    SubmissionSets = 2,
    Folders = 4,
    Associations = 8,
}
