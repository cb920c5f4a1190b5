using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Relationships of documents (ITI TF-3 4.2.2.2): the new DocumentEntry is in the submission and is the source;
/// what it replaces, appends to, transforms or is a snapshot of is in the registry and is the target.
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
            errors.Breach(place, $"{Quoted.Text(link.SourceId)} of {link.Type} is not a DocumentEntry of the submission", Tf.Relationship);
        else if (link.Type == AssociationType.IsSnapshotOf && link.Source.Source.ObjectType != SchemeUuids.StableDocumentEntry)
            errors.Breach(place, $"{Quoted.Text(link.SourceId)} of {link.Type} is not a stable DocumentEntry", Tf.Relationship);
    }

    static void CheckTarget(Link link, ErrorList errors)
    {
        if (link.Target is null) return;

        // A signature may come in one submission with what it signs; every other relationship is to an older document.
        if (link.Type == AssociationType.Signs && link.Target.Kind == ObjectKind.DocumentEntry) return;
        errors.Breach(
            link.Place.At("targetObject"),
            $"{Quoted.Text(link.TargetId)} of {link.Type} is in the submission; it must be a DocumentEntry of the registry",
            Tf.Relationship);
    }
}
