using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using IheRegistry.Model.Metadata;
using IheRegistry.Server.Tests.BlackBox;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.WorkList;

/// <summary>ITI-41 to the XDR Document Recipient (ITI TF-1 15, TF-2 3.41.4.1.3.1) and the work list behind it.</summary>
[TestFixture]
public sealed class DocumentRecipientTests : TransactionFixture
{
    const string OtherCode = "nobody-here-knows-it";

    readonly HttpClient _http = new();

    [OneTimeTearDown]
    public void CloseHttp() => _http.Dispose();

    [Test]
    public async Task Limited_metadata_go_on_the_work_list_and_not_into_the_registry()
    {
        var submission = Limited();
        var before = Kept();

        var reply = await ReceiveAsync(submission);

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That(reply.ErrorCodes, Is.EqualTo(new[] { "*DocumentQueued" }));
        Assert.That(Rows(Kept()), Is.EqualTo(Rows(before)), "nothing is registered");
        var item = await ItemAsync(submission);
        Assert.That(item.GetProperty("limitedMetadata").GetBoolean());
        Assert.That(item.GetProperty("state").GetString(), Is.EqualTo("waiting"));
        Assert.That(item.GetProperty("patientId").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var document = item.GetProperty("documents")[0];
        Assert.That(document.GetProperty("uniqueId").GetString(), Is.EqualTo(UniqueId(submission)));
        Assert.That(document.GetProperty("sourcePatientInfo").EnumerateArray().Select(line => line.GetString()), Has.One.EqualTo("PID-5|Testpatient^Tom^^^"));
    }

    [Test]
    public async Task Limited_metadata_are_refused_by_the_repository_and_by_the_registry()
    {
        var submission = Limited();

        var repository = await Peer.PostAsync(Server.Repository, Provide(submission, Content()));
        var registry = await RegisterAsync(submission);

        foreach (var reply in new[] { repository, registry })
        {
            Assert.That(reply.Status, Is.EqualTo("Failure"));
            Assert.That(reply.ErrorText, Does.Contain("limited metadata"));
        }

        Assert.That((await ReceiveAsync(submission)).Status, Is.EqualTo("Success"), "their twin, at the recipient");
    }

    [Test]
    public async Task Full_metadata_of_an_unknown_patient_and_unknown_codes_wait_too()
    {
        var submission = ToProvide(UnknownPatient()).Document(d => d.Without(SchemeUuids.TypeCode).Code(SchemeUuids.TypeCode, OtherCode, "1.2.3", "Other"));

        Assert.That((await ReceiveAsync(submission)).ErrorCodes, Is.EqualTo(new[] { "*DocumentQueued" }));
        Assert.That((await Peer.PostAsync(Server.Repository, Provide(submission, Content()))).Status, Is.EqualTo("Failure"));
    }

    [Test]
    public async Task Full_metadata_lack_nothing_and_limited_metadata_may()
    {
        var lacking = ToProvide(UnknownPatient()).Document(d => d.Without(SchemeUuids.ClassCode));

        var refused = await ReceiveAsync(lacking);
        var taken = await ReceiveAsync(lacking.Document(d => d.Mark(SchemeUuids.LimitedDocumentEntry)));

        Assert.That(refused.ErrorCodes, Is.EqualTo(new[] { "XDSRegistryMetadataError" }));
        Assert.That(taken.Status, Is.EqualTo("Success"), taken.ErrorText);
    }

    [TestCase(AssociationType.Append, "PartialAppendContentNotProcessed")]
    [TestCase(AssociationType.Replace, "PartialReplaceContentNotProcessed")]
    [TestCase(AssociationType.Transform, "PartialTransformNotProcessed")]
    [TestCase(AssociationType.TransformReplace, "PartialTransformReplaceNotProcessed")]
    [TestCase(AssociationType.Signs, "PartialRelationshipContentNotProcessed")]
    public async Task A_relation_to_a_document_is_not_processed_and_no_reason_to_refuse(AssociationType type, string warning)
    {
        var reply = await ReceiveAsync(ToProvide(UnknownPatient()).Relate(type, $"urn:uuid:{Guid.NewGuid()}"));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That(reply.ErrorCodes, Is.EquivalentTo(new[] { "*DocumentQueued", $"*{warning}" }));
    }

    [Test]
    public async Task A_folder_is_not_processed_and_no_reason_to_refuse()
    {
        var reply = await ReceiveAsync(SubmissionBuilder.OneDocumentInFolder(UnknownPatient()).Document(WithoutContentFacts));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That(reply.ErrorCodes, Is.EquivalentTo(new[] { "*DocumentQueued", "*PartialFolderContentNotProcessed" }));
    }

    [Test]
    public async Task Each_document_is_queued()
    {
        var submission = Limited().AddDocument("Document02").Change("Document02", Limit);

        var reply = await Peer.PostAsync(
            Server.Recipient, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, Content()), ("Document02", Content())));

