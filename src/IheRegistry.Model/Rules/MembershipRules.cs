using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// HasMember (ITI TF-3 4.2.2.1): from the SubmissionSet to each new DocumentEntry, Folder and Folder membership, once, and to
/// registered DocumentEntries by reference; from a Folder, new or registered, to DocumentEntries, new or registered.
/// </summary>
static class MembershipRules
{
    const string Original = "Original";
    const string Reference = "Reference";

    public static void Check(Link link, ErrorList errors)
    {
        switch (link.Source?.Kind)
        {
            case ObjectKind.SubmissionSet:
                CheckSubmissionSetMember(link, errors);
                break;
            case ObjectKind.Folder or null:
                CheckFolderMember(link, errors);
                break;
            default:
                errors.Breach(
                    link.Place.At("sourceObject"), $"{Quoted.Text(link.SourceId)} has no members: it is a {link.Source.Kind}", Tf.HasMember);
                break;
        }
    }

    /// <summary>Once all associations were seen: everything new belongs to the SubmissionSet exactly once.</summary>
    public static void CheckAllLinked(SubmittedObjects objects, ErrorList errors)
    {
        if (objects.SubmissionSet is not { } set) return;
        var needed = 0;
        foreach (var item in objects.All)
        {
            if (!MustBeLinked(item, objects)) continue;
            needed++;
            if (item.Memberships == 1) continue;
            errors.Breach(
                item.Place,
                item.Memberships == 0
                    ? "is not linked to the SubmissionSet by a HasMember Association"
                    : $"is linked to the SubmissionSet by {item.Memberships} HasMember Associations instead of one",
                Tf.Submission);
        }

        if (needed == 0 && !objects.All.Any(item => IsHasMember(item) && objects.Find(item.Source.SourceObject) == set))
            errors.Breach(set.Place, "has no members: a submission holds a DocumentEntry, a Folder or a membership at least", Tf.Submission);
    }

    static bool MustBeLinked(SubmittedObject item, SubmittedObjects objects) => item.Kind switch
    {
        ObjectKind.DocumentEntry or ObjectKind.Folder => true,
        ObjectKind.Association => IsHasMember(item) && objects.Find(item.Source.SourceObject)?.Kind != ObjectKind.SubmissionSet,
        _ => false,
    };

    static bool IsHasMember(SubmittedObject association) =>
        AssociationTypeUrn.Parse(association.Source.AssociationType) == AssociationType.HasMember;

    static void CheckSubmissionSetMember(Link link, ErrorList errors)
    {
        if (link.Target is null)
        {
            CheckStatus(link, Reference, required: true, errors);
            return;
        }

        link.Target.Memberships++;
        if (!MayBeMember(link.Target))
            errors.Breach(
                link.Place.At("targetObject"), $"{Quoted.Text(link.TargetId)} cannot be a member of a SubmissionSet: {Reason(link.Target)}", Tf.HasMember);
        CheckStatus(link, Original, required: link.Target.Kind == ObjectKind.DocumentEntry, errors);
    }

    static bool MayBeMember(SubmittedObject target) =>
        target.Kind is ObjectKind.DocumentEntry or ObjectKind.Folder || (target.Kind == ObjectKind.Association && IsHasMember(target));

    static string Reason(SubmittedObject target) => target.Kind == ObjectKind.Association
        ? "an Association is one only if it makes a DocumentEntry member of a Folder"
        : $"it is a {target.Kind?.ToString() ?? "package of no known kind"}";

    static void CheckFolderMember(Link link, ErrorList errors)
    {
        if (link.Target is { Kind: not ObjectKind.DocumentEntry })
            errors.Breach(
                link.Place.At("targetObject"), $"{Quoted.Text(link.TargetId)} cannot be a member of a Folder: it is a {link.Target.Kind}", Tf.HasMember);
        if (link.Association.Source.SlotValues(SlotNames.SubmissionSetStatus) is not null)
            errors.Breach(link.Place.At(SlotNames.SubmissionSetStatus), "is allowed on HasMember from a SubmissionSet only", Tf.SubmissionSetStatus);
    }

    /// <summary>SubmissionSetStatus of a new version's membership.</summary>
    public static void CheckOriginal(Link link, ErrorList errors) =>
        CheckStatus(link, Original, required: link.Target?.Kind == ObjectKind.DocumentEntry, errors);

    static void CheckStatus(Link link, string expected, bool required, ErrorList errors)
    {
        var place = link.Place.At(SlotNames.SubmissionSetStatus);
        var values = link.Association.Source.SlotValues(SlotNames.SubmissionSetStatus);
        if (values is null)
        {
            if (required) errors.Breach(place, "is required but absent", Tf.SubmissionSetStatus);
        }
        else if (values is [var status] && status != expected && status.Length > 0)
        {
            errors.Breach(place, $"{Quoted.Text(status)} is not {expected}, as the target is {Where(link)}", Tf.SubmissionSetStatus);
        }
    }

    static string Where(Link link) => link.Target is null ? "not in the submission" : "in the submission";
}
