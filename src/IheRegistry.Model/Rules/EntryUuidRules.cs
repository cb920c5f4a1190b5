using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Ids of objects: unique in the submission; <c>urn:uuid:</c> with a lower-case UUID, or symbolic (ITI TF-3 4.2.3.1.5).
/// The ids of classifications and external identifiers are named by nothing, so any is taken, or none.
/// </summary>
static class EntryUuidRules
{
    public static void Check(SubmittedObjects objects, ErrorList errors)
    {
        foreach (var item in objects.All) CheckForm(item, errors);
        foreach (var item in objects.Repeated)
            errors.Breach(item.Place, "has the id of another object of the submission", Tf.Identifiers);
    }

    static void CheckForm(SubmittedObject item, ErrorList errors)
    {
        // Schema-invalid, but harmless where nothing names the object.
        if (item.Source.Id is null && item.Kind == ObjectKind.Association) return;
        if (string.IsNullOrWhiteSpace(item.Source.Id)) errors.Breach(item.Place, "has no id", Tf.Identifiers);
        else if (EntryUuid.IsUuidUrn(item.Source.Id) && !EntryUuid.IsValid(item.Source.Id))
            errors.Breach(item.Place, "has an id that is not urn:uuid: with a UUID in lower-case hexadecimal digits", Tf.Identifiers);
    }
}
