using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetFoldersForDocument (ITI TF-2 3.18.4.1.2.3.7.12).</summary>
static class GetFoldersForDocument
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var id = parameters.Id(
            (ParameterNames.DocumentEntryEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.DocumentEntryUniqueId, ObjectIdKind.UniqueId));
        return id is null ? null : new GetFoldersForDocumentQuery(id);
    }
}
