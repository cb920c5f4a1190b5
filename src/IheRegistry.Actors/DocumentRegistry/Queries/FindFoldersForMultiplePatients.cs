using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindFoldersForMultiplePatients (ITI TF-2 3.51.4.1.2.1.2).</summary>
static class FindFoldersForMultiplePatients
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        parameters.RequireOneOf(ParameterNames.FolderPatientId, ParameterNames.FolderCodeList);
        return new FindFoldersQuery(FindFolders.Criteria(parameters, parameters.AnyPatients(ParameterNames.FolderPatientId)));
    }
}
