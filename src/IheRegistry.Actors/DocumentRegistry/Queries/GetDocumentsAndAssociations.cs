using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetDocumentsAndAssociations (ITI TF-2 3.18.4.1.2.3.7.8).</summary>
static class GetDocumentsAndAssociations
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var ids = parameters.Ids(
            (ParameterNames.DocumentEntryEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.DocumentEntryUniqueId, ObjectIdKind.UniqueId));
        return ids is null ? null : new GetDocumentsAndAssociationsQuery(ids);
    }
}
