using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetAll (ITI TF-2 3.18.4.1.2.3.7.4).</summary>
static class GetAll
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var patient = parameters.Patient(ParameterNames.PatientId);
        var documents = parameters.Statuses(ParameterNames.DocumentEntryStatus);
        var submissionSets = parameters.Statuses(ParameterNames.SubmissionSetStatus);
        var folders = parameters.Statuses(ParameterNames.FolderStatus);
        var filter = parameters.Documents();
        return patient is null ? null : new GetAllQuery(patient, documents, submissionSets, folders, filter);
    }
}
