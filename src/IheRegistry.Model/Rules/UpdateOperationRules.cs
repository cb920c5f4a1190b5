using System.Globalization;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// What an update asks for, as far as no registry is needed to tell (ITI TF-2 3.57.4.1.3.1): each Association is an operation of its own
/// or belongs to one, and no two operations work on one object. New versions: HasMember from the SubmissionSet with PreviousVersion. Status:
/// UpdateAvailabilityStatus. New Associations: SubmitAssociation.
/// </summary>
sealed class UpdateOperationRules(SubmittedObjects objects, UpdateErrorCodes codes, ErrorList errors)
{
    const string Yes = "yes";
    const string No = "no";

    static readonly string[] OfVersion = [SlotNames.PreviousVersion, SlotNames.AssociationPropagation];
    static readonly string[] OfStatus = [SlotNames.OriginalStatus, SlotNames.NewStatus];

    readonly HashSet<string> _propagated = [];
    readonly HashSet<string> _targets = [];
    readonly HashSet<SubmittedObject> _submitted = [];
    readonly List<Link> _associations = [];
    int _operations;

    public void Check()
    {
        var links = objects.All.Where(item => item.Kind == ObjectKind.Association)
            .Select(item => AssociationRules.Resolve(item, objects, errors))
            .OfType<Link>()
            .ToList();
        foreach (var link in links) CheckOperation(link);
        foreach (var link in _associations) CheckAssociation(link);
        foreach (var item in objects.All) CheckVersion(item);
        if (_operations == 0 && objects.SubmissionSet is { } set && !objects.All.Any(IsVersioned))
            errors.Breach(codes.Undecodable, set.Place, "asks for nothing: the submission holds no operation", Tf.Update);
    }

    /// <summary>The number that PreviousVersion gives, or null.</summary>
    public static int? VersionOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 ? version : null;

    void CheckOperation(Link link)
    {
        switch (link.Type)
        {
            case AssociationType.UpdateAvailabilityStatus:
                CheckStatusUpdate(link);
                break;
            case AssociationType.SubmitAssociation:
                CheckSubmitAssociation(link);
                break;
            case AssociationType.HasMember when link.Source?.Kind == ObjectKind.SubmissionSet:
                CheckNewVersion(link);
                break;
            default:
                _associations.Add(link);
                break;
        }
    }

    void CheckNewVersion(Link link)
    {
        if (link.Target is not { } target || !IsVersioned(target))
        {
            Undecodable(link, $"{Quoted.Text(link.TargetId)} is no new version of a DocumentEntry or Folder, so that the Association is no operation");
            return;
        }

        _operations++;
        target.Memberships++;
        MembershipRules.CheckOriginal(link, errors);
        Refuse(link, OfStatus);
        if (Single(link, SlotNames.PreviousVersion, isRequired: true) is { } previous && VersionOf(previous) is null)
            Misannotated(link, SlotNames.PreviousVersion, $"{Quoted.Text(previous)} is not the number of a version");
        var propagation = Single(link, SlotNames.AssociationPropagation, isRequired: false) ?? Yes;
        if (propagation is not (Yes or No))
            Misannotated(link, SlotNames.AssociationPropagation, $"{Quoted.Text(propagation)} is neither {Yes} nor {No}");
        if (propagation == Yes) _propagated.Add(link.TargetId);
    }

    void CheckVersion(SubmittedObject item)
    {
        if (!IsVersioned(item)) return;
        if (codes.IsRestricted && item.Kind == ObjectKind.Folder)
            errors.Breach(codes.ObjectType, item.Place, "is not a DocumentEntry: nothing else can be updated by ITI-92", Tf.RestrictedUpdate);
        if (codes.IsRestricted && item.Source.Status is { Length: > 0 } status && status != AvailabilityStatusUrn.Approved)
            errors.Breach(
                XdsErrorCode.UnmodifiableMetadataError,
                item.Place.At("availabilityStatus"),
                $"{Quoted.Text(status)} is not that of a new version, which is Approved",
                Tf.RestrictedUpdate);
        if (item.Memberships != 1)
            errors.Breach(
                codes.Annotation,
                item.Place,
                item.Memberships == 0
                    ? "is not linked to the SubmissionSet by a HasMember Association with PreviousVersion"
                    : $"is linked to the SubmissionSet by {item.Memberships} HasMember Associations instead of one",
                Tf.Update);
        if (item.Source.LogicalId is { Length: > 0 } logicalId && !_targets.Add(logicalId))
            errors.Breach(
                codes.Undecodable, item.Place.At("logicalID"), $"{Quoted.Text(logicalId)} is updated by another operation of the submission, too", Tf.Update);
    }

