using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetDocuments (ITI TF-2 3.18.4.1.2.3.7.5).</summary>
static class GetDocuments
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var ids = parameters.Ids(
            (ParameterNames.DocumentEntryEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.DocumentEntryUniqueId, ObjectIdKind.UniqueId),
            (ParameterNames.DocumentEntryLogicalId, ObjectIdKind.LogicalId));
        return ids is null ? null : new GetDocumentsQuery(ids);
    }
}
