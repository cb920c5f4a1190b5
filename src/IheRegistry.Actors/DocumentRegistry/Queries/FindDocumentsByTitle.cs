using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindDocumentsByTitle: FindDocuments with a required $XDSDocumentEntryTitle, a LIKE pattern.</summary>
static class FindDocumentsByTitle
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var titles = parameters.RequiredValues(ParameterNames.DocumentEntryTitle);
        var criteria = FindDocuments.Criteria(parameters);
        return criteria is null ? null : new FindDocumentsQuery(criteria with { Titles = titles });
    }
}
