using System.Net.Http.Headers;
using System.Security.Cryptography;
using IheRegistry.Model.Metadata;
using IheRegistry.Server.Tests.Operations;
using IheRegistry.Store.Documents;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Documents on their way out of the repository for good.</summary>
[TestFixture]
[Requirement("ITI-86:3.86.4.1.3")]
public sealed class Iti86RemoveDocumentsTests : TransactionFixture
{
    const string Home = "urn:oid:1.3.6.1.4.1.21367.2026.1";

    string _patient = "";

    [SetUp]
    public async Task FeedPatient() => _patient = await NewPatientAsync();

    [TestCase(true)]
    [TestCase(false)]
    [Requirement("ITI-86:3.86.4.2.2")]
    public async Task A_document_is_out_of_reach_and_its_bytes_are_gone_while_its_entry_stays(bool mtom)
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);
        Assert.That(Files(content), Has.Count.EqualTo(1));
        var mark = AuditMark();

        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.RemoveDocuments(mtom, (null, RepositoryUniqueId, uniqueId)));

        Assert.That((reply.Status, reply.IsMtom, reply.Action), Is.EqualTo(("Success", mtom, "urn:ihe:iti:2017:RemoveDocumentsResponse")), reply.ErrorText);
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-86 110110 D 0" }));
        Assert.That(Files(content), Is.Empty);
        await AssertOutOfReachAsync(uniqueId);
        Assert.That((await EntryAsync(uniqueId)).Status, Is.EqualTo(AvailabilityStatus.Approved.ToUrn()));
        Assert.That(Server.Query("SELECT count(*) FROM pending_erasure", row => row.GetInt64(0)).Single(), Is.Zero);
        Assert.That(
            Server.Query($"SELECT count(*) FROM change_log c JOIN document_entry d USING (object_row) WHERE d.unique_id = '{uniqueId}' AND c.action = 8", row => row.GetInt64(0)).Single(),
            Is.EqualTo(1));
    }

    [Test]
    public async Task A_document_that_is_not_here_is_named_and_the_others_go()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);

        await RefusedAsync((null, RepositoryUniqueId, "1.2.3.4"), "XDSDocumentUniqueIdError", "1.2.3.4");
        var mark = AuditMark();
        var reply = await RemoveAsync((null, RepositoryUniqueId, "1.2.3.4"), (null, RepositoryUniqueId, uniqueId));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("PartialSuccess", new[] { "XDSDocumentUniqueIdError" })));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-86 110110 D 0", "ITI-86 110110 D 8" }));
        Assert.That(Files(content), Is.Empty);
        await RefusedAsync((null, RepositoryUniqueId, uniqueId), "XDSDocumentUniqueIdError", uniqueId);
    }

    [TestCase(null, "1.2.3.4.5", "XDSUnknownRepositoryId", "1.2.3.4.5")]
    [TestCase("urn:oid:1.2.3", RepositoryUniqueId, "XDSUnknownCommunity", "urn:oid:1.2.3")]
    public async Task Another_repositorys_documents_are_not_removed_here(string? home, string repository, string code, string named)
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);

        await RefusedAsync((home, repository, uniqueId), code, named);
        Assert.That(Files(content), Has.Count.EqualTo(1));

        var own = await RemoveAsync((Home, RepositoryUniqueId, uniqueId));
        Assert.That(own.Status, Is.EqualTo("Success"), own.ErrorText);
    }

    [Test]
    [Requirement("ITI-86:3.86.4.1.2")]
    public async Task A_request_names_at_least_one_document()
    {
        var mark = AuditMark();

        var reply = await RemoveAsync();

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRepositoryError" })));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-86 110110 D 8" }));
    }

    [Test]
    public async Task Bytes_that_another_document_shares_stay_until_that_one_goes()
    {
        var content = Content();
        var (first, second) = (await ProvidedAsync(_patient, content), await ProvidedAsync(_patient, content));

        await RemovedAsync(first);
        var kept = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, (RepositoryUniqueId, second)));
        await RemovedAsync(second);

        Assert.That(kept.Documents[second], Is.EqualTo(content));
        Assert.That(Files(content), Is.Empty);
    }

    [Test]
    public async Task All_that_was_stored_under_a_uniqueId_goes()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);
        var again = ToProvide(_patient).Document(Named(uniqueId));
        await Peer.PostAsync(Server.Repository, SoapRequest.Provide(again.Build(), (SubmissionBuilder.DocumentId, content)));

        await RemovedAsync(uniqueId);

        Assert.That(Files(content), Is.Empty);
        await AssertOutOfReachAsync(uniqueId);
    }

    [Test]
    public async Task A_document_under_a_legal_hold_stays_until_the_hold_is_lifted()
    {
        var (content, free) = (Content(), Content());
        var (uniqueId, freeId) = (await ProvidedAsync(_patient, content), await ProvidedAsync(_patient, free));
        var mark = AuditMark();
        Assert.That((await HoldAsync("add", "--document", uniqueId, "--reason", "case 4711")).ExitCode, Is.Zero);
        Assert.That((await HoldAsync("add", "--document", uniqueId, "--reason", "again")).ExitCode, Is.EqualTo(2));
        Assert.That((await HoldAsync("list")).Output, Does.StartWith(uniqueId).And.Contains("case 4711"));

        var reply = await RemoveAsync((null, RepositoryUniqueId, uniqueId), (null, RepositoryUniqueId, freeId));

        Assert.That((reply.Status, reply.ErrorText), Is.EqualTo(("PartialSuccess", $"XDSRemoveDocumentsError: {uniqueId}")));
        Assert.That((Files(content).Count, Files(free).Count), Is.EqualTo((1, 0)));
        Assert.That((await HoldAsync("remove", "--document", uniqueId)).ExitCode, Is.Zero);
        Assert.That((await HoldAsync("remove", "--document", uniqueId)).ExitCode, Is.EqualTo(2));
        await RemovedAsync(uniqueId);
        Assert.That(Files(content), Is.Empty);
        Assert.That(AuditedSince(mark), Is.EqualTo(new[]
        {
            "legal-hold-placed 110110 U 0", "ITI-86 110110 D 0", "ITI-86 110110 D 8", "legal-hold-lifted 110110 U 0", "ITI-86 110110 D 0",
        }));
    }

    [Test]
    public async Task Only_a_document_of_the_repository_can_be_held()
    {
        var run = await HoldAsync("add", "--document", "1.2.3.4", "--reason", "none");

        Assert.That((run.ExitCode, run.Errors), Is.EqualTo((2, $"The repository holds no document '1.2.3.4'.{Environment.NewLine}")));
    }

    [Test]
    public async Task A_uniqueId_is_bound_to_its_bytes_as_long_as_its_entry_is_registered()
    {
        var uniqueId = await ProvidedAsync(_patient, Content());
        await RemovedAsync(uniqueId);

        var other = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Document(Named(uniqueId)));
        var entry = await EntryAsync(uniqueId);
        var associations = await AssociationsAsync(entry.Id!);
        await RemoveMetadataAsync([entry.Id!, .. associations.Select(item => item.Id!), .. associations.Select(item => item.SourceObject!)]);
        var free = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Document(Named(uniqueId)));

        Assert.That(other.ErrorCodes, Does.Contain("XDSNonIdenticalHash"));
        Assert.That(free.Status, Is.EqualTo("Success"), free.ErrorText);
    }

    [Test]
    public async Task What_a_backup_is_copying_is_out_of_reach_at_once_and_erased_after_it()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);
        using (await RemovalHold.TakeAsync(Server.DataFolder, TimeProvider.System, CancellationToken.None))
        {
            await RemovedAsync(uniqueId);
            await AssertOutOfReachAsync(uniqueId);
            Assert.That(Files(content), Has.Count.EqualTo(1));
        }

        await Server.StopAsync();
        await Server.StartAgainAsync();

        for (var tries = 0; Files(content).Count > 0 && tries < 500; tries++) await Task.Delay(20);
        Assert.That(Files(content), Is.Empty);
        for (var tries = 0; Pending() > 0 && tries < 500; tries++) await Task.Delay(20);
        Assert.That(Pending(), Is.Zero);
    }

    [Test]
    public async Task What_is_submitted_again_before_it_was_erased_stays()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);
        string again;
        using (await RemovalHold.TakeAsync(Server.DataFolder, TimeProvider.System, CancellationToken.None))
        {
            await RemovedAsync(uniqueId);
            again = await ProvidedAsync(_patient, content);
        }

        await Server.StopAsync();
        await Server.StartAgainAsync();
        for (var tries = 0; Pending() > 0 && tries < 500; tries++) await Task.Delay(20);

        Assert.That(Pending(), Is.Zero);
        var retrieved = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, (RepositoryUniqueId, again)));
        Assert.That(retrieved.Documents[again], Is.EqualTo(content));
    }

    [Test]
    public async Task A_retrieval_under_way_is_brought_to_its_end()
    {
        var content = Content(20_000_000);
        var uniqueId = await ProvidedAsync(_patient, content);
        var question = SoapRequest.Retrieve(true, (RepositoryUniqueId, uniqueId));
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Repository) { Content = new ByteArrayContent(question.Body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(question.ContentType);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        await RemovedAsync(uniqueId);

        Assert.That(Files(content), Is.Empty);
        var reply = new SoapReply(200, response.Content.Headers.ContentType!.ToString(), await response.Content.ReadAsByteArrayAsync());
        Assert.That(reply.Documents[uniqueId].AsSpan().SequenceEqual(content), Is.True);
    }

    static Action<ObjectBuilder> Named(string uniqueId) => document =>
        document.Identifier(SchemeUuids.DocumentEntryUniqueId, uniqueId, "XDSDocumentEntry.uniqueId");

    long Pending() => Server.Query("SELECT count(*) FROM pending_erasure", row => row.GetInt64(0)).Single();

    IReadOnlyList<string> Files(byte[] content) => Directory.GetFiles(
        Path.Combine(Server.DataFolder, "documents"), Convert.ToHexStringLower(SHA256.HashData(content)), SearchOption.AllDirectories);

    Task<CommandRun> HoldAsync(params string[] arguments) => CommandRun.OfAsync(["hold", .. arguments, "--data", Server.DataFolder]);

    Task<SoapReply> RemoveAsync(params (string? Home, string Repository, string Document)[] documents) =>
        Peer.PostAsync(Server.Repository, SoapRequest.RemoveDocuments(mtom: false, documents));

    async Task RemovedAsync(string uniqueId)
    {
        var reply = await RemoveAsync((null, RepositoryUniqueId, uniqueId));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }

    async Task RefusedAsync((string? Home, string Repository, string Document) document, string code, string named)
    {
        var kept = Kept();
        var mark = AuditMark();

        var reply = await RemoveAsync(document);

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { code })), reply.ErrorText);
        Assert.That(reply.ErrorText, Does.Contain(named));
        Assert.That(Kept(), Is.EqualTo(kept));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-86 110110 D 8" }));
    }

    async Task AssertOutOfReachAsync(string uniqueId)
    {
        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, (RepositoryUniqueId, uniqueId)));
        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDocumentUniqueIdError" })));
    }
}
