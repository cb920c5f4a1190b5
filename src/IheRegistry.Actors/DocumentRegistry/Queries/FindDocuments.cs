using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>FindDocuments (ITI TF-2 3.18.4.1.2.3.7.1).</summary>
static class FindDocuments
{
    internal static RegistryQuery? Read(ParameterReader parameters) =>
        Criteria(parameters) is { } criteria ? new FindDocumentsQuery(criteria) : null;

    /// <summary>The parameters that all kin of this query share, of one patient.</summary>
    internal static DocumentCriteria? Criteria(ParameterReader parameters)
    {
        var patient = parameters.Patient(ParameterNames.DocumentEntryPatientId);
        var criteria = Criteria(parameters, patient is null ? [] : [patient]);
        return patient is null ? null : criteria;
    }

    /// <summary>The parameters that all kin of this query share, of these patients.</summary>
    internal static DocumentCriteria Criteria(ParameterReader parameters, IReadOnlyList<PatientId> patients) => new()
    {
        PatientIds = patients,
        Statuses = parameters.Statuses(ParameterNames.DocumentEntryStatus),
        ClassCodes = parameters.Codes(ParameterNames.DocumentEntryClassCode),
        TypeCodes = parameters.Codes(ParameterNames.DocumentEntryTypeCode),
        PracticeSettingCodes = parameters.Codes(ParameterNames.DocumentEntryPracticeSettingCode),
        HealthcareFacilityTypeCodes = parameters.Codes(ParameterNames.DocumentEntryHealthcareFacilityTypeCode),
        FormatCodes = parameters.Codes(ParameterNames.DocumentEntryFormatCode),
        EventCodes = parameters.CodeGroups(ParameterNames.DocumentEntryEventCodeList),
        ConfidentialityCodes = parameters.CodeGroups(ParameterNames.DocumentEntryConfidentialityCode),
        AuthorPersons = parameters.Values(ParameterNames.DocumentEntryAuthorPerson),
        CreationTime = parameters.Times(ParameterNames.DocumentEntryCreationTimeFrom, ParameterNames.DocumentEntryCreationTimeTo),
        ServiceStartTime = parameters.Times(
            ParameterNames.DocumentEntryServiceStartTimeFrom, ParameterNames.DocumentEntryServiceStartTimeTo),
        ServiceStopTime = parameters.Times(
            ParameterNames.DocumentEntryServiceStopTimeFrom, ParameterNames.DocumentEntryServiceStopTimeTo),
        Types = parameters.Types(),
        Offline = parameters.Offline(),
    };
}
