using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>
/// FindDocumentsByReferenceId (ITI TF-2 3.18.4.1.2.3.7.14). The section speaks of exact matches and, in its note 5, of LIKE patterns: a
/// value without wildcards is an exact match, so patterns serve both.
/// </summary>
static class FindDocumentsByReferenceId
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var references = parameters.RequiredGroups(ParameterNames.DocumentEntryReferenceIdList);
        var criteria = FindDocuments.Criteria(parameters);
        return criteria is null ? null : new FindDocumentsQuery(criteria with { ReferenceIds = references });
    }
}
