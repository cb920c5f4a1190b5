using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

/// <summary>FindDocumentsExclude (CP-ITI-1323).</summary>
[TestFixture]
public sealed class FindDocumentsExcludeParameterTests : StoredQueryTests
{
    static readonly QueryParameter[] Required =
        [P(ParameterNames.DocumentEntryPatientId, PatientText), P(ParameterNames.DocumentEntryStatus, AvailabilityStatusUrn.Approved)];

    static readonly string[] Twins =
    [
        ParameterNames.DocumentEntryClassCode, ParameterNames.DocumentEntryTypeCode, ParameterNames.DocumentEntryPracticeSettingCode,
        ParameterNames.DocumentEntryHealthcareFacilityTypeCode, ParameterNames.DocumentEntryEventCodeList,
        ParameterNames.DocumentEntryConfidentialityCode, ParameterNames.DocumentEntryFormatCode, ParameterNames.DocumentEntryAuthorPerson,
        ParameterNames.DocumentEntryReferenceIdList,
    ];

    [TestCaseSource(nameof(Twins))]
    public async Task Each_twin_reaches_what_is_excluded(string name)
    {
        var excluded = (await Find(P(ParameterNames.Exclude(name), "a^^s"))).Excluded!;
        IReadOnlyList<int> counts =
        [
            excluded.ClassCodes.Count, excluded.TypeCodes.Count, excluded.PracticeSettingCodes.Count, excluded.HealthcareFacilityTypeCodes.Count,
            excluded.EventCodes.Count, excluded.ConfidentialityCodes.Count, excluded.FormatCodes.Count, excluded.AuthorPersons.Count,
            excluded.ReferenceIds.Count,
        ];
        Assert.That(counts, Is.EqualTo(Twins.Select(twin => twin == name ? 1 : 0)));
    }

    [TestCaseSource(nameof(Twins))]
    public async Task A_parameter_and_its_twin_shut_each_other_out(string name) => Assert.That(
        await ErrorOf(StoredQueryIds.FindDocumentsExclude, [.. Required, P(name, "a^^s"), P(ParameterNames.Exclude(name), "b^^s")]),
        Is.EqualTo(TooMany(ParameterNames.Exclude(name))));

    [Test]
    public async Task An_excluded_type_leaves_the_other()
    {
        var twin = ParameterNames.Exclude(ParameterNames.DocumentEntryType);
        Assert.That((await Find(P(twin, SchemeUuids.StableDocumentEntry))).Types, Is.EqualTo(DocumentEntryTypes.OnDemand));
        Assert.That((await Find()).Types, Is.EqualTo(DocumentEntryTypes.Stable));
    }

    [Test]
    public async Task A_code_without_its_scheme_is_refused_here_too() => Assert.That(
        await ErrorOf(
            StoredQueryIds.FindDocumentsExclude, [.. Required, P(ParameterNames.Exclude(ParameterNames.DocumentEntryClassCode), "a")]),
        Is.EqualTo(Refused(ParameterNames.Exclude(ParameterNames.DocumentEntryClassCode))));

    async Task<DocumentCriteria> Find(params QueryParameter[] parameters) =>
        (await QueryOf<FindDocumentsQuery>(StoredQueryIds.FindDocumentsExclude, [.. Required, .. parameters])).Criteria;
}
