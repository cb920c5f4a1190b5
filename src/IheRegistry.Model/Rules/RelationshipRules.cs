using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Relationships of documents (ITI TF-3 4.2.2.2): the new DocumentEntry is in the submission and is the source. The target is a
/// DocumentEntry of the registry or, unless it is replaced or is an on-demand one, of the submission (ITI TF-2 3.42.4.1.3.5, which
/// names the error code too).
/// </summary>
static class RelationshipRules
{
    public static void Check(Link link, ErrorList errors)
    {
        CheckSource(link, errors);
        CheckTarget(link, errors);
        if (link.Association.Source.SlotValues(SlotNames.SubmissionSetStatus) is not null)
            errors.Breach(link.Place.At(SlotNames.SubmissionSetStatus), "is allowed on HasMember from a SubmissionSet only", Tf.HasMember);
    }

    static void CheckSource(Link link, ErrorList errors)
    {
        var place = link.Place.At("sourceObject");
        if (link.Source?.Kind != ObjectKind.DocumentEntry)
        {
            errors.Breach(
                XdsErrorCode.UnresolvedReferenceException,
                place,
                $"{Quoted.Text(link.SourceId)} of {link.Type} is not a DocumentEntry of the submission",
                Tf.Relationship);
        }
        else if (link.Type == AssociationType.IsSnapshotOf && link.Source.Source.ObjectType != SchemeUuids.StableDocumentEntry)
            errors.Breach(place, $"{Quoted.Text(link.SourceId)} of {link.Type} is not a stable DocumentEntry", Tf.Relationship);
    }

    static void CheckTarget(Link link, ErrorList errors)
    {
        if (link.Target is null) return;
        var isRegisteredOnly = link.Type.Replaces() || link.Type == AssociationType.IsSnapshotOf;
        if (!isRegisteredOnly && link.Target.Kind == ObjectKind.DocumentEntry) return;
        var wanted = isRegisteredOnly ? "it must be a DocumentEntry of the registry" : "it is no DocumentEntry";
        errors.Breach(
            XdsErrorCode.UnresolvedReferenceException,
            link.Place.At("targetObject"),
            $"{Quoted.Text(link.TargetId)} of {link.Type} is in the submission; {wanted}",
            Tf.Relationship);
    }
}