    void CheckStatusUpdate(Link link)
    {
        _operations++;
        if (codes.IsRestricted)
        {
            errors.Breach(
                XdsErrorCode.UnmodifiableMetadataError,
                link.Place,
                $"would change the availabilityStatus of {Quoted.Text(link.TargetId)}, which ITI-92 cannot",
                Tf.RestrictedUpdate);
            return;
        }

        CheckIsFromSubmissionSet(link);
        Refuse(link, OfVersion);
        if (link.Target is not null)
            Undecodable(link, $"{Quoted.Text(link.TargetId)} is in the submission: only one operation may work on an object, and a new version is Approved");
        else if (!_targets.Add(link.TargetId))
            Undecodable(link, $"{Quoted.Text(link.TargetId)} is updated by another operation of the submission, too");
        var original = Status(link, SlotNames.OriginalStatus);
        var status = Status(link, SlotNames.NewStatus);
        if (original is not null && original == status) Undecodable(link, $"changes nothing: {Quoted.Text(original)} is OriginalStatus and NewStatus");
    }

    void CheckSubmitAssociation(Link link)
    {
        _operations++;
        if (codes.IsRestricted)
        {
            errors.Breach(
                codes.Undecodable, link.Place, $"would submit Association {Quoted.Text(link.TargetId)}, which ITI-92 cannot", Tf.RestrictedUpdate);
            return;
        }

        CheckIsFromSubmissionSet(link);
        Refuse(link, [.. OfVersion, .. OfStatus]);
        if (link.Target?.Kind != ObjectKind.Association) Undecodable(link, $"{Quoted.Text(link.TargetId)} is not an Association of the submission");
        else if (!_submitted.Add(link.Target)) Undecodable(link, $"{Quoted.Text(link.TargetId)} is submitted by another operation of the submission, too");
    }

    // An Association that is no operation must be what one submits.
    void CheckAssociation(Link link)
    {
        if (!_submitted.Contains(link.Association))
        {
            Undecodable(link, "is neither an operation nor submitted by one (SubmitAssociation)");
            return;
        }

        Refuse(link, [.. OfVersion, .. OfStatus, SlotNames.SubmissionSetStatus]);
        DocumentationRules.Check(link, errors);
        if (link.SourceId == link.TargetId) Undecodable(link, $"relates {Quoted.Text(link.SourceId)} to itself");
        // Propagation makes the new version's Associations; by hand and by propagation at once is refused (CP-ITI-1029).
        foreach (var end in new[] { link.SourceId, link.TargetId }.Where(_propagated.Contains))
            Undecodable(link, $"{Quoted.Text(end)} is a new version whose Associations are propagated: submit it with AssociationPropagation {No}");
    }

    void CheckIsFromSubmissionSet(Link link)
    {
        if (link.Source?.Kind != ObjectKind.SubmissionSet)
            Undecodable(link, $"{Quoted.Text(link.SourceId)} of {link.Type} is not the SubmissionSet");
    }

    string? Status(Link link, string name)
    {
        var status = Single(link, name, isRequired: true);
        if (status is not null && AvailabilityStatusUrn.Parse(status) is null)
            Misannotated(link, name, $"{Quoted.Text(status)} is neither Approved nor Deprecated");
        return status;
    }

    // Several values are a breach of the table of attributes, which has told of it.
    string? Single(Link link, string name, bool isRequired)
    {
        if (link.Association.Source.SlotValues(name) is [var value, ..]) return value;
        if (isRequired) Misannotated(link, name, "is required but absent");
        return null;
    }

    void Refuse(Link link, string[] names)
    {
        foreach (var name in names)
            if (link.Association.Source.SlotValues(name) is not null) Misannotated(link, name, $"has no place on {link.Type} here");
    }

    void Misannotated(Link link, string name, string problem) =>
        errors.Breach(codes.Annotation, link.Place.At(name), $"{problem}, in the update of {Quoted.Text(link.TargetId)}", Tf.Update);

    void Undecodable(Link link, string problem) => errors.Breach(codes.Undecodable, link.Place, problem, Tf.Update);

    static bool IsVersioned(SubmittedObject item) => item.Kind is ObjectKind.DocumentEntry or ObjectKind.Folder;
}
