using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>
/// What the source is told of a submission that goes on the work list: its documents wait (DocumentQueued), and neither Folders nor what
/// relations of documents mean were processed, which "shall not cause rejection" (ITI TF-2 3.41.4.1.3, 3.41.4.1.3.1).
/// </summary>
static class RecipientWarnings
{
    internal static void Add(RegistryObjectList metadata, ErrorList errors)
    {
        foreach (var entry in metadata.Objects.Where(o => o.Element == EbrimElement.ExtrinsicObject))
        {
            errors.Warn(
                XdsErrorCode.DocumentQueued,
                $"Document '{entry.Identifier(SchemeUuids.DocumentEntryUniqueId)}' waits for a person to match it to a patient (ITI TF-2 3.41.4.1.3).",
                entry.Id);
        }

        if (metadata.Objects.FirstOrDefault(IsFolder) is { } folder)
            errors.Warn(XdsErrorCode.PartialFolderContentNotProcessed, "Folder content was not processed (ITI TF-2 3.41.4.1.3.1).", folder.Id);
        foreach (var association in metadata.Objects)
        {
            if (CodeOf(AssociationTypeUrn.Parse(association.AssociationType)) is { } code)
            {
                errors.Warn(
                    code,
                    $"Association '{association.Id}': what {association.AssociationType} means was not processed (ITI TF-2 3.41.4.1.3.1).",
                    association.Id);
            }
        }
    }

    static bool IsFolder(RegistryObject item) => item.Classifications.Any(c => c.Node == SchemeUuids.Folder);

    static XdsErrorCode? CodeOf(AssociationType? type) => type switch
    {
        null or AssociationType.HasMember => null,
        AssociationType.Append => XdsErrorCode.PartialAppendContentNotProcessed,
        AssociationType.Replace => XdsErrorCode.PartialReplaceContentNotProcessed,
        AssociationType.Transform => XdsErrorCode.PartialTransformNotProcessed,
        AssociationType.TransformReplace => XdsErrorCode.PartialTransformReplaceNotProcessed,
        _ => XdsErrorCode.PartialRelationshipContentNotProcessed,
    };
}
