using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Relationships of documents (ITI TF-3 4.2.2.2, TF-2 3.42.4.1.3.5): the source is a new DocumentEntry; what it replaces or is a
/// snapshot of is in the registry, what it appends to, transforms or signs may come in the same submission.
/// </summary>
static class RelationshipRules
{
    public static void Check(Link link, ErrorList errors)
    {
        CheckSource(link, errors);
        if (link.Target is not null) CheckTarget(link, link.Target, errors);
        if (link.SourceId == link.TargetId)
            errors.Breach(link.Place, $"relates a document, {Quoted.Text(link.SourceId)}, to itself", Tf.Relationship);
        if (link.Association.Source.SlotValues(SlotNames.SubmissionSetStatus) is not null)
            errors.Breach(link.Place.At(SlotNames.SubmissionSetStatus), "is allowed on HasMember from a SubmissionSet only", Tf.SubmissionSetStatus);
    }

    static void CheckSource(Link link, ErrorList errors)
    {
        var place = link.Place.At("sourceObject");
        if (link.Source?.Kind != ObjectKind.DocumentEntry)
            errors.Breach(
                XdsErrorCode.UnresolvedReferenceException,
                place,
                $"{Quoted.Text(link.SourceId)} of {link.Type} is not a DocumentEntry of the submission",
                Tf.RelationshipEnds);
        else if (link.Type == AssociationType.IsSnapshotOf && link.Source.Source.ObjectType != SchemeUuids.StableDocumentEntry)
            errors.Breach(place, $"{Quoted.Text(link.SourceId)} of {link.Type} is not a stable DocumentEntry", Tf.RelationshipEnds);
    }

    static void CheckTarget(Link link, SubmittedObject target, ErrorList errors)
    {
        if (MustBeRegistered(link.Type))
            Unresolved(link, "is in the submission; it must be a DocumentEntry of the registry", errors);
        else if (target.Kind != ObjectKind.DocumentEntry)
            Unresolved(link, $"is not a DocumentEntry, but a {target.Kind?.ToString() ?? "package of no known kind"}", errors);
    }

    static bool MustBeRegistered(AssociationType type) => type.Replaces() || type == AssociationType.IsSnapshotOf;

    static void Unresolved(Link link, string problem, ErrorList errors) => errors.Breach(
        XdsErrorCode.UnresolvedReferenceException,
        link.Place.At("targetObject"),
        $"{Quoted.Text(link.TargetId)} of {link.Type} {problem}",
        Tf.RelationshipEnds);
}
