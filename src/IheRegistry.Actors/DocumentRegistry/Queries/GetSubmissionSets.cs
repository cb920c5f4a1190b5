using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetSubmissionSets (ITI TF-2 3.18.4.1.2.3.7.9).</summary>
static class GetSubmissionSets
{
    internal static RegistryQuery Read(ParameterReader parameters) =>
        new GetSubmissionSetsQuery(parameters.RequiredValues(ParameterNames.Uuid));
}
