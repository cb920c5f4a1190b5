using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindDocumentsForMultiplePatients (ITI TF-2 3.51.4.1.2.1.1).</summary>
static class FindDocumentsForMultiplePatients
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        parameters.RequireOneOf(
            ParameterNames.DocumentEntryPatientId, ParameterNames.DocumentEntryClassCode, ParameterNames.DocumentEntryEventCodeList,
            ParameterNames.DocumentEntryHealthcareFacilityTypeCode);
        return new FindDocumentsQuery(Criteria(parameters));
    }

    internal static DocumentCriteria Criteria(ParameterReader parameters) =>
        FindDocuments.Criteria(parameters, parameters.AnyPatients(ParameterNames.DocumentEntryPatientId));
}
