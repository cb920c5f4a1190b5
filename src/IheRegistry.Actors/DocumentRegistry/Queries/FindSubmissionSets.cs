using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindSubmissionSets (ITI TF-2 3.18.4.1.2.3.7.2).</summary>
static class FindSubmissionSets
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var patient = parameters.Patient(ParameterNames.SubmissionSetPatientId);
        var statuses = parameters.Statuses(ParameterNames.SubmissionSetStatus);
        var sources = parameters.Values(ParameterNames.SubmissionSetSourceId);
        var times = parameters.Times(ParameterNames.SubmissionSetSubmissionTimeFrom, ParameterNames.SubmissionSetSubmissionTimeTo);
        var authors = parameters.AtMostOne(ParameterNames.SubmissionSetAuthorPerson);
        var contentTypes = parameters.Codes(ParameterNames.SubmissionSetContentType);
        if (patient is null) return null;
        return new FindSubmissionSetsQuery(new SubmissionSetCriteria
        {
            PatientId = patient,
            Statuses = statuses,
            SourceIds = sources,
            SubmissionTime = times,
            AuthorPersons = authors,
            ContentTypeCodes = contentTypes,
        });
    }
}
