using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Actors.DocumentRegistry.Queries;

/// <summary>
/// FindDocumentsExclude (CP-ITI-1323, ITI TF-2 3.18.4.1.2.3.7.15): FindDocuments with excluding twins of its parameters, each of which may
/// be given in place of the parameter that it is the twin of.
/// </summary>
static class FindDocumentsExclude
{
    static readonly string[] WithTwins =
    [
        ParameterNames.DocumentEntryClassCode, ParameterNames.DocumentEntryTypeCode, ParameterNames.DocumentEntryPracticeSettingCode,
        ParameterNames.DocumentEntryHealthcareFacilityTypeCode, ParameterNames.DocumentEntryEventCodeList,
        ParameterNames.DocumentEntryConfidentialityCode, ParameterNames.DocumentEntryFormatCode, ParameterNames.DocumentEntryAuthorPerson,
        ParameterNames.DocumentEntryType, ParameterNames.DocumentEntryReferenceIdList,
    ];

    internal static RegistryQuery? Read(ParameterReader parameters)
    {
        foreach (var name in WithTwins) parameters.RequireNotBoth(name);
        var criteria = FindDocuments.Criteria(parameters);
        var references = parameters.Groups(ParameterNames.DocumentEntryReferenceIdList);
        var excluded = Excluded(parameters);
        var unwanted = parameters.Types(ParameterNames.Exclude(ParameterNames.DocumentEntryType));
        if (criteria is null) return null;
        return new FindDocumentsQuery(criteria with
        {
            Types = unwanted is { } types ? DocumentEntryTypes.All & ~types : criteria.Types,
            ReferenceIds = references,
            Excluded = excluded,
        });
    }

    static DocumentExclusions Excluded(ParameterReader parameters) => new()
    {
        ClassCodes = parameters.Codes(ParameterNames.Exclude(ParameterNames.DocumentEntryClassCode)),
        TypeCodes = parameters.Codes(ParameterNames.Exclude(ParameterNames.DocumentEntryTypeCode)),
        PracticeSettingCodes = parameters.Codes(ParameterNames.Exclude(ParameterNames.DocumentEntryPracticeSettingCode)),
        HealthcareFacilityTypeCodes = parameters.Codes(ParameterNames.Exclude(ParameterNames.DocumentEntryHealthcareFacilityTypeCode)),
        FormatCodes = parameters.Codes(ParameterNames.Exclude(ParameterNames.DocumentEntryFormatCode)),
        EventCodes = parameters.CodeGroups(ParameterNames.Exclude(ParameterNames.DocumentEntryEventCodeList)),
        ConfidentialityCodes = parameters.CodeGroups(ParameterNames.Exclude(ParameterNames.DocumentEntryConfidentialityCode)),
        AuthorPersons = parameters.Values(ParameterNames.Exclude(ParameterNames.DocumentEntryAuthorPerson)),
        ReferenceIds = parameters.Groups(ParameterNames.Exclude(ParameterNames.DocumentEntryReferenceIdList)),
    };
}
