using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetFolderAndContents (ITI TF-2 3.18.4.1.2.3.7.11).</summary>
static class GetFolderAndContents
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var id = parameters.Id(
            (ParameterNames.FolderEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.FolderUniqueId, ObjectIdKind.UniqueId));
        var filter = parameters.Documents();
        return id is null ? null : new GetFolderAndContentsQuery(id, filter);
    }
}
