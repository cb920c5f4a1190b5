using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Associations (ITI TF-3 4.2.2): their types, and ends that are in the submission or name an object of the registry by its entryUUID.
/// Whether the registry has that object is asked later.
/// </summary>
static class AssociationRules
{
    public static void Check(SubmittedObjects objects, ErrorList errors)
    {
        foreach (var item in objects.All)
        {
            if (item.Kind == ObjectKind.Association && Resolve(item, objects, errors) is { } link && IsOfRegistration(link, errors))
                CheckLink(link, errors);
        }

        MembershipRules.CheckAllLinked(objects, errors);
    }

    static void CheckLink(Link link, ErrorList errors)
    {
        if (link.Type == AssociationType.HasMember) MembershipRules.Check(link, errors);
        else RelationshipRules.Check(link, errors);
        DocumentationRules.Check(link, errors);
    }

    /// <summary>The Association with its ends; null, with findings, when it has no type or ends that can be.</summary>
    public static Link? Resolve(SubmittedObject item, SubmittedObjects objects, ErrorList errors)
    {
        var type = TypeOf(item, errors);
        var source = EndOf(item.Source.SourceObject, "sourceObject", item, objects, errors);
        var target = EndOf(item.Source.TargetObject, "targetObject", item, objects, errors);
        return type is { } known && source is not null && target is not null
            ? new Link(item, known, source, objects.Find(source), target, objects.Find(target))
            : null;
    }

    static AssociationType? TypeOf(SubmittedObject item, ErrorList errors)
    {
        var type = AssociationTypeUrn.Parse(item.Source.AssociationType);
        var place = item.Place.At("associationType");
        if (type is null)
            errors.Breach(place, $"{Quoted.Text(item.Source.AssociationType)} is not a type of XDS", Tf.AssociationTypes);
        return type;
    }

    static bool IsOfRegistration(Link link, ErrorList errors)
    {
        if (link.Type is not (AssociationType.UpdateAvailabilityStatus or AssociationType.SubmitAssociation)) return true;
        errors.Breach(
            link.Place.At("associationType"), $"{link.Type} changes registered metadata, which is Update Document Set's (ITI-57)", Tf.AssociationTypes);
        return false;
    }

    static string? EndOf(string? id, string name, SubmittedObject item, SubmittedObjects objects, ErrorList errors)
    {
        if (string.IsNullOrEmpty(id))
        {
            errors.Breach(item.Place.At(name), "is required but absent", Tf.AssociationTypes);
            return null;
        }

        if (objects.Find(id) is not null || EntryUuid.IsValid(id)) return id;
        var place = item.Place.At(name);
        if (EntryUuid.IsUuidUrn(id))
            errors.Breach(place, $"{Quoted.Text(id)} is not urn:uuid: with a UUID in lower-case hexadecimal digits", Tf.Identifiers);
        else
            errors.Breach(
                XdsErrorCode.UnresolvedReferenceException,
                place,
                $"{Quoted.Text(id)} is neither an object of the submission nor the entryUUID of a registered one",
                Tf.Identifiers);
        return null;
    }
}
