using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

[TestFixture]
public sealed class FindParameterTests : StoredQueryTests
{
    static readonly QueryParameter ByPatient = P(ParameterNames.DocumentEntryPatientId, PatientText);
    static readonly QueryParameter Approved = P(ParameterNames.DocumentEntryStatus, AvailabilityStatusUrn.Approved);

    async Task<DocumentCriteria> Find(params QueryParameter[] parameters) =>
        (await QueryOf<FindDocumentsQuery>(StoredQueryIds.FindDocuments, [ByPatient, Approved, .. parameters])).Criteria;

    async Task<(XdsErrorCode, string?)> FindError(params QueryParameter[] parameters) =>
        await ErrorOf(StoredQueryIds.FindDocuments, [ByPatient, Approved, .. parameters]);

    [Test]
    public async Task The_required_parameters_are_enough()
    {
        var criteria = await Find();
        Assert.That(criteria.PatientIds, Is.EqualTo(new[] { Patient }));
        Assert.That(criteria.Statuses, Is.EqualTo(new[] { AvailabilityStatus.Approved }));
        Assert.That(criteria.Types, Is.EqualTo(DocumentEntryTypes.Stable));
        Assert.That(criteria.Offline, Is.Null);
    }

    [Test]
    public async Task Each_code_parameter_reaches_its_attribute()
    {
        var criteria = await Find(
            P(ParameterNames.DocumentEntryClassCode, "a^^s", "b^^t"), P(ParameterNames.DocumentEntryTypeCode, "c^^s"),
            P(ParameterNames.DocumentEntryFormatCode, "d^^s"), P(ParameterNames.DocumentEntryPracticeSettingCode, "e^^s"),
            P(ParameterNames.DocumentEntryHealthcareFacilityTypeCode, "f^^s"));
        Assert.That(criteria.ClassCodes, Is.EqualTo(new[] { new Code("a", "s"), new Code("b", "t") }));
        Assert.That(criteria.TypeCodes, Is.EqualTo(new[] { new Code("c", "s") }));
        Assert.That(criteria.FormatCodes, Is.EqualTo(new[] { new Code("d", "s") }));
        Assert.That(criteria.PracticeSettingCodes, Is.EqualTo(new[] { new Code("e", "s") }));
        Assert.That(criteria.HealthcareFacilityTypeCodes, Is.EqualTo(new[] { new Code("f", "s") }));
    }

