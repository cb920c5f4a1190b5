using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetFolders (ITI TF-2 3.18.4.1.2.3.7.6).</summary>
static class GetFolders
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var ids = parameters.Ids(
            (ParameterNames.FolderEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.FolderUniqueId, ObjectIdKind.UniqueId),
            (ParameterNames.FolderLogicalId, ObjectIdKind.LogicalId));
        return ids is null ? null : new GetFoldersQuery(ids);
    }
}
