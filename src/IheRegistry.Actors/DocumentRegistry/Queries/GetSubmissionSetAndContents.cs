using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>GetSubmissionSetAndContents (ITI TF-2 3.18.4.1.2.3.7.10).</summary>
static class GetSubmissionSetAndContents
{
    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        var id = parameters.Id(
            (ParameterNames.SubmissionSetEntryUuid, ObjectIdKind.EntryUuid),
            (ParameterNames.SubmissionSetUniqueId, ObjectIdKind.UniqueId));
        var filter = parameters.Documents();
        return id is null ? null : new GetSubmissionSetAndContentsQuery(id, filter);
    }
}
