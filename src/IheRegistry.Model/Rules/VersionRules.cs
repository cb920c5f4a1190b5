using IheRegistry.Model.Errors;

namespace IheRegistry.Model.Rules;

/// <summary>
/// A registration makes first versions only: its logicalID is its entryUUID, so a lid that names another object asks for an update,
/// which is Update Document Set's (ITI-57). Associations and slots that ask for one are refused with their families.
/// </summary>
static class VersionRules
{
    public static void Check(SubmittedObject item, ErrorList errors)
    {
        if (item.Source.LogicalId is { Length: > 0 } logicalId && logicalId != item.Source.Id)
            errors.Breach(
                item.Place.At("logicalID"),
                $"{Quoted.Text(logicalId)} is not the object's own id: new versions are submitted by Update Document Set (ITI-57)",
                Tf.Usage);
    }
}
