using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindFolders (ITI TF-2 3.18.4.1.2.3.7.3).</summary>
static class FindFolders
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var patient = parameters.Patient(ParameterNames.FolderPatientId);
        var statuses = parameters.Statuses(ParameterNames.FolderStatus);
        var times = parameters.Times(ParameterNames.FolderLastUpdateTimeFrom, ParameterNames.FolderLastUpdateTimeTo);
        var codes = parameters.CodeGroups(ParameterNames.FolderCodeList);
        if (patient is null) return null;
        return new FindFoldersQuery(new FolderCriteria
        {
            PatientIds = [patient],
            Statuses = statuses,
            LastUpdateTime = times,
            Codes = codes,
        });
    }
}
