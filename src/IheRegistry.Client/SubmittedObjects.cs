using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;

namespace IheRegistry.Client;

/// <summary>
/// What a typed submission is sent as: made of its attributes alone, so that an entry that was read from an answer and changed goes out
/// as changed.
/// </summary>
static class SubmittedObjects
{
    internal static IReadOnlyList<RegistryObject> Of(Submission submission) =>
    [
        .. submission.DocumentEntries.Select(DocumentEntryMapping.ToEbrim),
        submission.SubmissionSet.ToEbrim(),
        .. submission.Folders.Select(FolderMapping.ToEbrim),
        .. submission.Associations.Select(AssociationMapping.ToEbrim),
    ];
}
