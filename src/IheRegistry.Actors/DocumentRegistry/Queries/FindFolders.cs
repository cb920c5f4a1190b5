using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindFolders (ITI TF-2 3.18.4.1.2.3.7.3).</summary>
static class FindFolders
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var patient = parameters.Patient(ParameterNames.FolderPatientId);
        var criteria = Criteria(parameters, patient is null ? [] : [patient]);
        return patient is null ? null : new FindFoldersQuery(criteria);
    }

    /// <summary>The parameters of the query, of these patients.</summary>
    internal static FolderCriteria Criteria(ParameterReader parameters, IReadOnlyList<PatientId> patients) => new()
    {
        PatientIds = patients,
        Statuses = parameters.Statuses(ParameterNames.FolderStatus),
        LastUpdateTime = parameters.Times(ParameterNames.FolderLastUpdateTimeFrom, ParameterNames.FolderLastUpdateTimeTo),
        Codes = parameters.CodeGroups(ParameterNames.FolderCodeList),
    };
}
