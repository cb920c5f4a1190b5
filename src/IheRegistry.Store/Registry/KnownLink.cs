using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry;

/// <summary>An Association of any status by its ends: what a removal's rules need of it.</summary>
/// <param name="EntryUuid">Its entryUUID.</param>
/// <param name="Type">Its type.</param>
/// <param name="Source">entryUUID of its source.</param>
/// <param name="SourceKind">What its source is.</param>
/// <param name="Target">entryUUID of its target.</param>
/// <param name="TargetKind">What its target is.</param>
public sealed record KnownLink(
    string EntryUuid, AssociationType Type, string Source, ObjectKind SourceKind, string Target, ObjectKind TargetKind)
{
    /// <summary>True where it makes the target a member of a SubmissionSet.</summary>
    public bool IsSubmission => Type == AssociationType.HasMember && SourceKind == ObjectKind.SubmissionSet;
}
