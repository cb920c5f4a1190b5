using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>An Association with its ends resolved; Source and Target are null where the end is not in the submission.</summary>
sealed record Link(
    SubmittedObject Association,
    AssociationType Type,
    string SourceId,
    SubmittedObject? Source,
    string TargetId,
    SubmittedObject? Target)
{
    public Place Place => Association.Place;
}
