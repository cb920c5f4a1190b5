using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>No two objects of a submission have the same uniqueId, whatever their kinds (ITI TF-3 table 4.2.4.1-2).</summary>
static class UniqueIdRules
{
    public static void Check(SubmittedObjects objects, ErrorList errors)
    {
        var seen = new Dictionary<string, SubmittedObject>(objects.All.Count, StringComparer.Ordinal);
        foreach (var item in objects.All)
        {
            if (UniqueIdOf(item) is not { Length: > 0 } uniqueId || seen.TryAdd(uniqueId, item)) continue;
            errors.Breach(
                XdsErrorCode.XDSRegistryDuplicateUniqueIdInMessage,
                item.Place.At("uniqueId"),
                $"{Quoted.Text(uniqueId)} is also the uniqueId of {seen[uniqueId].Place}",
                Tf.ErrorCodes);
        }
    }

    static string? UniqueIdOf(SubmittedObject item) => item.Kind switch
    {
        ObjectKind.DocumentEntry => item.Source.Identifier(SchemeUuids.DocumentEntryUniqueId),
        ObjectKind.SubmissionSet => item.Source.Identifier(SchemeUuids.SubmissionSetUniqueId),
        ObjectKind.Folder => item.Source.Identifier(SchemeUuids.FolderUniqueId),
        _ => null,
    };
}
