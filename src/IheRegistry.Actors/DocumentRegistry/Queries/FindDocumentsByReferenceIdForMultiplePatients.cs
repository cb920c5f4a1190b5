using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>
/// FindDocumentsByReferenceId for any number of patients (ITI TF-2 3.51.4.1.2.1, 3.18.4.1.2.3.7.14): the reference id is required, and so
/// enough.
/// </summary>
static class FindDocumentsByReferenceIdForMultiplePatients
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var references = parameters.RequiredGroups(ParameterNames.DocumentEntryReferenceIdList);
        return new FindDocumentsQuery(FindDocumentsForMultiplePatients.Criteria(parameters) with { ReferenceIds = references });
    }
}
