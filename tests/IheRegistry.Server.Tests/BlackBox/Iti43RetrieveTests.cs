using System.Security.Cryptography;
using System.Text;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Documents on their way out of the repository.</summary>
[TestFixture]
[Requirement("ITI-43:3.43.4.2.3")]
public sealed class Iti43RetrieveTests : TransactionFixture
{
    string _patient = "";

    [OneTimeSetUp]
    public async Task FeedPatient() => _patient = await NewPatientAsync();

    [TestCase(true)]
    [TestCase(false)]
    public async Task Documents_come_back_byte_for_byte_packaged_as_the_question_was(bool mtom)
    {
        var (first, second) = (Content(1), Content(300_000));
        var (firstId, secondId) = (await ProvidedAsync(_patient, first), await ProvidedAsync(_patient, second));

        var reply = await RetrieveAsync(mtom, (RepositoryUniqueId, secondId), (RepositoryUniqueId, firstId));

        Assert.That((reply.Status, reply.IsMtom), Is.EqualTo(("Success", mtom)));
        Assert.That(reply.Documents.Keys, Is.EqualTo(new[] { secondId, firstId }), "in the order asked for");
        Assert.That(reply.Documents[firstId], Is.EqualTo(first));
        Assert.That(reply.Documents[secondId], Is.EqualTo(second));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Requirement("ITI-43:3.43.4.1.2")]
    public async Task Of_several_repositories_the_own_one_answers_and_the_others_are_unknown(bool mtom)
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);

        var reply = await RetrieveAsync(mtom, ("1.2.3.4.5", uniqueId), (RepositoryUniqueId, uniqueId), ("1.2.3.4.6", "1.2.3"));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("PartialSuccess", new[] { "XDSUnknownRepositoryId", "XDSUnknownRepositoryId" })));
        Assert.That(reply.Documents[uniqueId], Is.EqualTo(content));
    }

    [TestCase("Online", "Success")]
    [TestCase("Offline", "Failure")]
    [Requirement("ITI-18:3.18.4.1.2.3.5.1.1")]
    public async Task A_document_that_is_Offline_is_neither_retrieved_nor_found_at_level_one(string availability, string status)
    {
        var patient = await NewPatientAsync();
        var submission = ToProvide(patient).Document(d => d.Slot(SlotNames.DocumentAvailability, $"urn:ihe:iti:2010:DocumentAvailability:{availability}"));
        var provided = await Peer.PostAsync(Server.Repository, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, Content())));
        Assert.That(provided.Status, Is.EqualTo("Success"), provided.ErrorText);

        var reply = await RetrieveAsync(true, (RepositoryUniqueId, UniqueId(submission)));
        var atLevelOne = await FindDocumentsAsync(patient);
        var atLevelTwo = await QueryAsync(
            StoredQueryIds.FindDocuments,
            (ParameterNames.DocumentEntryPatientId, $"'{patient}'"),
            (ParameterNames.DocumentEntryStatus, $"('{AvailabilityStatusUrn.Approved}')"),
            (ParameterNames.MetadataLevel, "2"));

        Assert.That(reply.Status, Is.EqualTo(status));
        if (availability == "Offline") Assert.That(reply.ErrorText, Does.Contain("XDSDocumentUniqueIdError").And.Contain("is Offline"));
        Assert.That(atLevelOne, Has.Count.EqualTo(availability == "Offline" ? 0 : 1));
        Assert.That(atLevelTwo.Objects, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_document_that_is_unknown_beside_one_that_is_known_is_partial_success()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);

        var reply = await RetrieveAsync(true, (RepositoryUniqueId, "1.2.3.4"), (RepositoryUniqueId, uniqueId));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("PartialSuccess", new[] { "XDSDocumentUniqueIdError" })));
        Assert.That(reply.Documents.Keys, Is.EqualTo(new[] { uniqueId }));
        Assert.That(reply.Documents[uniqueId], Is.EqualTo(content));
    }

    [TestCase(RepositoryUniqueId, "1.2.3.4", "XDSDocumentUniqueIdError")]
    [TestCase(RepositoryUniqueId, "../../registry.db", "XDSDocumentUniqueIdError")]
    [TestCase("1.2.3.4.5", "1.2.3.4", "XDSUnknownRepositoryId")]
    public async Task Nothing_to_give_is_failure(string repository, string document, string code)
    {
        var reply = await RetrieveAsync(true, (repository, document));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { code })));
        Assert.That(reply.Documents, Is.Empty);
    }

    [Test]
    public async Task The_same_document_asked_for_twice_comes_twice()
    {
        var uniqueId = await ProvidedAsync(_patient, Content(10));

        var reply = await RetrieveAsync(true, (RepositoryUniqueId, uniqueId), (RepositoryUniqueId, uniqueId));

        Assert.That(reply.Status, Is.EqualTo("Success"));
        Assert.That(reply.Envelope.Descendants().Count(e => e.Name.LocalName == "DocumentResponse"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_that_is_gone_is_an_error_and_the_others_come()
    {
        var (lost, kept) = (Content(), Content());
        var (lostId, keptId) = (await ProvidedAsync(_patient, lost), await ProvidedAsync(_patient, kept));
        File.Delete(FileOf(lost));

        var reply = await RetrieveAsync(true, (RepositoryUniqueId, lostId), (RepositoryUniqueId, keptId));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("PartialSuccess", new[] { "XDSDocumentUniqueIdError" })));
        Assert.That(reply.ErrorText, Does.Contain(lostId).And.Not.Contain(Server.DataFolder));
        Assert.That(reply.Documents[keptId], Is.EqualTo(kept));
    }

    [Test]
    public async Task A_file_of_another_size_is_an_error_before_the_first_byte()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);
        Damage(content, file => file.SetLength(999));

        var reply = await RetrieveAsync(true, (RepositoryUniqueId, uniqueId));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDocumentUniqueIdError" })));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_damaged_document_aborts_the_connection_before_the_closing_boundary(bool mtom)
    {
        var content = Content(500_000);
        var uniqueId = await ProvidedAsync(_patient, content);
        Damage(content, file =>
        {
            file.Position = 250_000;
            file.WriteByte((byte)(content[250_000] ^ 1));
        });
        var mark = AuditMark();

        var (received, brokeOff) = await ReceiveAsync(SoapRequest.Retrieve(mtom, (RepositoryUniqueId, uniqueId)));

        Assert.That(brokeOff, "the end of the answer is not an end");
        Assert.That(received, Does.Not.Contain(mtom ? "--\r\n" : "</s:Envelope>"));
        Assert.That(received, Does.Not.Contain("Exception").And.Not.Contain(Server.DataFolder));
        // The abort is audited after the connection is gone.
        Assert.That(() => AuditedSince(mark), Is.EqualTo(new[] { "ITI-43 110106 R 0", "ITI-43 110106 R 8" }).After(10_000, 20));
    }

    string FileOf(byte[] content) => Directory.GetFiles(
        Path.Combine(Server.DataFolder, "documents"), Convert.ToHexStringLower(SHA256.HashData(content)), SearchOption.AllDirectories).Single();

    void Damage(byte[] content, Action<FileStream> damage)
    {
        using var file = File.OpenWrite(FileOf(content));
        damage(file);
    }

    async Task<(string Received, bool BrokeOff)> ReceiveAsync(SoapRequest request)
    {
        using var http = new HttpClient();
        using var message = new HttpRequestMessage(HttpMethod.Post, Server.Repository);
        message.Content = new ByteArrayContent(request.Body);
        message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        using var received = new MemoryStream();
        try
        {
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
            await (await response.Content.ReadAsStreamAsync()).CopyToAsync(received);
            return (Encoding.Latin1.GetString(received.ToArray()), false);
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException)
        {
            return (Encoding.Latin1.GetString(received.ToArray()), true);
        }
    }

    Task<SoapReply> RetrieveAsync(bool mtom, params (string Repository, string Document)[] documents) =>
        Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(mtom, documents));
}