    [Test]
    public async Task Repeated_slots_are_AND_and_their_values_OR()
    {
        var criteria = await Find(
            P(ParameterNames.DocumentEntryEventCodeList, "a^^s", "b^^s"), P(ParameterNames.DocumentEntryEventCodeList, "c^^s"),
            P(ParameterNames.DocumentEntryConfidentialityCode, "N^^s"), P(ParameterNames.DocumentEntryConfidentialityCode, "R^^s"));
        Assert.That(criteria.EventCodes.Select(g => string.Join('|', g)), Is.EqualTo(new[] { "a^^s|b^^s", "c^^s" }));
        Assert.That(criteria.ConfidentialityCodes, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Times_of_partial_precision_are_padded_with_the_earliest()
    {
        var criteria = await Find(
            P(ParameterNames.DocumentEntryCreationTimeFrom, "2005"), P(ParameterNames.DocumentEntryCreationTimeTo, "200601"),
            P(ParameterNames.DocumentEntryServiceStartTimeFrom, "20050102"),
            P(ParameterNames.DocumentEntryServiceStopTimeTo, "200501020304"));
        Assert.That(criteria.CreationTime, Is.EqualTo(new TimeRange(20050101000000, 20060101000000)));
        Assert.That(criteria.ServiceStartTime, Is.EqualTo(new TimeRange(20050102000000, null)));
        Assert.That(criteria.ServiceStopTime, Is.EqualTo(new TimeRange(null, 20050102030400)));
    }

    [Test]
    public async Task Author_patterns_types_and_availability_reach_the_criteria()
    {
        var criteria = await Find(
            P(ParameterNames.DocumentEntryAuthorPerson, "%Ford%", "_x"),
            P(ParameterNames.DocumentEntryType, SchemeUuids.StableDocumentEntry, SchemeUuids.OnDemandDocumentEntry),
            P(ParameterNames.DocumentEntryDocumentAvailability, "urn:ihe:iti:2010:DocumentAvailability:Online"));
        Assert.That(criteria.AuthorPersons, Is.EqualTo(new[] { "%Ford%", "_x" }));
        Assert.That(criteria.Types, Is.EqualTo(DocumentEntryTypes.All));
        Assert.That(criteria.Offline, Is.False);
    }

    [Test]
    public async Task Unknown_and_withdrawn_parameters_are_ignored_even_when_badly_coded()
    {
        var criteria = await Find(
            new QueryParameter("$XDSDocumentEntryClassCodeScheme", [], "has no closing quote"),
            P("$Whatever", "x"),
            P(ParameterNames.FolderStatus, "x"));
        Assert.That(criteria.ClassCodes, Is.Empty);
    }

    [Test]
    public async Task A_missing_required_parameter_is_named()
    {
        Assert.That(await ErrorOf(StoredQueryIds.FindDocuments, Approved), Is.EqualTo(Missing(ByPatient.Name)));
        Assert.That(await ErrorOf(StoredQueryIds.FindDocuments, ByPatient), Is.EqualTo(Missing(Approved.Name)));
        Assert.That(await ErrorsOf(StoredQueryIds.FindDocuments), Has.Count.EqualTo(2), "all findings, not the first");
    }

    [Test]
    public async Task A_status_that_is_not_understood_is_ignored_and_when_it_is_the_only_one_missing()
    {
        var both = P(ParameterNames.DocumentEntryStatus, "urn:x:Submitted", AvailabilityStatusUrn.Deprecated);
        var query = await QueryOf<FindDocumentsQuery>(StoredQueryIds.FindDocuments, ByPatient, both);
        Assert.That(query.Criteria.Statuses, Is.EqualTo(new[] { AvailabilityStatus.Deprecated }));
        var unknown = P(ParameterNames.DocumentEntryStatus, "Approved");
        Assert.That(
            await ErrorOf(StoredQueryIds.FindDocuments, ByPatient, unknown), Is.EqualTo(Missing(Approved.Name)));
    }

    [TestCase(ParameterNames.DocumentEntryClassCode, "code")]
    [TestCase(ParameterNames.DocumentEntryClassCode, "code^^")]
    [TestCase(ParameterNames.DocumentEntryClassCode, "^^scheme")]
    [TestCase(ParameterNames.DocumentEntryClassCode, "code^display^scheme")]
    [TestCase(ParameterNames.DocumentEntryEventCodeList, "code^scheme")]
    [TestCase(ParameterNames.DocumentEntryCreationTimeFrom, "200513")]
    [TestCase(ParameterNames.DocumentEntryCreationTimeTo, "yesterday")]
    [TestCase(ParameterNames.DocumentEntryServiceStopTimeTo, "20050")]
    [TestCase(ParameterNames.DocumentEntryType, "urn:uuid:00000000-0000-0000-0000-000000000000")]
    [TestCase(ParameterNames.DocumentEntryDocumentAvailability, "Online")]
    [TestCase(ParameterNames.MetadataLevel, "3")]
    public async Task A_value_of_the_wrong_form_is_refused_with_parameter_and_value(string name, string value)
    {
        Assert.That(await FindError(P(name, value)), Is.EqualTo(Refused(name)));
        var errors = await ErrorsOf(StoredQueryIds.FindDocuments, ByPatient, Approved, P(name, value));
        Assert.That(errors.Single().Context, Does.Contain(name).And.Contain($"\"{value}\""));
    }

    [Test]
    public async Task A_patient_id_of_the_wrong_form_is_refused() => Assert.That(
        await ErrorOf(StoredQueryIds.FindDocuments, P(ByPatient.Name, "p1"), Approved), Is.EqualTo(Refused(ByPatient.Name)));

    [Test]
    public async Task Wrong_coding_of_a_known_parameter_is_refused()
    {
        var wrong = new QueryParameter(ParameterNames.DocumentEntryClassCode, [], "has no closing quote in \"'a\"");
        Assert.That(await FindError(wrong), Is.EqualTo(Refused(wrong.Name)));
    }

    [Test]
    public async Task Too_many_values_or_slots_are_refused()
    {
        Assert.That(
            await ErrorOf(StoredQueryIds.FindDocuments, P(ByPatient.Name, PatientText, PatientText), Approved),
            Is.EqualTo(TooMany(ByPatient.Name)));
        Assert.That(
            await FindError(P(ParameterNames.DocumentEntryCreationTimeFrom, "2005", "2006")),
            Is.EqualTo(TooMany(ParameterNames.DocumentEntryCreationTimeFrom)));
        Assert.That(
            await FindError(P(ParameterNames.DocumentEntryClassCode, "a^^s"), P(ParameterNames.DocumentEntryClassCode, "b^^s")),
            Is.EqualTo(TooMany(ParameterNames.DocumentEntryClassCode)));
    }

    [Test]
    public async Task FindDocumentsByReferenceId_needs_reference_ids_and_takes_groups_of_them()
    {
        Assert.That(
            await ErrorOf(StoredQueryIds.FindDocumentsByReferenceId, ByPatient, Approved),
            Is.EqualTo(Missing(ParameterNames.DocumentEntryReferenceIdList)));
        var query = await QueryOf<FindDocumentsQuery>(
            StoredQueryIds.FindDocumentsByReferenceId, ByPatient, Approved, P(ParameterNames.DocumentEntryReferenceIdList, "a", "b"),
            P(ParameterNames.DocumentEntryReferenceIdList, "c"), P(ParameterNames.DocumentEntryTypeCode, "t^^s"));
        Assert.That(query.Criteria.ReferenceIds, Is.EqualTo(new[] { new[] { "a", "b" }, ["c"] }));
        Assert.That(query.Criteria.TypeCodes, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task FindDocumentsByTitle_needs_a_title()
    {
        Assert.That(
            await ErrorOf(StoredQueryIds.FindDocumentsByTitle, ByPatient, Approved),
            Is.EqualTo(Missing(ParameterNames.DocumentEntryTitle)));
        var title = P(ParameterNames.DocumentEntryTitle, "L%");
        var query = await QueryOf<FindDocumentsQuery>(StoredQueryIds.FindDocumentsByTitle, ByPatient, Approved, title);
        Assert.That(query.Criteria.Titles, Is.EqualTo(new[] { "L%" }));
    }

    [Test]
    public async Task FindDocuments_ignores_title_and_reference_ids()
    {
        var criteria = await Find(P(ParameterNames.DocumentEntryTitle, "L%"), P(ParameterNames.DocumentEntryReferenceIdList, "a"));
        Assert.That(criteria.Titles, Is.Empty);
        Assert.That(criteria.ReferenceIds, Is.Empty);
    }

    [Test]
    public async Task FindSubmissionSets_takes_all_its_parameters()
    {
        var query = await QueryOf<FindSubmissionSetsQuery>(
            StoredQueryIds.FindSubmissionSets, P(ParameterNames.SubmissionSetPatientId, PatientText),
            P(ParameterNames.SubmissionSetStatus, AvailabilityStatusUrn.Approved), P(ParameterNames.SubmissionSetSourceId, "1.2", "1.3"),
            P(ParameterNames.SubmissionSetSubmissionTimeFrom, "2005"), P(ParameterNames.SubmissionSetSubmissionTimeTo, "2006"),
            P(ParameterNames.SubmissionSetAuthorPerson, "%x"), P(ParameterNames.SubmissionSetContentType, "c^^s"));
        var criteria = query.Criteria;
        Assert.That(criteria.PatientId, Is.EqualTo(Patient));
        Assert.That(criteria.SourceIds, Is.EqualTo(new[] { "1.2", "1.3" }));
        Assert.That(criteria.SubmissionTime, Is.EqualTo(new TimeRange(20050101000000, 20060101000000)));
        Assert.That(criteria.AuthorPersons, Is.EqualTo(new[] { "%x" }));
        Assert.That(criteria.ContentTypeCodes, Is.EqualTo(new[] { new Code("c", "s") }));
    }

    [Test]
    public async Task FindSubmissionSets_takes_one_author()
    {
        var authors = P(ParameterNames.SubmissionSetAuthorPerson, "a", "b");
        var error = await ErrorOf(
            StoredQueryIds.FindSubmissionSets, P(ParameterNames.SubmissionSetPatientId, PatientText),
            P(ParameterNames.SubmissionSetStatus, AvailabilityStatusUrn.Approved), authors);
        Assert.That(error, Is.EqualTo(TooMany(authors.Name)));
    }

    [Test]
    public async Task FindFolders_takes_all_its_parameters()
    {
        var query = await QueryOf<FindFoldersQuery>(
            StoredQueryIds.FindFolders,
            P(ParameterNames.FolderPatientId, PatientText),
            P(ParameterNames.FolderStatus, AvailabilityStatusUrn.Approved),
            P(ParameterNames.FolderLastUpdateTimeFrom, "2005"), P(ParameterNames.FolderLastUpdateTimeTo, "2006"),
            P(ParameterNames.FolderCodeList, "a^^s"), P(ParameterNames.FolderCodeList, "b^^s"), P(ParameterNames.MetadataLevel, "2"));
        Assert.That(query.Criteria.PatientIds, Is.EqualTo(new[] { Patient }));
        Assert.That(query.Criteria.LastUpdateTime, Is.EqualTo(new TimeRange(20050101000000, 20060101000000)));
        Assert.That(query.Criteria.Codes, Has.Count.EqualTo(2));
        Assert.That(query.Level, Is.EqualTo(MetadataLevel.Two));
    }

    [TestCase(StoredQueryIds.FindSubmissionSets, new[] { ParameterNames.SubmissionSetPatientId, ParameterNames.SubmissionSetStatus })]
    [TestCase(StoredQueryIds.FindFolders, new[] { ParameterNames.FolderPatientId, ParameterNames.FolderStatus })]
    [TestCase(
        StoredQueryIds.GetAll,
        new[]
        {
            ParameterNames.PatientId, ParameterNames.DocumentEntryStatus, ParameterNames.SubmissionSetStatus, ParameterNames.FolderStatus,
        })]
    public async Task Other_queries_by_patient_name_what_is_missing(string queryId, string[] required)
    {
        var errors = await ErrorsOf(queryId);
        Assert.That(errors.Select(e => e.Location), Is.EqualTo(required));
        Assert.That(errors.Select(e => e.Code), Is.All.EqualTo(XdsErrorCode.XDSStoredQueryMissingParam));
    }

    [Test]
    public async Task GetAll_takes_all_its_parameters()
    {
        var query = await QueryOf<GetAllQuery>(
            StoredQueryIds.GetAll, P(ParameterNames.PatientId, PatientText), Approved,
            P(ParameterNames.SubmissionSetStatus, AvailabilityStatusUrn.Approved),
            P(ParameterNames.FolderStatus, AvailabilityStatusUrn.Deprecated),
            P(ParameterNames.DocumentEntryFormatCode, "f^^s"), P(ParameterNames.DocumentEntryConfidentialityCode, "N^^s"),
            P(ParameterNames.DocumentEntryType, SchemeUuids.OnDemandDocumentEntry));
        Assert.That(query.PatientId, Is.EqualTo(Patient));
        Assert.That(query.FolderStatuses, Is.EqualTo(new[] { AvailabilityStatus.Deprecated }));
        Assert.That(query.Documents.FormatCodes, Is.EqualTo(new[] { new Code("f", "s") }));
        Assert.That(query.Documents.ConfidentialityCodes, Has.Count.EqualTo(1));
        Assert.That(query.Documents.Types, Is.EqualTo(DocumentEntryTypes.OnDemand));
    }
}
