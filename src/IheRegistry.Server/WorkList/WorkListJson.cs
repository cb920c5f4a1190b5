using IheRegistry.Actors.DocumentRecipient;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Store.WorkList;

namespace IheRegistry.Server.WorkList;

/// <summary>What the work list's answers look like.</summary>
static class WorkListJson
{
    /// <summary>An item: what a person needs to find the patient.</summary>
    internal static object Of(WorkItem item)
    {
        var entries = RecipientWorkList.MetadataOf(item).Objects.Where(o => o.Element == EbrimElement.ExtrinsicObject);
        return new
        {
            id = item.Row,
            state = NameOf(item.State),
            receivedAt = item.At,
            submissionSetUniqueId = item.SubmissionSetUniqueId,
            sourceId = item.SourceId,
            patientId = item.PatientId,
            limitedMetadata = item.IsLimited,
            decision = item.Decision,
            documents = entries.Select(Entry),
        };
    }

    /// <summary>Findings of the registry.</summary>
    internal static IEnumerable<object> Of(IEnumerable<RegistryError> errors) => errors.Select(error => new
    {
        code = error.Code.ToString(),
        severity = error.Severity.ToString(),
        context = error.Context,
        location = error.Location,
    });

    /// <summary>What came of a decision.</summary>
    internal static object Of(WorkListOutcome outcome) => new { status = outcome.Kind.ToString(), errors = Of(outcome.Errors) };

    /// <summary>How a state is called in addresses and answers.</summary>
    internal static string NameOf(WorkItemState state) => state.ToString().ToLowerInvariant();

    static object Entry(RegistryObject entry) => new
    {
        id = entry.Id,
        uniqueId = entry.Identifier(SchemeUuids.DocumentEntryUniqueId),
        mimeType = entry.MimeType,
        title = entry.Name is [var title, ..] ? title.Value : null,
        patientId = entry.Identifier(SchemeUuids.DocumentEntryPatientId),
        sourcePatientId = entry.SlotValue(SlotNames.SourcePatientId),
        sourcePatientInfo = entry.SlotValues(SlotNames.SourcePatientInfo) ?? [],
    };
}