        Assert.That(reply.ErrorCodes, Is.EqualTo(new[] { "*DocumentQueued", "*DocumentQueued" }));
        Assert.That(reply.ErrorText, Does.Contain(UniqueId(submission)).And.Contain(UniqueId(submission, "Document02")));
    }

    [TestCase(SlotNames.Hash, "da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [TestCase(SlotNames.Size, "7")]
    public async Task A_document_that_is_not_what_is_declared_is_refused_and_nothing_is_kept(string slot, string value)
    {
        var before = (Kept(), Items());

        var reply = await ReceiveAsync(Limited().Document(d => d.Slot(slot, value)));

        Assert.That(reply.ErrorCodes, Is.EqualTo(new[] { "XDSRepositoryMetadataError" }));
        Assert.That((Kept(), Items()), Is.EqualTo(before));
    }

    [Test]
    public async Task An_entry_without_its_document_and_a_document_without_its_entry_are_refused()
    {
        var submission = Limited();
        var without = await Peer.PostAsync(Server.Recipient, SoapRequest.Provide(submission.Build()));
        var stray = await Peer.PostAsync(
            Server.Recipient, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, Content()), ("Document09", Content())));

        Assert.That(without.ErrorCodes, Does.Contain("XDSMissingDocument"));
        Assert.That(stray.ErrorCodes, Does.Contain("XDSMissingDocumentMetadata"));
    }

    [Test]
    public async Task A_retry_gets_the_first_answer_and_another_submission_under_the_same_id_none()
    {
        var submission = Limited();
        var request = Provide(submission, Content());
        var first = await Peer.PostAsync(Server.Recipient, request);
        var items = Items();
        var files = Kept();

        var again = await Peer.PostAsync(Server.Recipient, request);
        var other = await ReceiveAsync(submission, Content());

        Assert.That((again.Status, again.ErrorText), Is.EqualTo(("Success", first.ErrorText)));
        Assert.That(other.ErrorCodes, Is.EqualTo(new[] { "XDSDuplicateUniqueIdInRegistry" }));
        Assert.That((Items(), Kept()), Is.EqualTo((items, files)));
    }

    [Test]
    public async Task What_was_rejected_does_not_come_back_by_a_retry()
    {
        var submission = Limited();
        var request = Provide(submission, Content());
        await Peer.PostAsync(Server.Recipient, request);
        var id = await IdAsync(submission);
        await PostAsync(id, "reject", new { reason = "Not our patient" });
        var files = Kept();

        var again = await Peer.PostAsync(Server.Recipient, request);

        Assert.That(again.ErrorCodes, Is.EqualTo(new[] { "*DocumentQueued" }));
        Assert.That(Kept(), Is.EqualTo(files), "no bytes without an item");
        Assert.That((await GetAsync($"/{id}")).GetProperty("state").GetString(), Is.EqualTo("rejected"));
    }

    [Test]
    public async Task It_is_audited_as_taken_and_as_refused()
    {
        var mark = AuditMark();
        await ReceiveAsync(Limited());
        await ReceiveAsync(Limited().Document(d => d.Slot(SlotNames.Size, "7")));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-41 110107 C 0", "ITI-41 110107 C 8" }));
    }

    [Test]
    public async Task A_match_registers_the_submission_for_the_patient()
    {
        var (patient, content) = (await NewPatientAsync(), Content());
        var submission = ToProvide(UnknownPatient());
        await ReceiveAsync(submission, content);
        var id = await IdAsync(submission);
        var mark = AuditMark();

        var (status, body) = await PostAsync(id, "resolve", new { patientId = patient });

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body.ToString());
        var entry = (await FindDocumentsAsync(patient)).Single();
        Assert.That(entry.Identifier(SchemeUuids.DocumentEntryUniqueId), Is.EqualTo(UniqueId(submission)));
        var retrieved = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(mtom: true, (RepositoryUniqueId, UniqueId(submission))));
        Assert.That(retrieved.Documents[UniqueId(submission)], Is.EqualTo(content));
        Assert.That(AuditedSince(mark), Does.Contain("ITI-41 110107 C 0").And.Contain("ITI-42 110107 C 0").And.Contain("work-list 110110 U 0"));
        var item = await GetAsync($"/{id}");
        Assert.That(item.GetProperty("state").GetString(), Is.EqualTo("registered"));
        Assert.That(item.GetProperty("decision").GetProperty("text").GetString(), Is.EqualTo(patient));
    }

    [Test]
    public async Task A_decision_is_made_once_and_may_be_repeated()
    {
        var patient = await NewPatientAsync();
        var submission = ToProvide(UnknownPatient());
        await ReceiveAsync(submission);
        var id = await IdAsync(submission);
        await PostAsync(id, "resolve", new { patientId = patient });

        Assert.That((await PostAsync(id, "resolve", new { patientId = patient })).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await PostAsync(id, "resolve", new { patientId = await NewPatientAsync() })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await PostAsync(id, "reject", new { reason = "Too late" })).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await FindDocumentsAsync(patient), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Limited_metadata_are_registered_with_what_they_lack_and_wait_on_without()
    {
        var patient = await NewPatientAsync();
        var submission = Limited();
        await ReceiveAsync(submission);
        var id = await IdAsync(submission);

        var (refused, problems) = await PostAsync(id, "resolve", new { patientId = patient });
        Assert.That(refused, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(problems.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("context").GetString()), Has.Some.Contains("classCode is required"));
        Assert.That((await ItemAsync(submission)).GetProperty("state").GetString(), Is.EqualTo("waiting"));

        var (taken, body) = await PostAsync(id, "resolve", new
        {
            patientId = patient,
            creationTime = "20260102",
            languageCode = "en-US",
            sourcePatientId = "MRN-7^^^&1.3.6.1.4.1.21367.2026.8&ISO",
            codes = Codes,
        });
        Assert.That(taken, Is.EqualTo(HttpStatusCode.OK), body.ToString());
        var entry = (await FindDocumentsAsync(patient)).Single();
        Assert.That(entry.ClassifiedBy(SchemeUuids.ClassCode).Single().NodeRepresentation, Is.EqualTo("REPORTS"));
        Assert.That(entry.Classifications.Select(c => c.Node), Has.None.EqualTo(SchemeUuids.LimitedDocumentEntry), "table 4.3.2.1-3: no registry answers limitedMetadata");
    }

    [Test]
    public async Task A_patient_that_the_registry_does_not_know_is_no_match()
    {
        var submission = ToProvide(UnknownPatient());
        await ReceiveAsync(submission);
        var id = await IdAsync(submission);
        var mark = AuditMark();

        var (status, body) = await PostAsync(id, "resolve", new { patientId = UnknownPatient() });

        Assert.That(status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(body.GetProperty("errors")[0].GetProperty("code").GetString(), Is.EqualTo("XDSUnknownPatientId"));
        Assert.That(AuditedSince(mark), Does.Contain("work-list 110110 U 8"));
        Assert.That((await PostAsync(id, "resolve", new { patientId = await NewPatientAsync() })).Status, Is.EqualTo(HttpStatusCode.OK), "it waited on");
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public async Task Folders_and_relations_are_registered_when_a_person_says_so(bool withRelationships, int expected)
    {
        var patient = await NewPatientAsync();
        var replaced = await RegisteredEntryAsync(patient);
        var submission = SubmissionBuilder.OneDocumentInFolder(UnknownPatient()).Document(WithoutContentFacts).Relate(AssociationType.Replace, replaced.Id!);
        Assert.That((await ReceiveAsync(submission)).Status, Is.EqualTo("Success"));

        var (status, body) = await PostAsync(await IdAsync(submission), "resolve", new { patientId = patient, withRelationships });

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK), body.ToString());
        var deprecated = (await FindDocumentsAsync(patient)).Where(entry => entry.Status!.EndsWith("Deprecated", StringComparison.Ordinal));
        Assert.That(deprecated.Count(), Is.EqualTo(expected));
        var folder = submission[SubmissionBuilder.FolderId].Build().Identifier(SchemeUuids.FolderUniqueId);
        Assert.That(Server.Query($"SELECT count(*) FROM folder WHERE unique_id = '{folder}'", row => row.GetInt32(0)).Single(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_rejection_takes_the_documents_away_and_keeps_what_was_sent()
    {
        var submission = Limited();
        var before = Files();
        await ReceiveAsync(submission);
        Assert.That(Files(), Is.EqualTo(before + 1));
        var id = await IdAsync(submission);
        var mark = AuditMark();

        var (status, _) = await PostAsync(id, "reject", new { reason = "Sent by mistake" });

        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Files(), Is.EqualTo(before));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "work-list 110110 D 0" }));
        Assert.That((await GetAsync($"/{id}")).GetProperty("decision").GetProperty("text").GetString(), Is.EqualTo("Sent by mistake"));
    }

    [Test]
    public async Task The_metadata_are_given_as_they_were_sent()
    {
        var submission = Limited();
        await ReceiveAsync(submission);
        var mark = AuditMark();

        using var response = await _http.GetAsync(Address($"/{await IdAsync(submission)}/metadata"));
        Assert.That(response.Headers.CacheControl?.NoStore, Is.True);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.That(SchemaValidation.Errors(bytes), Is.Empty);
        Assert.That(RegistryObjectListXml.Read(System.Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(bytes)))!.Objects.Select(o => o.Id), Is.EqualTo(submission.Build().Objects.Select(o => o.Id)));
        Assert.That(AuditedSince(mark), Is.All.EqualTo("work-list 110110 R 0"));
    }

    [Test]
    public async Task The_list_goes_by_pages()
    {
        var (one, two) = (Limited(), Limited());
        await ReceiveAsync(one);
        await ReceiveAsync(two);
        var first = await IdAsync(one);

        var next = (await GetAsync($"?after={first}&count=1")).GetProperty("items").EnumerateArray().Single();

        Assert.That(next.GetProperty("id").GetInt64(), Is.GreaterThan(first));
    }

    [TestCase("?state=lost")]
    [TestCase("?count=0")]
    [TestCase("?count=100000")]
    [TestCase("?after=x")]
    public async Task A_page_that_is_none_is_refused(string query)
    {
        using var response = await _http.GetAsync(Address(query));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("resolve", "{}", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "{\"patientId\":\" \"}", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "{\"patientId\":\"1\",\"codes\":{\"noCode\":{\"code\":\"1\",\"scheme\":\"1\"}}}", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "{\"patientId\":\"1\",\"codes\":{\"classCode\":{\"code\":\"1\"}}}", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "{\"patientId\":\"1\",\"patient\":\"2\"}", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "[", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "null", "application/json", HttpStatusCode.BadRequest)]
    [TestCase("resolve", "{\"patientId\":\"1\"}", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("reject", "{}", "application/json", HttpStatusCode.BadRequest)]
    public async Task A_decision_that_is_none_changes_nothing(string decision, string body, string type, HttpStatusCode expected)
    {
        var submission = Limited();
        await ReceiveAsync(submission);

        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await _http.PostAsync(Address($"/{await IdAsync(submission)}/{decision}"), content);

        Assert.That(response.StatusCode, Is.EqualTo(expected));
        Assert.That((await ItemAsync(submission)).GetProperty("state").GetString(), Is.EqualTo("waiting"));
    }

    [Test]
    public async Task A_body_without_end_is_not_read()
    {
        using var content = new StringContent($"{{\"reason\":\"{new string('x', 1 << 20)}\"}}", Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(Address("/1/reject"), content);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task An_item_that_is_not_there_is_not_found()
    {
        using var response = await _http.GetAsync(Address("/999999"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await PostAsync(999_999, "reject", new { reason = "x" })).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_sample_is_taken()
    {
        var text = File.ReadAllText(SourceTree.PathOf("samples", "soap", "iti-41-xdr-limited-metadata.xml"));
        foreach (var (name, value) in new[]
        {
            ("@MESSAGE_ID@", $"{Guid.NewGuid()}"), ("@TO@", Server.Recipient.ToString()), ("@SOURCE_PATIENT_ID@", "MRN-7^^^&amp;1.3.6.1.4.1.21367.2026.8&amp;ISO"),
            ("@TITLE@", "Sample"), ("@SUBMISSION_TIME@", "20260102030405"), ("@CONTENT_ID@", "document@sample"),
            ("@DOCUMENT_UNIQUE_ID@", SubmissionBuilder.NewOid()), ("@SUBMISSION_UNIQUE_ID@", SubmissionBuilder.NewOid()),
        })
            text = text.Replace(name, value, StringComparison.Ordinal);

        var reply = await Peer.PostAsync(
            Server.Recipient, SoapRequest.Mtom(System.Xml.Linq.XDocument.Parse(text), [new SoapPart("document@sample", Content())]));

        Assert.That(reply.ErrorCodes, Is.EqualTo(new[] { "*DocumentQueued" }), reply.ErrorText);
    }

    static object Codes => new Dictionary<string, object>
    {
        ["classCode"] = new { code = "REPORTS", scheme = "1.3.6.1.4.1.19376.1.2.6.1", display = "Reports" },
        ["confidentialityCode"] = new { code = "N", scheme = "2.16.840.1.113883.5.25", display = "Normal" },
        ["formatCode"] = new { code = "urn:ihe:pcc:xds-ms:2007", scheme = "1.3.6.1.4.1.19376.1.2.3", display = "PCC XDS-MS" },
        ["healthcareFacilityTypeCode"] = new { code = "264372000", scheme = "2.16.840.1.113883.6.96", display = "Pharmacy" },
        ["practiceSettingCode"] = new { code = "309927009", scheme = "2.16.840.1.113883.6.96", display = "General medical department" },
        ["typeCode"] = new { code = "11488-4", scheme = "2.16.840.1.113883.6.1", display = "Consultation Note" },
        ["contentTypeCode"] = new { code = "225728007", scheme = "2.16.840.1.113883.6.96", display = "Accident and Emergency department" },
    };

    static SubmissionBuilder Limited() => ToProvide(UnknownPatient())
        .Document(Limit)
        .Set(s => s.Mark(SchemeUuids.LimitedSubmissionSet).Without(SchemeUuids.SubmissionSetPatientId).Without(SchemeUuids.ContentTypeCode));

    static void Limit(ObjectBuilder document)
    {
        document.Mark(SchemeUuids.LimitedDocumentEntry);
        foreach (var name in new[]
        {
            SlotNames.CreationTime, SlotNames.LanguageCode, SlotNames.SourcePatientId, SchemeUuids.ClassCode, SchemeUuids.ConfidentialityCode,
            SchemeUuids.FormatCode, SchemeUuids.HealthcareFacilityTypeCode, SchemeUuids.PracticeSettingCode, SchemeUuids.TypeCode,
            SchemeUuids.DocumentEntryPatientId, SlotNames.Hash, SlotNames.Size, SlotNames.RepositoryUniqueId,
        })
            document.Without(name);
    }

    static SoapRequest Provide(SubmissionBuilder submission, byte[] content) => SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, content));

    Task<SoapReply> ReceiveAsync(SubmissionBuilder submission, byte[]? content = null) =>
        Peer.PostAsync(Server.Recipient, Provide(submission, content ?? Content()));

    async Task<long> IdAsync(SubmissionBuilder submission) => (await ItemAsync(submission)).GetProperty("id").GetInt64();

    async Task<JsonElement> ItemAsync(SubmissionBuilder submission)
    {
        var id = submission[SubmissionBuilder.SetId].Build().Identifier(SchemeUuids.SubmissionSetUniqueId);
        return (await GetAsync("?count=1000")).GetProperty("items").EnumerateArray().Single(item => item.GetProperty("submissionSetUniqueId").GetString() == id);
    }

    async Task<JsonElement> GetAsync(string rest) => await _http.GetFromJsonAsync<JsonElement>(Address(rest));

    async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(long id, string decision, object body)
    {
        using var response = await _http.PostAsJsonAsync(Address($"/{id}/{decision}"), body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    Uri Address(string rest) => new(Server.Http, $"/xdr/worklist{rest}");

    long Items() => Server.Query("SELECT count(*) FROM work_item", row => row.GetInt64(0)).Single();

    int Files() => Directory.GetFiles(Path.Combine(Server.DataFolder, "documents"), "*", SearchOption.AllDirectories).Length;

    static string Rows(string kept) => string.Join('\n', kept.Split('\n').Where(line => !line.Contains('/', StringComparison.Ordinal)));
}
