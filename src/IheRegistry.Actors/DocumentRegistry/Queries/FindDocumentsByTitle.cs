using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindDocumentsByTitle: FindDocuments with a required $XDSDocumentEntryTitle, a LIKE pattern.</summary>
static class FindDocumentsByTitle
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var titles = parameters.RequiredValues(ParameterNames.DocumentEntryTitle);
        return FindDocuments.Criteria(parameters) is { } criteria ? new FindDocumentsQuery(criteria with { Titles = titles }) : null;
    }
}
