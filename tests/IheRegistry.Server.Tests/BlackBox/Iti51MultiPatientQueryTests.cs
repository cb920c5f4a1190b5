using IheRegistry.Client;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Multi-Patient Stored Query over the wire (ITI TF-2 3.51).</summary>
[TestFixture]
public sealed class Iti51MultiPatientQueryTests : TransactionFixture
{
    readonly HttpClient _http = new();

    DocumentRegistryClient Registry => new(_http, Server.Registry);

    [OneTimeTearDown]
    public void CloseHttp() => _http.Dispose();

    [Test]
    public async Task Documents_of_the_patients_named_are_found_in_one_answer_and_nobody_elses()
    {
        var (one, two, other) = (await NewPatientAsync(), await NewPatientAsync(), await NewPatientAsync());
        var expected = new[] { (await RegisteredEntryAsync(one)).Id, (await RegisteredEntryAsync(two)).Id };
        await RegisteredEntryAsync(other);
        var mark = AuditMark();

        var answer = await Registry.QueryMultiplePatientsAsync(StoredQuery.FindDocumentsForMultiplePatients([Id(one), Id(two)]));

        Assert.That(answer.Response.Status, Is.EqualTo(ResponseStatus.Success));
        Assert.That(answer.DocumentEntries.Select(d => d.EntryUuid), Is.EqualTo(expected));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-51 110112 E 0" }));
    }

    [Test]
    public async Task Without_a_patient_a_class_code_finds_everybodys()
    {
        var entry = DocumentEntryMapping.Read(await RegisteredEntryAsync(await NewPatientAsync()));

        var answer = await Registry.QueryMultiplePatientsAsync(
            StoredQuery.FindDocumentsForMultiplePatients([]).With(ParameterNames.DocumentEntryClassCode, entry.ClassCode!.ToString()));

        Assert.That(answer.DocumentEntries.Select(d => d.EntryUuid), Does.Contain(entry.EntryUuid));
    }

    [Test]
    public async Task Folders_of_several_patients_are_found()
    {
        var (one, two) = (await NewPatientAsync(), await NewPatientAsync());
        await RegisteredAsync(SubmissionBuilder.OneDocumentInFolder(one));
        await RegisteredAsync(SubmissionBuilder.OneDocumentInFolder(two));

        var answer = await Registry.QueryMultiplePatientsAsync(StoredQuery.FindFoldersForMultiplePatients([Id(one), Id(two)]));

        Assert.That(answer.Folders.Select(f => f.PatientId), Is.EquivalentTo(new[] { Id(one), Id(two) }));
    }

    [Test]
    public async Task A_query_that_asks_for_everything_is_refused()
    {
        var answer = await Registry.QueryMultiplePatientsAsync(StoredQuery.FindDocumentsForMultiplePatients([]));

        Assert.That(answer.Response.Errors.Single().Code, Is.EqualTo(XdsErrorCode.XDSStoredQueryMissingParam));
        Assert.That(answer.Objects, Is.Empty);
    }

    [Test]
    public async Task The_queries_of_ITI_18_and_of_this_one_are_not_mixed_up()
    {
        var patient = Id(await NewPatientAsync());
        var single = await Registry.QueryMultiplePatientsAsync(StoredQuery.FindDocuments(patient));
        var multiple = await Registry.QueryAsync(StoredQuery.FindDocumentsForMultiplePatients([patient]));

        Assert.That(single.Response.Errors.Single().Code, Is.EqualTo(XdsErrorCode.XDSUnknownStoredQuery));
        Assert.That(multiple.Response.Errors.Single().Code, Is.EqualTo(XdsErrorCode.XDSUnknownStoredQuery));
    }

    static PatientId Id(string text) => PatientId.TryParse(text, out var id, out _) ? id : throw new ArgumentException(text);
}
