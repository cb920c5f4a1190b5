using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetAssociations (ITI TF-2 3.18.4.1.2.3.7.7).</summary>
static class GetAssociations
{
    internal static RegistryQuery Read(ParameterReader parameters) =>
        new GetAssociationsQuery(parameters.RequiredValues(ParameterNames.Uuid));
}
