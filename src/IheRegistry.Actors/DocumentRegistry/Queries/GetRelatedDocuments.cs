using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetRelatedDocuments (ITI TF-2 3.18.4.1.2.3.7.13).</summary>
static class GetRelatedDocuments
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var id = parameters.Id(
            (ParameterNames.DocumentEntryEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.DocumentEntryUniqueId, ObjectIdKind.UniqueId));
        var types = Types(parameters.RequiredValues(ParameterNames.AssociationTypes));
        var filter = parameters.Documents();
        return id is null ? null : new GetRelatedDocumentsQuery(id, types, filter);
    }

    // A type that the framework does not have matches no association.
    static List<AssociationType> Types(IReadOnlyList<string> urns)
    {
        var types = new List<AssociationType>(urns.Count);
        foreach (var urn in urns)
            if (AssociationTypeUrn.Parse(urn) is { } type && !types.Contains(type))
                types.Add(type);
        types.Sort();
        return types;
    }
}
