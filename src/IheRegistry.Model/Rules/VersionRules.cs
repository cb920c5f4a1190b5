using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>
/// A registration makes first versions only: its logicalID is its entryUUID, so a lid that names another object asks for an update,
/// which is Update Document Set's (ITI-57). Associations and slots that ask for one are refused with their families.
/// An update makes no first versions: the lid of its DocumentEntries and Folders names a registered object (ITI TF-2 3.57.4.1.3.1).
/// </summary>
static class VersionRules
{
    public static void Check(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        if (context.IsUpdate && item.Kind is ObjectKind.DocumentEntry or ObjectKind.Folder) CheckNewVersion(item, context, errors);
        else if (item.Source.LogicalId is { Length: > 0 } logicalId && logicalId != item.Source.Id)
            errors.Breach(
                item.Place.At("logicalID"),
                $"{Quoted.Text(logicalId)} is not the object's own id: new versions are submitted by Update Document Set (ITI-57)",
                Tf.Usage);
    }

    static void CheckNewVersion(SubmittedObject item, RuleContext context, ErrorList errors)
    {
        var logicalId = item.Source.LogicalId;
        var problem = string.IsNullOrEmpty(logicalId) ? "is absent, so that the object is no new version: first versions are submitted by ITI-42 or ITI-41"
            : logicalId == item.Source.Id ? $"{Quoted.Text(logicalId)} is the object's own id, as in a first version, which ITI-42 or ITI-41 submits"
            : !EntryUuid.IsValid(logicalId) ? $"{Quoted.Text(logicalId)} is not urn:uuid: with a UUID in lower-case hexadecimal digits"
            : null;
        if (problem is not null)
            errors.Breach(UpdateErrorCodes.Of(context.Kind).Undecodable, item.Place.At("logicalID"), problem, Tf.Update);
    }
}
