using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

/// <summary>The queries of ITI-51 (ITI TF-2 3.51.4.1.2.1).</summary>
[TestFixture]
public sealed class MultiPatientParameterTests : StoredQueryTests
{
    const string OtherText = "p2^^^&1.3.6.1.4.1.21367.13.20.1000&ISO";

    static readonly QueryParameter Approved = P(ParameterNames.DocumentEntryStatus, AvailabilityStatusUrn.Approved);
    static readonly QueryParameter ApprovedFolder = P(ParameterNames.FolderStatus, AvailabilityStatusUrn.Approved);

    protected override bool IsMultiPatient => true;

    [Test]
    public async Task Any_number_of_patients_may_be_named()
    {
        var query = await QueryOf<FindDocumentsQuery>(
            StoredQueryIds.FindDocumentsForMultiplePatients, Approved, P(ParameterNames.DocumentEntryPatientId, PatientText, OtherText));
        Assert.That(query.Criteria.PatientIds.Select(p => p.Id), Is.EqualTo(new[] { "p1", "p2" }));
    }

    [TestCase(ParameterNames.DocumentEntryClassCode)]
    [TestCase(ParameterNames.DocumentEntryEventCodeList)]
    [TestCase(ParameterNames.DocumentEntryHealthcareFacilityTypeCode)]
    public async Task A_code_will_do_in_place_of_a_patient(string name)
    {
        var query = await QueryOf<FindDocumentsQuery>(StoredQueryIds.FindDocumentsForMultiplePatients, Approved, P(name, "a^^s"));
        Assert.That(query.Criteria.PatientIds, Is.Empty);
    }

    [TestCase(ParameterNames.DocumentEntryTypeCode)]
    [TestCase(ParameterNames.DocumentEntryFormatCode)]
    [TestCase(ParameterNames.DocumentEntryPracticeSettingCode)]
    [TestCase(ParameterNames.DocumentEntryConfidentialityCode)]
    public async Task Another_code_will_not(string name) => Assert.That(
        await ErrorOf(StoredQueryIds.FindDocumentsForMultiplePatients, Approved, P(name, "a^^s")),
        Is.EqualTo(Missing(ParameterNames.DocumentEntryPatientId)));

    [Test]
    public async Task The_status_is_required() => Assert.That(
        await ErrorOf(StoredQueryIds.FindDocumentsForMultiplePatients, P(ParameterNames.DocumentEntryPatientId, PatientText)),
        Is.EqualTo(Missing(ParameterNames.DocumentEntryStatus)));

    [Test]
    public async Task Every_patient_id_must_be_one() => Assert.That(
        await ErrorOf(
            StoredQueryIds.FindDocumentsForMultiplePatients, Approved, P(ParameterNames.DocumentEntryPatientId, PatientText, "p2")),
        Is.EqualTo(Refused(ParameterNames.DocumentEntryPatientId)));

    [Test]
    public async Task Folders_are_found_by_patients_or_by_a_code()
    {
        var ofPatients = await QueryOf<FindFoldersQuery>(
            StoredQueryIds.FindFoldersForMultiplePatients, ApprovedFolder, P(ParameterNames.FolderPatientId, PatientText, OtherText));
        Assert.That(ofPatients.Criteria.PatientIds, Has.Count.EqualTo(2));
        var byCode = await QueryOf<FindFoldersQuery>(
            StoredQueryIds.FindFoldersForMultiplePatients, ApprovedFolder, P(ParameterNames.FolderCodeList, "a^^s"));
        Assert.That(byCode.Criteria.Codes, Has.Count.EqualTo(1));
        Assert.That(
            await ErrorOf(StoredQueryIds.FindFoldersForMultiplePatients, ApprovedFolder), Is.EqualTo(Missing(ParameterNames.FolderPatientId)));
    }

    [Test]
    public async Task A_reference_id_is_required_where_it_is_asked_for_and_enough()
    {
        var query = await QueryOf<FindDocumentsQuery>(
            StoredQueryIds.FindDocumentsByReferenceIdForMultiplePatients, Approved, P(ParameterNames.DocumentEntryReferenceIdList, "r1"));
        Assert.That((query.Criteria.PatientIds.Count, query.Criteria.ReferenceIds.Count), Is.EqualTo((0, 1)));
        Assert.That(
            await ErrorOf(
                StoredQueryIds.FindDocumentsByReferenceIdForMultiplePatients, Approved, P(ParameterNames.DocumentEntryPatientId, PatientText)),
            Is.EqualTo(Missing(ParameterNames.DocumentEntryReferenceIdList)));
    }

    [Test]
    public async Task A_query_of_ITI_18_is_unknown_here() => Assert.That(
        (await ErrorOf(StoredQueryIds.FindDocuments, Approved, P(ParameterNames.DocumentEntryPatientId, PatientText))).Code,
        Is.EqualTo(XdsErrorCode.XDSUnknownStoredQuery));
}
